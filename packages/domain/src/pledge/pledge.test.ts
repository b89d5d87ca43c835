import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Signing } from '../plan/conduct.schema.ts';
import { addLine, setLineConduct, setRule } from '../plan/edit/index.ts';
import { emptyPlan } from '../plan/empty-plan.ts';
import type { Line } from '../year-file/index.ts';
import { declinePledge, offerAgain, registerPledge } from './decline-pledge.ts';
import { ownTargetLines, setOwnTarget, targetsLeft } from './own-target.ts';
import { confirmPaper, refusePaper, sendPaper } from './paper-pledge.ts';
import { pledgeContent, pledgeHash } from './pledge-content.ts';
import {
  fullySigned,
  mayPledge,
  type PledgeRecord,
  pledgeState,
  pledgeStates,
  pledgeSteps,
  pledgeTable,
  signaturesAsked,
  signaturesLeft,
} from './pledge-state.ts';
import { countersignPledge, signPledge } from './sign-pledge.ts';

const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const code = (answer: { ok: true } | { ok: false; code: string }) => (answer.ok ? 'ok' : answer.code);

const onlyChair: Signing = { unitSigns: ['chair'] };
const withWitness: Signing = { unitSigns: ['chair'], witness: 'principal' };
const offered: PledgeRecord = { hash: 'h1', signatures: [], registered: false, paperWaiting: false };
const by = (capacity: 'chair' | 'deputy' | 'principal', hash = 'h1') =>
  ({ capacity, strength: 'code', hash, at: '2026-09-28T01:14:00.000Z' }) as const;
/** The day on a sheet that was signed in ink. */
const onPaper = { signedOn: '2026-09-28', yearFrom: '2026-09-01', today: '2026-10-01' };
const federation = { strength: 'passkey', hash: 'h1', at: '2026-10-03T02:00:00.000Z' } as const;

describe('signing', () => {
  it('the chair, then the federation', () => {
    const signed = value(signPledge(offered, onlyChair, by('chair'), [])).pledge;
    expect(pledgeState(signed, onlyChair)).toBe('signed');
    expect(fullySigned(signed, onlyChair)).toBe(false);
    const done = value(countersignPledge(signed, onlyChair, federation)).pledge;
    expect(pledgeState(done, onlyChair)).toBe('countersigned');
    expect(done.signatures.map(({ party, capacity }) => [party, capacity])).toEqual([
      ['unit', 'chair'],
      ['federation', 'officer'],
    ]);
  });
  it('witness and chair in either order; the federation only after both', () => {
    const witnessed = value(signPledge(offered, withWitness, by('principal'), ['1.5'])).pledge;
    expect(pledgeState(witnessed, withWitness)).toBe('offered');
    expect(code(countersignPledge(witnessed, withWitness, federation))).toBe('pledge-step-not-now');
    expect(signaturesLeft(witnessed, withWitness).map(({ party }) => party)).toEqual(['unit', 'federation']);
    const both = value(signPledge(witnessed, withWitness, by('chair'), [])).pledge;
    expect(pledgeState(both, withWitness)).toBe('signed');
  });
  test.each([
    ['someone the plan does not ask', () => signPledge(offered, onlyChair, by('principal'), []), 'capacity-not-asked'],
    [
      'a content that has changed since',
      () => signPledge(offered, onlyChair, by('chair', 'h0'), []),
      'pledge-content-changed',
    ],
    ['own numbers still missing', () => signPledge(offered, onlyChair, by('chair'), ['1.5']), 'target-missing'],
    [
      'twice',
      () => signPledge(value(signPledge(offered, onlyChair, by('chair'), [])).pledge, onlyChair, by('chair'), []),
      'already-signed',
    ],
    [
      'after declining',
      () => signPledge({ ...offered, declined: 'chưa thống nhất' }, onlyChair, by('chair'), []),
      'pledge-step-not-now',
    ],
    ['the federation first', () => countersignPledge(offered, onlyChair, federation), 'pledge-step-not-now'],
  ])('refused: %s', (_, act, expected) => expect(code(act())).toBe(expected));
  it('the federation cannot sign twice, nor another content', () => {
    const signed = value(signPledge(offered, onlyChair, by('chair'), [])).pledge;
    expect(code(countersignPledge(signed, onlyChair, { ...federation, hash: 'h0' }))).toBe('pledge-content-changed');
    const done = value(countersignPledge(signed, onlyChair, federation)).pledge;
    expect(code(countersignPledge(done, onlyChair, federation))).toBe('already-signed');
  });
  it('a number changed after the witness signed asks the witness again; after the chair signed it is refused', () => {
    const witnessed = value(signPledge(offered, withWitness, by('principal'), [])).pledge;
    const changed = value(registerPledge(witnessed, withWitness, 'h2'));
    expect(signaturesLeft(changed, withWitness)).toHaveLength(3);
    const chaired = value(signPledge(offered, withWitness, by('chair'), [])).pledge;
    expect(code(registerPledge(chaired, withWitness, 'h2'))).toBe('already-signed');
    expect(code(registerPledge(chaired, withWitness, 'h1'))).toBe('ok');
  });
});

describe('declining and paper', () => {
  it('declining needs a reason and can be mended', () => {
    expect(code(declinePledge(offered, onlyChair, '  '))).toBe('reason-needed');
    const declined = value(declinePledge(offered, onlyChair, 'Chưa họp ban chấp hành'));
    expect(pledgeState(declined, onlyChair)).toBe('declined');
    expect(pledgeState(value(offerAgain(declined, onlyChair)), onlyChair)).toBe('offered');
    expect(code(offerAgain(offered, onlyChair))).toBe('pledge-step-not-now');
  });
  it('who has signed no longer declines', () => {
    const signed = value(signPledge(offered, onlyChair, by('chair'), [])).pledge;
    expect(code(declinePledge(signed, onlyChair, 'đổi ý'))).toBe('pledge-step-not-now');
  });
  it("a photo counts only when the officer confirms it, and then for all of the unit's side", () => {
    const sent = value(sendPaper(offered, withWitness, [], onPaper));
    expect(pledgeState(sent, withWitness)).toBe('paper');
    expect(code(confirmPaper(sent, withWitness, 'h0', 't'))).toBe('pledge-content-changed');
    const { pledge, signatures } = value(confirmPaper(sent, withWitness, 'h1', '2026-10-03T02:00:00.000Z'));
    expect(signatures.map(({ capacity, strength }) => [capacity, strength])).toEqual([
      ['chair', 'paper'],
      ['principal', 'paper'],
    ]);
    expect(pledgeState(pledge, withWitness)).toBe('signed');
  });
  test.each([
    ['2026-10-01', 'ok'],
    ['2026-10-02', 'day-out-of-reach'],
    ['9999-12-31', 'day-out-of-reach'],
    ['2025-08-31', 'ok'],
    ['2025-08-30', 'day-out-of-reach'],
  ])('a sheet signed on %s: %s', (signedOn, answer) => {
    expect(code(sendPaper(offered, onlyChair, [], { ...onPaper, signedOn }))).toBe(answer);
  });
  it('a photo that is refused leaves the pledge open', () => {
    const sent = value(sendPaper(offered, onlyChair, [], onPaper));
    expect(code(refusePaper(sent, onlyChair, ''))).toBe('reason-needed');
    expect(pledgeState(value(refusePaper(sent, onlyChair, 'Ảnh mờ')), onlyChair)).toBe('offered');
    expect(code(sendPaper(offered, onlyChair, ['1.5'], onPaper))).toBe('target-missing');
    expect(code(confirmPaper(offered, onlyChair, 'h1', 't'))).toBe('pledge-step-not-now');
  });
});

test('whatever people do, the state comes from the table and a full set of signatures is never pending', () => {
  const step = fc.constantFrom(
    ...([
      'chair',
      'deputy',
      'principal',
      'federation',
      'paper',
      'confirm',
      'refuse',
      'decline',
      'again',
      'register',
    ] as const),
  );
  const signing = fc.constantFrom<Signing[]>(onlyChair, withWitness, { unitSigns: ['chair', 'deputy'] });
  fc.assert(
    fc.property(signing, fc.array(step, { maxLength: 14 }), (how, steps) => {
      let pledge: PledgeRecord = offered;
      for (const next of steps) {
        const before = pledgeState(pledge, how);
        const answer =
          next === 'federation'
            ? countersignPledge(pledge, how, { ...federation, hash: pledge.hash })
            : next === 'paper'
              ? sendPaper(pledge, how, [], onPaper)
              : next === 'confirm'
                ? confirmPaper(pledge, how, pledge.hash, 't')
                : next === 'refuse'
                  ? refusePaper(pledge, how, 'Ảnh mờ')
                  : next === 'decline'
                    ? declinePledge(pledge, how, 'không')
                    : next === 'again'
                      ? offerAgain(pledge, how)
                      : next === 'register'
                        ? registerPledge(pledge, how, `${pledge.hash}+`)
                        : signPledge(pledge, how, by(next, pledge.hash), []);
        if (!answer.ok) continue;
        pledge = 'pledge' in answer.value ? answer.value.pledge : answer.value;
        const after = pledgeState(pledge, how);
        const reachable = pledgeSteps.flatMap((one) => pledgeTable[before][one] ?? []);
        expect(reachable).toContain(after);
        const current = pledge.signatures.filter(({ hash }) => hash === pledge.hash);
        const all = signaturesAsked(how).every((asked) => current.some((one) => one.capacity === asked.capacity));
        expect(after === 'countersigned').toBe(all);
      }
    }),
  );
});

test('every state can be left or is an end', () => {
  const ends = pledgeStates.filter((state) => pledgeSteps.every((step) => !mayPledge(state, step)));
  expect(ends).toEqual(['countersigned']);
});

describe('own targets', () => {
  const own = (kind: 'higher' | 'lower'): Line['rule'] => ({
    kind: 'ratio',
    target: 'unit',
    better: kind,
    below: 'proportional',
  });
  let document = emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' });
  for (const [title, rule, blocks] of [
    ['Sáng kiến', own('higher'), undefined],
    ['Tai nạn', own('lower'), undefined],
    ['Chỉ mầm non', own('higher'), ['mn']],
    ['Đảng viên', { kind: 'leader', target: 'unit', within: 'block' }, undefined],
  ] as const) {
    const line = {
      title,
      kind: 'target' as const,
      max: '5',
      rule: rule as Line['rule'],
      ...(blocks === undefined ? {} : { blocks: [...blocks] }),
    };
    document = value(addLine(document, '1', line));
  }
  document = value(setLineConduct(document, '1.1', { targetFloor: '5' }));
  document = value(setLineConduct(document, '1.2', { targetFloor: '2' }));
  const set = (line: string, target: string, state: (typeof pledgeStates)[number] = 'offered') =>
    setOwnTarget(state, document, 'th', [{ line: '1.4', assigned: false }], line, target);

  test.each([
    ['1.1', '5', 'ok'],
    ['1.1', '4.99', 'target-below-floor'],
    ['1.2', '2', 'ok'],
    ['1.2', '3', 'target-below-floor'],
    ['1.2', '0', 'ok'],
    ['1.2', '-1', 'figure-negative'],
    ['1.3', '5', 'target-not-own'],
    ['1.4', '5', 'target-not-own'],
    ['9.9', '5', 'target-not-own'],
  ])('%s set to %s: %s', (line, target, expected) => expect(code(set(line, target))).toBe(expected));
  it('not after signing', () => expect(code(set('1.1', '6', 'signed'))).toBe('pledge-step-not-now'));
  it('a share of a leader needs a number above 0', () => {
    expect(code(setOwnTarget('offered', document, 'th', [], '1.4', '0'))).toBe('target-not-positive');
  });
  it('no floor where the rule sets the number', () => {
    const fixed = value(setRule(document, '1.1', { kind: 'ratio', target: '95', better: 'higher', below: 'nothing' }));
    expect(ownTargetLines(fixed, 'th', []).map(({ code: line }) => line)).toEqual(['1.2', '1.4']);
    expect(targetsLeft(document, 'th', [{ line: '1.1', target: '6' }]).map(({ code: line }) => line)).toEqual([
      '1.2',
      '1.4',
    ]);
  });

  it('the content holds what is pledged, and any change of it has another hash', () => {
    const parts = {
      federation: { code: 'f', name: 'Công đoàn phường' },
      unit: { code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'th' },
      version: 1,
      planHash: 'sha256:00',
      document,
      targets: [
        { line: '1.1', target: '6' },
        { line: '1.4', assigned: false },
      ],
      signed: [],
    };
    const content = pledgeContent(parts);
    expect(content.kind).toBe('pledge');
    expect(content.lines.map(({ line, target }) => [line, target])).toEqual([
      ['1.1', '6'],
      ['1.2', undefined],
    ]);
    const hash = pledgeHash(content);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(pledgeHash(pledgeContent(parts))).toBe(hash);
    expect(pledgeHash(pledgeContent({ ...parts, targets: [{ line: '1.1', target: '7' }] }))).not.toBe(hash);
    expect(pledgeHash(pledgeContent({ ...parts, planHash: 'sha256:01' }))).not.toBe(hash);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changesInWords } from '../plan/change-words.ts';
import type { PlanDocument } from '../plan/document.ts';
import { addLine, setLineConduct } from '../plan/edit/index.ts';
import { emptyPlan } from '../plan/empty-plan.ts';
import type { Line } from '../year-file/index.ts';
import { changesFor, newOwnTargets, signatureAsked, touchesPledge } from './pledge-changes.ts';
import { pledgeContent, pledgeHash } from './pledge-content.ts';
import { pledgeStates, pledgeStateWords, type PledgeState } from './pledge-state.ts';
import {
  addendumNumber,
  awaitsAddendum,
  hasPledged,
  pledgeName,
  signedVersions,
  standingWords,
  versionToSign,
} from './standing.ts';

const versions = (...asked: boolean[]) => asked.map((needsSignature, i) => ({ version: i + 1, needsSignature }));

test.each([
  [versions(true), 1],
  [versions(true, true), 2],
  [versions(true, false), 1],
  [versions(true, true, false, false), 2],
  [versions(true, false, true), 3],
])('of %j the version to sign is %i', (asked, expected) => expect(versionToSign(asked)).toBe(expected));

describe('what a unit has signed', () => {
  const stored = (...states: string[]) => states.map((state, i) => ({ version: i + 1, state }));
  test.each([
    ['nothing yet', stored('offered'), 1, 'Giao ước thi đua'],
    ['nothing of version 1, so version 2 is the pledge itself', stored('offered', 'offered'), 2, 'Giao ước thi đua'],
    ['declined before', stored('declined', 'registered'), 2, 'Giao ước thi đua'],
    ['version 1', stored('signed', 'offered'), 2, 'Phụ lục giao ước số 1'],
    ['versions 1 and 2', stored('countersigned', 'signed', 'offered'), 3, 'Phụ lục giao ước số 2'],
    [
      'version 2 only: its next is the first addendum',
      stored('offered', 'signed', 'offered'),
      3,
      'Phụ lục giao ước số 1',
    ],
    ['version 1 itself stays the pledge', stored('countersigned', 'countersigned'), 1, 'Giao ước thi đua'],
  ])('%s', (_, pledges, version, name) =>
    expect(pledgeName(addendumNumber(signedVersions(pledges), version))).toBe(name),
  );

  it('numbers its papers 0, 1, 2 … without a gap, whichever versions they are of (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pledgeStates), { maxLength: 8 }), (states) => {
        const signed = signedVersions(stored(...states));
        expect(signed.map(({ version }) => addendumNumber(signed, version))).toEqual(signed.map((_, i) => i));
      }),
    );
  });
});

describe('standing', () => {
  it('signed version 1 and waiting for the addendum is a state of its own', () => {
    const waits = { state: 'offered', signedBefore: 1 } as const;
    expect(standingWords(waits)).toBe('Đã ký bản 1, chờ phụ lục');
    expect([hasPledged(waits), awaitsAddendum(waits)]).toEqual([true, true]);
    const notOffered = { state: null, signedBefore: 1 } as const;
    expect(standingWords(notOffered)).toBe('Đã ký bản 1, chưa mời ký phụ lục');
    expect([hasPledged(notOffered), awaitsAddendum(notOffered)]).toEqual([true, true]);
  });
  test.each(pledgeStates.map((state): [PledgeState] => [state]))(
    '%s without an earlier signature is what it was',
    (state) => {
      expect(standingWords({ state, signedBefore: null })).toBe(pledgeStateWords(state));
      expect(awaitsAddendum({ state, signedBefore: null })).toBe(false);
    },
  );
  it('who signed the addendum waits no more', () => {
    for (const state of ['signed', 'countersigned'] as const) {
      expect(awaitsAddendum({ state, signedBefore: 1 })).toBe(false);
      expect(hasPledged({ state, signedBefore: 1 })).toBe(true);
    }
  });
});

describe('a new version', () => {
  const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const line = (title: string, rule: Line['rule'], blocks?: string[]) => ({
    title,
    kind: 'target' as const,
    max: '5',
    rule,
    ...(blocks === undefined ? {} : { blocks }),
  });
  const yesNo: Line['rule'] = { kind: 'yesNo' };
  const own: Line['rule'] = { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' };
  let first = emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' });
  first = value(addLine(first, '1', line('Hội nghị viên chức', yesNo)));
  first = value(addLine(first, '1', line('Chỉ mầm non', yesNo, ['mn'])));
  const copy = (change: (document: PlanDocument) => void): PlanDocument => {
    const next = structuredClone(first);
    change(next);
    return next;
  };
  const moved = copy((next) => void (next.conduct.periods[0]!.due = '2027-06-30T17:00'));
  const cheaper = copy((next) => void (next.scoring.groups[0]!.lines![0]!.max = '4'));
  const forBabies = copy((next) => void (next.scoring.groups[0]!.lines![1]!.max = '4'));
  const numbered = value(addLine(first, '1', line('Sáng kiến', own)));
  const hinted = value(setLineConduct(first, '1.1', { help: 'Chụp biên bản' }));

  test.each([
    ['a moved deadline', moved, false],
    ['a hint', hinted, false],
    ['other points', cheaper, true],
    ['a new line', numbered, true],
  ])('%s touches the pledge: %s', (_, after, expected) =>
    expect(changesFor('th', first, after).some(touchesPledge)).toBe(expected),
  );

  it('is to be signed unless its publisher says no, and always where own numbers are to be set', () => {
    expect(signatureAsked(first, moved, undefined)).toEqual({ ok: true, value: true });
    expect(signatureAsked(first, moved, false)).toEqual({ ok: true, value: false });
    expect(signatureAsked(first, cheaper, false)).toEqual({ ok: true, value: false });
    expect(newOwnTargets(first, numbered)).toEqual(['1.3']);
    expect(signatureAsked(first, numbered, false)).toMatchObject({ ok: false, code: 'signature-needed' });
    expect(signatureAsked(undefined, first, false)).toMatchObject({ ok: false, code: 'signature-needed' });
    expect(signatureAsked(undefined, first, undefined)).toEqual({ ok: true, value: true });
  });

  it('says what changed for a unit of its block, in words and with the title', () => {
    expect(changesFor('th', first, forBabies)).toEqual([]);
    const said = (after: PlanDocument) => changesInWords(changesFor('mn', first, after), first, after);
    expect(said(cheaper)).toEqual(['Tiêu chí 1.1 (Hội nghị viên chức), điểm tối đa: 5 → 4']);
    expect(said(moved)[0]).toMatch(/^Kỳ .*, kỳ báo cáo, hạn: .* → 17:00, 30\/06\/2027$/);
    const ruled = copy((next) => void (next.scoring.groups[0]!.lines![0]!.rule = { kind: 'count', each: '0.5' }));
    expect(said(ruled)[0]).toMatch(/^Tiêu chí 1\.1 \(Hội nghị viên chức\), quy tắc: .+ → .+$/);
  });

  it('is pledged by who signed nothing, and an addendum for who signed: the number is in what is signed', () => {
    const parts = {
      federation: { code: 'f', name: 'Công đoàn phường' },
      unit: { code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'th' },
      planHash: 'sha256:00',
      document: first,
      targets: [],
      version: 3,
    };
    const pledge = pledgeContent({ ...parts, signed: [] });
    expect(pledge).toMatchObject({ kind: 'pledge' });
    expect(pledge.addendum).toBeUndefined();
    const addendum = pledgeContent({ ...parts, signed: [{ version: 1, countersigned: true }] });
    expect(addendum).toMatchObject({ kind: 'addendum', addendum: { number: 1, after: 1 } });
    expect(pledgeHash(addendum)).not.toBe(pledgeHash(pledge));
    // What was signed once hashes as it did before addenda were numbered.
    expect(Object.keys(pledgeContent({ ...parts, version: 1, signed: [] }))).not.toContain('addendum');
  });
});

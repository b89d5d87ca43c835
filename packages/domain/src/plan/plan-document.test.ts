import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { planArbitrary } from '../../testing/random-year/index.ts';
import type { Plan } from '../year-file/index.ts';
import { parseYear } from '../year-check/index.ts';
import { checkPlanDocument } from './check-document.ts';
import type { LineConduct } from './conduct.schema.ts';
import { contentHash } from './content-hash.ts';
import { defaultConduct } from './default-conduct.ts';
import { diffPlans } from './diff-plans.ts';
import { linesOf, type PlanDocument } from './document.ts';
import { addLine, addPeriod, removeLine, setLine, setLineConduct, setMax, setRule, setSettings } from './edit/index.ts';
import { emptyPlan } from './empty-plan.ts';
import { publishNext } from './publish.ts';

const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};

/** Ten points: a ratio of 6, visits of 4; and faults worth up to 2 off. */
function small(): PlanDocument {
  let plan = emptyPlan({ code: 'p', title: 'Kế hoạch', from: '2026-09-01', to: '2027-08-31' });
  plan = setSettings(plan, { scale: { base: '12' } });
  plan = value(
    addLine(plan, '1', {
      title: 'Khám sức khỏe',
      kind: 'target',
      max: '6',
      unit: '%',
      rule: { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' },
    }),
  );
  plan = value(
    addLine(plan, '1', {
      title: 'Thăm hỏi',
      kind: 'target',
      max: '4',
      unit: 'lượt',
      rule: { kind: 'count', each: '0.5' },
    }),
  );
  return value(
    addLine(plan, '2', {
      title: 'Báo cáo đúng hạn',
      kind: 'task',
      max: '2',
      rule: { kind: 'deduct', faults: [{ code: 'tre', title: 'Trễ', each: '1' }] },
    }),
  );
}
const at = (document: unknown) =>
  checkPlanDocument(document, ['th']).faults.map(({ pointer, code }) => `${pointer} ${code}`);
const warned = (document: unknown) =>
  checkPlanDocument(document, ['th']).warnings.map(({ pointer, code }) => `${pointer} ${code}`);
const line = (document: PlanDocument, code: string, patch: Partial<LineConduct>) =>
  value(setLineConduct(document, code, patch));

describe('checkPlanDocument', () => {
  it('a small plan is sound, and comes back as it was given', () => {
    const plan = small();
    const checked = checkPlanDocument(JSON.parse(JSON.stringify(plan)), ['th']);
    expect(checked.faults).toEqual([]);
    expect(checked.document).toEqual(plan);
  });
  it('an empty plan only lacks its points', () => {
    expect(at(emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' }))).toEqual([
      '/scoring/scale/base base-sum',
    ]);
  });
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['text', 'kế hoạch'],
  ])('%s is no document', (_, document) => expect(at(document)).toEqual([' wrong-type']));
  it('lacks its parts and has one too many', () => {
    expect(at({ other: 1 })).toEqual(['/other unknown-key', ' missing-key', ' missing-key']);
  });

  const plan = small();
  const withConduct = (patch: Record<string, unknown>) => ({ ...plan, conduct: { ...plan.conduct, ...patch } });
  const withStages = (...more: object[]) => withConduct({ stages: [...plan.conduct.stages, ...more] });
  const session = { code: 's', kind: 'session', title: 'Phiên họp' };
  const peer = { scorers: 2, assigned: 'draw', take: 'median', spread: '1.5', places: 2 };
  const period = plan.conduct.periods[0]!;
  const onlyLines = (codes: string[]) => Object.fromEntries(codes.map((code) => [code, plan.conduct.lines[code]]));
  test.each<[string, unknown, string]>([
    ['a line without conduct', withConduct({ lines: onlyLines(['1.1', '1.2']) }), '/conduct/lines conduct-missing'],
    [
      'conduct for a line that is not there',
      withConduct({ lines: { ...plan.conduct.lines, '9/9': plan.conduct.lines['1.1'] } }),
      '/conduct/lines/9~19 line-unknown',
    ],
    ['an unknown period', line(plan, '1.1', { due: ['ca-nam', 'k9'] }), '/conduct/lines/1.1/due/1 period-unknown'],
    ['a period twice', line(plan, '1.1', { due: ['ca-nam', 'ca-nam'] }), '/conduct/lines/1.1/due/1 period-twice'],
    [
      'faults cannot be the largest',
      line(plan, '2.1', { accumulate: 'max' }),
      '/conduct/lines/2.1/accumulate accumulate-unsuited',
    ],
    [
      'visits have no parts',
      line(plan, '1.2', { accumulate: 'sumParts' }),
      '/conduct/lines/1.2/accumulate accumulate-unsuited',
    ],
    [
      'a floor without own target',
      line(plan, '1.1', { targetFloor: '5' }),
      '/conduct/lines/1.1/targetFloor floor-without-target',
    ],
    [
      'two pictures of nothing',
      line(plan, '1.1', { evidence: { needed: 'no', atLeast: 2 } }),
      '/conduct/lines/1.1/evidence/atLeast evidence-contradiction',
    ],
    [
      'due a year late',
      withConduct({ periods: [{ ...period, due: '2028-08-31T17:00' }] }),
      '/conduct/periods/0/due due-outside-year',
    ],
    [
      'due before it begins',
      withConduct({ periods: [{ ...period, from: '2027-01-01', due: '2026-12-01T17:00' }] }),
      '/conduct/periods/0/due due-before-period',
    ],
    [
      'ends before it begins',
      withConduct({ periods: [{ ...period, from: '2027-05-01', to: '2027-01-01' }] }),
      '/conduct/periods/0/to period-backwards',
    ],
    ['two periods of one code', withConduct({ periods: [period, period] }), '/conduct/periods/1/code code-twice'],
    [
      'a day that does not exist',
      withConduct({ periods: [{ ...period, to: '2027-02-30' }] }),
      '/conduct/periods/0/to wrong-value',
    ],
    [
      'an hour that does not exist',
      withConduct({ periods: [{ ...period, due: '2027-06-01T25:00' }] }),
      '/conduct/periods/0/due wrong-value',
    ],
    ['no period', withConduct({ periods: [] }), '/conduct/periods size'],
    [
      'counts from a stage it does not have',
      withConduct({ countsFrom: 'committee' }),
      '/conduct/countsFrom stage-unknown',
    ],
    [
      'stages in the wrong order',
      withConduct({ stages: [...plan.conduct.stages].reverse() }),
      '/conduct/stages/1 stage-order',
    ],
    ['nobody signs', withConduct({ signing: { unitSigns: [] } }), '/conduct/signing/unitSigns size'],
    [
      'a word that is not one of the list',
      line(plan, '1.1', { enteredBy: 'mayor' as 'unit' }),
      '/conduct/lines/1.1/enteredBy one-of',
    ],
    ['a stage of no kind', withStages({ code: 'mayor', title: 'M' }), '/conduct/stages/2 stage-kind-missing'],
    [
      'a stage of an unknown kind',
      withStages({ code: 'mayor', kind: 'mayor', title: 'M' }),
      '/conduct/stages/2/kind one-of',
    ],
    [
      'a code that says another kind',
      withStages({ code: 'cross', kind: 'session', title: 'M' }),
      '/conduct/stages/2/code stage-code-misleading',
    ],
    ['two stages of one code', withStages({ code: 'federation', title: 'M' }), '/conduct/stages/2/code code-twice'],
    [
      'a stage that closes before it opens',
      withStages({ ...session, opens: '2027-05-02T08:00', closes: '2027-05-02T08:00' }),
      '/conduct/stages/2/closes stage-backwards',
    ],
    [
      'a stage of a line that is not there',
      withStages({ ...session, lines: ['9'] }),
      '/conduct/stages/2/lines/0 line-unknown',
    ],
    [
      'a stage of a line twice',
      withStages({ ...session, lines: ['1.1', '1.1'] }),
      '/conduct/stages/2/lines/1 line-twice',
    ],
    ['a stage of no line', withStages({ ...session, lines: [] }), '/conduct/stages/2/lines size'],
    [
      'a first verification of some lines only',
      withConduct({ stages: [{ code: 'federation', title: 'M', lines: ['1.1'] }] }),
      '/conduct/stages/0/lines stage-lines-verifying',
    ],
    ['scorers of a session', withStages({ ...session, peer }), '/conduct/stages/2/peer stage-setting-unsuited'],
    [
      'more scorers than a case may have',
      withStages({ code: 'peer', title: 'M', peer: { ...peer, scorers: 21 } }),
      '/conduct/stages/2/peer/scorers size',
    ],
    ['what nobody reads of a stage', withStages({ ...session, quorum: '2/3' }), '/conduct/stages/2/quorum unknown-key'],
    [
      'always, where practice shows it later',
      withConduct({ visibility: { unit: { federationMarks: 'always' } } }),
      '/conduct/visibility/unit/federationMarks visibility-unsuited',
    ],
    [
      'not to see what one said oneself',
      withConduct({ visibility: { scorer: { ownLayers: 'never' } } }),
      '/conduct/visibility/scorer/ownLayers visibility-unsuited',
    ],
    ['a missing key', withConduct({ unverifiedCounts: undefined }), '/conduct missing-key'],
    ['an unknown key', withConduct({ colour: 'red' }), '/conduct/colour unknown-key'],
    ['text where a list belongs', withConduct({ periods: 'k1' }), '/conduct/periods wrong-type'],
    ['too long a help', line(plan, '1.1', { help: 'a'.repeat(2001) }), '/conduct/lines/1.1/help size'],
    [
      'a floor that is no number',
      line(plan, '1.1', { targetFloor: '5,0' }),
      '/conduct/lines/1.1/targetFloor wrong-value',
    ],
  ])('%s', (_, document, expected) => {
    const { faults, document: none } = checkPlanDocument(document, ['th']);
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(expected);
    expect(none).toBeUndefined();
    for (const { message } of faults) expect(message).toMatch(/[ạảãàáăâđêệốộợưừ]/i);
  });

  it('all at once: faults of both parts and between them', () => {
    const broken = setSettings(line(plan, '1.1', { due: ['k9'] }), { scale: { base: '13' } });
    expect(at({ ...broken, conduct: { ...broken.conduct, countsFrom: 'committee' } })).toEqual([
      '/scoring/scale/base base-sum',
      '/conduct/lines/1.1/due/0 period-unknown',
      '/conduct/countsFrom stage-unknown',
    ]);
  });
  test.each<[string, PlanDocument, string]>([
    [
      'percentages added up',
      line(value(addPeriod(plan, { ...period, code: 'k2' })), '1.1', { due: ['ca-nam', 'k2'], accumulate: 'sum' }),
      '/conduct/lines/1.1/accumulate percentages-added',
    ],
    [
      'a period nobody reports in',
      value(addPeriod(plan, { ...period, code: 'k2' })),
      '/conduct/periods/1 period-unused',
    ],
    [
      'the unit counts its own faults',
      line(plan, '2.1', { enteredBy: 'unit' }),
      '/conduct/lines/2.1/enteredBy unit-enters-faults',
    ],
    [
      'evidence asked of the federation',
      line(plan, '2.1', { evidence: { needed: 'required' } }),
      '/conduct/lines/2.1/evidence/needed evidence-of-others',
    ],
  ])('warns: %s', (_, document, expected) => {
    expect(warned(document)).toContain(expected);
    expect(at(document)).toEqual([]);
  });
});

test('every valid plan of a year file gets a conduct that is sound', () => {
  fc.assert(
    fc.property(planArbitrary(), (random) => {
      const scoring = random as unknown as Plan;
      fc.pre(!linesOf(scoring).some(({ line: { code } }) => code === '__proto__'));
      const { faults } = checkPlanDocument({ scoring, conduct: defaultConduct(scoring) }, []);
      expect(faults.filter(({ code }) => code !== 'due-outside-year' && code !== 'size')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a code that is a word of JavaScript: one is refused where it stands, the others are codes like any', () => {
  const named = (code: string) => {
    const plan = emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' });
    const sound = setSettings(plan, { scale: { base: '5' } });
    return value(addLine(sound, '1', { code, title: 'A', kind: 'task', max: '5', rule: { kind: 'yesNo' } }));
  };
  for (const code of ['constructor', 'toString', 'hasOwnProperty']) expect(at(named(code))).toEqual([]);
  expect(at(JSON.parse(JSON.stringify(named('__proto__'))))).toEqual(['/scoring/groups/0/lines/0/code code-unusable']);
});

test('the scoring part of a published plan is a plan of a year file', () => {
  const { scoring } = small();
  const year = { format: 'giaouoc-year/1', plan: scoring, units: [{ code: 'a', name: 'A', block: 'th' }], figures: [] };
  expect(parseYear(year)).toMatchObject({ ok: true });
});

describe('publishing', () => {
  const first = { version: 1, document: small() };
  const next = (draft: PlanDocument, previous = [first]) => publishNext(previous, draft, ['th']);

  it('the first version has no changes, and its hash does not depend on the order of keys', () => {
    const published = value(publishNext([], small(), ['th']));
    expect(published).toMatchObject({ version: 1, changes: [] });
    expect(published.hash).toBe(contentHash(small()));
    const { conduct, scoring } = small();
    expect(contentHash({ conduct, scoring })).toBe(published.hash);
  });
  it('refuses what has faults', () => {
    expect(next(setSettings(small(), { scale: { base: '13' } }))).toMatchObject({
      code: 'plan-invalid',
      detail: { faults: 1 },
    });
  });
  it('refuses a version in which nothing changed', () =>
    expect(next(small())).toMatchObject({ code: 'plan-unchanged' }));
  it('refuses another plan under the same year', () => {
    expect(next(setSettings(small(), { code: 'q' }))).toMatchObject({ code: 'plan-code-changed' });
  });
  it('counts up, and says what changed', () => {
    const draft = setSettings(value(setMax(small(), '1.2', '5')), { scale: { base: '13' } });
    expect(value(next(draft))).toMatchObject({
      version: 2,
      changes: [
        { subject: 'line', code: '1.2', what: 'changed', field: 'max', before: '4', after: '5' },
        { subject: 'plan', what: 'changed', field: 'scale', before: { base: '12' }, after: { base: '13' } },
      ],
    });
  });
  test.each<[string, PlanDocument]>([
    ['another kind of rule', value(setRule(small(), '1.2', { kind: 'yesNo' }))],
    ['another unit of measure', value(setLine(small(), '1.2', { unit: 'người' }))],
    [
      'a fault code taken away',
      value(setRule(small(), '2.1', { kind: 'deduct', faults: [{ code: 'sai', title: 'Sai', each: '1' }] })),
    ],
    ['parts where values were', line(value(setLine(small(), '1.1', { unit: '%' })), '1.1', { accumulate: 'sum' })],
  ])('a published code keeps its meaning: %s', (_, draft) => {
    const code = next(draft);
    expect(code).toMatchObject({ ok: false, code: 'line-meaning-changed' });
  });
  it('a code that left the plan stays reserved', () => {
    const without = value(removeLine(small(), '1.2'));
    const second = setSettings(without, { scale: { base: '8' } });
    const again = setSettings(
      value(addLine(second, '1', { code: '1.2', title: 'Khác', kind: 'task', max: '4', rule: { kind: 'yesNo' } })),
      { scale: { base: '12' } },
    );
    const versions = [first, { version: 2, document: second }];
    expect(publishNext(versions, again, ['th'])).toMatchObject({
      code: 'line-meaning-changed',
      detail: { lines: ['1.2'] },
    });
  });
  it('titles, points of codes and new codes may change', () => {
    const faults = [
      { code: 'tre', title: 'Trễ hạn', each: '0.5' },
      { code: 'sai', title: 'Sai', each: '1' },
    ];
    expect(next(value(setRule(small(), '2.1', { kind: 'deduct', faults }))).ok).toBe(true);
  });
});

test('differences: what came, went, moved and changed', () => {
  const before = small();
  let after = value(removeLine(before, '1.2'));
  after = value(addLine(after, '2', { code: '2.7', title: 'Mới', kind: 'task', max: '4', rule: { kind: 'yesNo' } }));
  after = line(after, '1.1', { help: 'Ghi số người đã khám' });
  expect(diffPlans(before, after).map(({ subject, code, what, field }) => [subject, code, what, field])).toEqual([
    ['line', '1.1', 'changed', 'help'],
    ['line', '2.7', 'added', undefined],
    ['line', '1.2', 'removed', undefined],
  ]);
  expect(diffPlans(before, before)).toEqual([]);
});

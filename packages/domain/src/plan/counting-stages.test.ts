import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { property } from '../../testing/property.ts';
import { twoSemesters } from '../../testing/two-semesters.ts';
import type { YearAssessment, YearFigure } from '../progress/input.ts';
import { settling, verdictOf } from '../progress/verdict.ts';
import { type Conduct, type Stage, type StageKind, stageKinds } from './conduct.schema.ts';
import { countingStages, countsSelf } from './counting-stages.ts';
import { stagePresets } from './stage-presets.ts';
import { verifyingStage, verifyingStages } from './verifying-stage.ts';

const stage = (code: string, kind: StageKind, more: Partial<Stage> = {}): Stage => ({
  code,
  kind,
  title: code,
  ...more,
});
const conductOf = (stages: Stage[], countsFrom: string, more: Partial<Conduct> = {}): Conduct => ({
  ...twoSemesters.conduct,
  stages,
  countsFrom,
  ...more,
});
const codes = (conduct: Pick<Conduct, 'stages' | 'countsFrom'>) => countingStages(conduct).map(({ code }) => code);

describe('whose word counts, in this order', () => {
  test.each([
    ['A', 'federation'],
    ['B', 'federation peer'],
    ['C', 'committee-2 committee session heads'],
    ['D', 'federation session heads'],
    ['E', 'federation-2 explanation federation'],
    ['F', 'session federation'],
  ])('variant %s: %s', (letter, expected) => {
    const preset = stagePresets.find(({ code }) => code === letter)!;
    expect(codes(conductOf([...preset.stages], preset.countsFrom)).join(' ')).toBe(expected);
  });
  test('stages after the one that counts are not asked', () => {
    const stages = [stage('self', 'self'), stage('a', 'federation'), stage('b', 'federation'), stage('c', 'committee')];
    expect(codes(conductOf(stages, 'b'))).toEqual(['b', 'a']);
    expect(codes(conductOf(stages, 'self'))).toEqual([]);
    expect(codes(conductOf(stages, 'gone'))).toEqual([]);
  });

  const old = ['self', 'cross', 'explanation', 'federation', 'committee'].map((code) => ({ code, title: code }));
  test.each([
    ['self', ''],
    ['cross', 'cross'],
    ['explanation', 'explanation cross'],
    ['federation', 'federation'],
    ['committee', 'committee federation'],
    ['constructor', ''],
  ])('a plan of before stages had kinds that counts from %s: %s', (countsFrom, expected) => {
    expect(codes(conductOf(old, countsFrom)).join(' ')).toBe(expected);
    // Also where it does not list the federation's stage.
    expect(codes(conductOf(old.slice(0, 1), countsFrom)).join(' ')).toBe(expected);
  });
  test('the unit itself, only where the plan counts from its stage', () => {
    const stages = [stage('tu-cham', 'self'), stage('federation', 'federation')];
    expect(countsSelf(conductOf(stages, 'tu-cham'))).toBe(true);
    expect(countsSelf(conductOf(stages, 'federation'))).toBe(false);
    expect(countsSelf(conductOf(old, 'self'))).toBe(true);
  });
});

describe('stages that verify', () => {
  test.each<[string, Stage[], string[]]>([
    ['by the kind', [stage('self', 'self'), stage('l1', 'federation'), stage('l2', 'federation')], ['l1', 'l2']],
    ['by the code of an old plan', [{ code: 'federation', title: 'T' }], ['federation']],
    ['where none is listed', [stage('self', 'self'), stage('c', 'committee')], ['federation']],
  ])('%s', (_, stages, expected) => {
    expect(verifyingStages({ stages })).toEqual(expected);
    expect(verifyingStage({ stages })).toBe(expected[0]);
  });
});

const layer = (stageCode: string, at: number, more: Partial<YearAssessment> = {}): YearAssessment => ({
  unit: 'TH-01',
  line: '1.2',
  period: 'k1',
  stage: stageCode,
  decision: 'adjusted',
  sending: 1,
  figure: { value: String(at) },
  at,
  ...more,
});
const sent: YearFigure = {
  unit: 'TH-01',
  line: '1.2',
  period: 'k1',
  state: 'sent',
  sending: 1,
  submitted: { value: '8' },
};

describe('what counts for a line', () => {
  const stages = [stage('self', 'self'), stage('l1', 'federation'), stage('h', 'session'), stage('l2', 'federation')];
  const counted = (said: YearAssessment[], more: Partial<Conduct> = {}, countsFrom = 'l2') =>
    verdictOf(sent, said, conductOf(stages, countsFrom, more), 'verified')?.figure;

  test.each<[string, YearAssessment[], string | undefined]>([
    ['nobody spoke', [], undefined],
    ['only the first', [layer('l1', 1)], '1'],
    ['the session after it', [layer('l1', 1), layer('h', 2)], '2'],
    ['the one that counts, though an earlier one spoke later', [layer('l2', 3), layer('h', 9)], '3'],
    ['the last of one stage', [layer('h', 2), layer('h', 5)], '5'],
    ['what was taken back is not said', [layer('l1', 1), layer('h', 2, { undone: true })], '1'],
    [
      'a return of the nearest stage leaves nothing',
      [layer('l1', 1), layer('h', 2, { decision: 'returned' })],
      undefined,
    ],
    ['accepted as sent', [layer('l1', 1), layer('h', 2, { decision: 'accepted', figure: undefined })], '8'],
  ])('%s', (_, said, expected) => {
    expect(counted(said)).toEqual(expected === undefined ? undefined : { value: expected });
  });
  test('the word of the unit only if the plan says so', () => {
    expect(counted([], { unverifiedCounts: true })).toEqual({ value: '8' });
    expect(counted([], {}, 'self')).toEqual({ value: '8' });
    expect(counted([layer('l1', 1)], { unverifiedCounts: true })).toEqual({ value: '1' });
  });
  test('a stage that judges other lines says nothing of this one', () => {
    const other = stages.with(2, stage('h', 'session', { lines: ['1.1'] }));
    const said = [layer('l1', 1), layer('h', 2)];
    expect(verdictOf(sent, said, conductOf(other, 'l2'), 'verified')?.figure).toEqual({ value: '1' });
  });
});

/** E2 word for word: go back through the plan from the stage that counts, and look each time through everything said. */
function slowly(said: readonly YearAssessment[], { stages, countsFrom }: Conduct, line: string): YearAssessment | null {
  let here = stages.length - 1;
  while (stages[here]!.code !== countsFrom) here -= 1;
  for (; here >= 0; here -= 1) {
    const { code, kind, lines } = stages[here]!;
    if (kind === 'self' || (lines && !lines.includes(line))) continue;
    let last: YearAssessment | null = null;
    for (const one of said) if (one.stage === code && !one.undone && (last === null || one.at >= last.at)) last = one;
    if (last) return last.decision === 'returned' ? null : last;
  }
  return null;
}

describe('E2 against a slow evaluator', () => {
  const someStages = fc
    .array(fc.record({ kind: fc.constantFrom(...stageKinds), other: fc.boolean() }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map(({ kind, other }, i) => stage(`b${i}`, kind, other ? { lines: ['1.1'] } : {})));
  const said = fc.array(
    fc.record({
      stage: fc.integer({ min: 0, max: 9 }),
      at: fc.integer({ min: 0, max: 4 }),
      undone: fc.boolean(),
      decision: fc.constantFrom('accepted' as const, 'adjusted' as const, 'returned' as const),
    }),
    { maxLength: 12 },
  );
  let [tried, settled] = [0, 0];
  property(
    'the same layer',
    500,
    fc.tuple(someStages, said, fc.nat(), fc.constantFrom('1.1', '1.2')),
    ([stages, words, n, line]) => {
      const conduct = conductOf(stages, stages[n % stages.length]!.code);
      const list = words.map((word) => layer(`b${word.stage}`, word.at, { ...word, stage: `b${word.stage}`, line }));
      const expected = slowly(list, conduct, line);
      tried += 1;
      if (expected) settled += 1;
      expect(settling(list, conduct, line) ?? null).toBe(expected);
    },
  );
  // Enough examples settle something, however many are tried; else the property would say little.
  afterAll(() => expect(settled).toBeGreaterThan(tried / 10));
});

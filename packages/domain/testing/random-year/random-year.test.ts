import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, type SlowCondition, type SlowGroup, type SlowYear } from '../slow-evaluator/index.ts';
import { yearArbitrary } from './index.ts';

/** What the random years are there to reach; a name that never turns up means that no property looks at it. */
const wanted = [
  ...['ratio', 'bands', 'yesNo', 'levels', 'checklist', 'count', 'deduct', 'judged', 'leader'].map((x) => `rule ${x}`),
  ...['scored', 'missing', 'no-target', 'dropped', 'full', 'zero', 'adjusted'].map((x) => `status ${x}`),
  ...['base', 'bonus', 'penalty', 'fact'].map((x) => `role ${x}`),
  ...['gradeAtMost', 'totalAtMost', 'notGraded'].map((x) => `effect fired ${x}`),
  ...['points', 'value', 'yes', 'missing', 'anyLine', 'total', 'activeMonths', 'all', 'any', 'not'].map(
    (x) => `test ${x}`,
  ),
  ...['floor', 'half-up', 'ceil', 'keep', 'drop', 'decide'].map((x) => `quota ${x}`),
  ...['block', 'cluster', 'federation'].flatMap((x) => [`ranked in ${x}`, `quota in ${x}`]),
  ...['total', 'base', 'bonus', 'penalty', 'previous', 'progress', 'lot', 'group', 'line'].map((x) => `key ${x}`),
  ...[0, 1, 2, 3, 4].map((x) => `places ${String(x)}`),
  ...['strict', 'floor', 'own target', 'from', 'upTo', 'of target', 'after', 'step', 'part', 'part above whole'],
  ...['nothing assigned', 'rescaled', 'unassigned', 'undecided', 'decided', 'edge', 'shared rank', 'graded down'],
  ...[
    'base by block',
    'total by block',
    'from by block',
    'requires',
    'nested three deep',
    'no units',
    'more than 2^53',
  ],
];

function* conditionsIn(condition: SlowCondition): Generator<SlowCondition> {
  yield condition;
  for (const child of [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])])
    yield* conditionsIn(child);
}

const depth = (group: SlowGroup): number => 1 + Math.max(0, ...(group.groups ?? []).map(depth));
const linesOf = (group: SlowGroup): NonNullable<SlowGroup['lines']> => [
  ...(group.lines ?? []),
  ...(group.groups ?? []).flatMap(linesOf),
];

function featuresOfPlan({ plan }: SlowYear): string[] {
  const rules = plan.groups.flatMap(linesOf).map((line) => line.rule);
  const conditions = [...(plan.gates ?? []).map((gate) => gate.when), ...plan.grades.flatMap((g) => g.requires ?? [])];
  return [
    ...rules.map((rule) => `rule ${rule.kind}`),
    ...rules.flatMap((rule) => Object.keys(rule)).filter((key) => ['floor', 'strict', 'after', 'step'].includes(key)),
    ...rules.flatMap((rule) => ('target' in rule && rule.target === 'unit' ? ['own target'] : [])),
    ...rules.flatMap((rule) => (rule.kind === 'bands' ? [`of ${rule.of}`, ...rule.bands.flatMap(Object.keys)] : [])),
    ...plan.groups.map((group) => `role ${String(group.role)}`),
    ...conditions.flatMap((one) =>
      [...conditionsIn(one)].flatMap((part) => Object.keys(part).map((key) => `test ${key}`)),
    ),
    ...(plan.quotas ?? []).flatMap((q) => [`quota ${q.rounding}`, `quota ${q.ties}`, `quota in ${q.within}`]),
    `ranked in ${plan.ranking.within}`,
    ...plan.ranking.by.map((key) => `key ${key.split(':')[0] ?? ''}`),
    `places ${String(plan.places ?? 2)}`,
    ...(typeof plan.scale.base === 'object' ? ['base by block'] : []),
    ...(typeof plan.scale.total === 'object' ? ['total by block'] : []),
    ...(plan.grades.some((grade) => typeof grade.from === 'object') ? ['from by block'] : []),
    ...(plan.grades.some((grade) => grade.requires) ? ['requires'] : []),
    ...(plan.groups.some((group) => depth(group) >= 3) ? ['nested three deep'] : []),
  ];
}

function featuresOfYear(year: SlowYear): string[] {
  const { results, edges } = evaluate(year);
  const fired = new Set(results.units.flatMap((unit) => unit.gates));
  const ranks = results.units.map((unit) => `${unit.block} ${String(unit.cluster)} ${String(unit.rank)}`);
  return [
    ...featuresOfPlan(year),
    ...(year.plan.gates ?? [])
      .filter((gate) => fired.has(gate.code))
      .map((gate) => `effect fired ${Object.keys(gate.effect).join()}`),
    ...results.units.flatMap((unit) => unit.lines.map((line) => `status ${line.status}`)),
    ...(year.figures.some((figure) => figure.part !== undefined) ? ['part'] : []),
    ...(year.figures.some((figure) => Number(figure.part) > Number(figure.whole)) ? ['part above whole'] : []),
    ...(year.targets?.some((target) => target.assigned === false) ? ['unassigned'] : []),
    ...(results.units.some((unit) => unit.notGraded === 'nothing-assigned') ? ['nothing assigned'] : []),
    ...(results.units.some((unit) => unit.lines.some((line) => line.status === 'dropped')) ? ['rescaled'] : []),
    ...(results.units.some((unit) => unit.undecided.length > 0) ? ['undecided'] : []),
    ...(year.decisions ? ['decided'] : []),
    ...(edges.length > 0 ? ['edge'] : []),
    ...(new Set(ranks).size < ranks.length ? ['shared rank'] : []),
    ...(results.units.some((unit) => unit.grade !== unit.scoredGrade) ? ['graded down'] : []),
    ...(year.units.length === 0 ? ['no units'] : []),
    ...(results.units.some((unit) => Number(unit.total) > Number.MAX_SAFE_INTEGER / 1e4) ? ['more than 2^53'] : []),
  ];
}

test('the random years reach every rule, setting, state and way of ranking', () => {
  const seen = new Map<string, number>();
  for (const year of fc.sample(yearArbitrary(), { numRuns: 600, seed: 20240831 }))
    for (const feature of new Set(featuresOfYear(year))) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  expect(wanted.filter((feature) => (seen.get(feature) ?? 0) < 3)).toEqual([]);
});

test('an empty tape gives the plainest year and a tape always the same one', () => {
  const [first] = fc.sample(yearArbitrary(), { numRuns: 1, seed: 7 });
  const [second] = fc.sample(yearArbitrary(), { numRuns: 1, seed: 7 });
  expect(second).toEqual(first);
});

import type { ByBlock, SlowComparison, SlowCondition, SlowGroup, SlowRule, SlowYear } from './slow-evaluator/index.ts';

/** Ten times a decimal text, by moving the point. */
function ten(text: string): string {
  const [head = '0', tail = ''] = text.split('.');
  const moved = (head + tail.slice(0, 1).padEnd(1, '0')).replace(/^(-?)0+(?=\d)/, '$1');
  const rest = tail.slice(1);
  return rest === '' ? moved : `${moved}.${rest}`;
}

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [key]: ten(value) }) as { [P in K]?: string };

const byBlock = (value: ByBlock): ByBlock =>
  typeof value === 'string'
    ? ten(value)
    : Object.fromEntries(Object.entries(value).map(([block, one]) => [block, ten(one)]));

const comparison = (one: SlowComparison<string>): SlowComparison<string> =>
  Object.fromEntries(Object.entries(one).map(([sign, text]) => [sign, ten(text)]));

function condition(one: SlowCondition): SlowCondition {
  return {
    ...one,
    ...(one.points && { points: comparison(one.points) }),
    ...(one.total && { total: comparison(one.total) }),
    ...(one.anyLine && { anyLine: { ...one.anyLine, points: comparison(one.anyLine.points) } }),
    ...(one.all && { all: one.all.map(condition) }),
    ...(one.any && { any: one.any.map(condition) }),
    ...(one.not && { not: condition(one.not) }),
  };
}

function rule(one: SlowRule): SlowRule {
  const points = <T extends { points: string }>(list: T[]): T[] =>
    list.map((entry) => ({ ...entry, points: ten(entry.points) }));
  switch (one.kind) {
    case 'bands':
      return { ...one, bands: points(one.bands) };
    case 'levels':
      return { ...one, levels: points(one.levels), ...optional('min', one.min) };
    case 'checklist':
      return { ...one, items: points(one.items) };
    case 'count':
      return { ...one, each: ten(one.each) };
    case 'deduct':
      return {
        ...one,
        faults: one.faults.map((fault) => ({ ...fault, each: ten(fault.each), ...optional('max', fault.max) })),
        ...optional('min', one.min),
      };
    case 'judged':
      return { ...one, ...optional('step', one.step) };
    default:
      return one;
  }
}

const group = (one: SlowGroup): SlowGroup => ({
  ...one,
  ...optional('max', one.max),
  ...optional('min', one.min),
  ...(one.groups && { groups: one.groups.map(group) }),
  ...(one.lines && { lines: one.lines.map((line) => ({ ...line, max: ten(line.max), rule: rule(line.rule) })) }),
});

/**
 * The same year with ten times the points everywhere and one decimal less, so that rounding falls on the same digit.
 * Null where it cannot be written: no decimal to give away, or numbers that already have all digits there are.
 */
export function timesTen(year: SlowYear): SlowYear | null {
  const { plan } = year;
  const places = plan.places ?? 2;
  if (places === 0 || /"-?\d{14,}/.test(JSON.stringify(year))) return null;
  return {
    ...year,
    plan: {
      ...plan,
      places: places - 1,
      scale: {
        base: byBlock(plan.scale.base),
        ...optional('bonusMax', plan.scale.bonusMax),
        ...optional('penaltyMax', plan.scale.penaltyMax),
        ...(plan.scale.total !== undefined && { total: byBlock(plan.scale.total) }),
      },
      groups: plan.groups.map(group),
      ...(plan.gates && {
        gates: plan.gates.map((gate) => ({
          ...gate,
          when: condition(gate.when),
          effect: gate.effect.totalAtMost === undefined ? gate.effect : { totalAtMost: ten(gate.effect.totalAtMost) },
        })),
      }),
      grades: plan.grades.map((grade) => ({
        ...grade,
        ...(grade.from !== undefined && { from: byBlock(grade.from) }),
        ...(grade.requires && { requires: condition(grade.requires) }),
      })),
    },
    units: year.units.map((unit) => ({ ...unit, ...optional('previousTotal', unit.previousTotal) })),
    figures: year.figures.map((figure) => ({ ...figure, ...optional('points', figure.points) })),
    ...(year.adjustments && { adjustments: year.adjustments.map((one) => ({ ...one, points: ten(one.points) })) }),
  };
}

import type { Change } from '../../src/scoring/index.ts';
import type { SlowYear } from '../slow-evaluator/index.ts';
import type { Choices } from './choices.ts';
import { decimal, ONE, stepOf, written } from './decimals.ts';
import { randomAdjustment, randomFigure } from './figures.ts';
import { linesOf } from './plan.ts';

/** One change of one figure, own target or adjustment; most leave the year valid, some do not. Null without units. */
export function randomChange(choices: Choices, year: SlowYear): Change | null {
  const lines = year.plan.groups.flatMap(linesOf);
  if (lines.length === 0 || year.units.length === 0) return null;
  const unit = choices.pick(year.units);
  const mine = lines.filter((one) => one.blocks?.includes(unit.block) ?? true);
  if (mine.length === 0) return null;
  const line = choices.pick(mine);
  const at = { unit: unit.code, line: line.code };
  const own = (year.targets ?? []).find((one) => one.unit === at.unit && one.line === at.line)?.target;
  const takesOwn = 'target' in line.rule && line.rule.target === 'unit';
  const refuses = line.whenNotApplicable === undefined || line.whenNotApplicable === 'refuse';
  const what = choices.below(10);
  if (what < 5) {
    if (choices.chance(20)) return { kind: 'figure', ...at, figure: null };
    if (!refuses && choices.chance(25)) return { kind: 'figure', ...at, figure: { notApplicable: true } };
    return { kind: 'figure', ...at, figure: randomFigure(choices, line, own) };
  }
  if (what < 8) {
    if (takesOwn && choices.chance(60))
      return {
        kind: 'target',
        ...at,
        target: { target: written(choices, BigInt(choices.pick([10, 20, 95, 7])) * ONE) },
      };
    return { kind: 'target', ...at, target: choices.chance(50) ? null : { assigned: false } };
  }
  if (choices.chance(40)) return { kind: 'adjustment', ...at, adjustment: null };
  const points = randomAdjustment(choices, line, stepOf(year.plan.places ?? 2));
  return { kind: 'adjustment', ...at, adjustment: { points, reason: decimal(ONE) } };
}

/** The year file with the change made in it, written without any help from the engine. */
export function withChange(year: SlowYear, change: Change): SlowYear {
  const other = (entry: { unit: string; line: string }) => entry.unit !== change.unit || entry.line !== change.line;
  const at = { unit: change.unit, line: change.line };
  switch (change.kind) {
    case 'figure': {
      const rest = year.figures.filter(other);
      return { ...year, figures: change.figure === null ? rest : [...rest, { ...at, ...change.figure }] };
    }
    case 'target': {
      const rest = (year.targets ?? []).filter(other);
      return { ...year, targets: change.target === null ? rest : [...rest, { ...at, ...change.target }] };
    }
    case 'adjustment': {
      const rest = (year.adjustments ?? []).filter(other);
      return { ...year, adjustments: change.adjustment === null ? rest : [...rest, { ...at, ...change.adjustment }] };
    }
  }
}

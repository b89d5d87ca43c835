import * as q from './numbers.ts';
import { linesInOrder } from './plan-order.ts';
import { pointsBeforeRounding, valueOf } from './rules.ts';
import type { LineStatus, SlowFigure, SlowLine, SlowTarget, SlowUnit, SlowYear } from './year-shape.ts';

/** One line of one unit to which it is assigned. */
export interface LineScore {
  readonly line: SlowLine;
  readonly status: LineStatus;
  readonly points: q.Rational;
  /** Points without the adjustment, where there is one. */
  readonly computed: q.Rational | undefined;
  readonly figure: SlowFigure | undefined;
}

const figureFor = (year: SlowYear, unit: SlowUnit, line: SlowLine): SlowFigure | undefined =>
  year.figures.find((figure) => figure.unit === unit.code && figure.line === line.code);

const targetEntry = (year: SlowYear, unit: SlowUnit, line: SlowLine): SlowTarget | undefined =>
  (year.targets ?? []).find((target) => target.unit === unit.code && target.line === line.code);

/** Assigned by the line's blocks alone, as the possible points of a block count it. */
export const inBlocks = (line: SlowLine, block: string): boolean =>
  line.blocks === undefined || line.blocks.includes(block);

/** Whether the line exists for this unit (scoring.md §3). */
export const isAssigned = (year: SlowYear, unit: SlowUnit, line: SlowLine): boolean =>
  inBlocks(line, unit.block) && targetEntry(year, unit, line)?.assigned !== false;

function targetOf(year: SlowYear, unit: SlowUnit, line: SlowLine): q.Rational | undefined {
  const rule = line.rule;
  if (rule.kind !== 'ratio' && rule.kind !== 'leader' && rule.kind !== 'bands') return undefined;
  if (rule.target === undefined) return undefined;
  if (rule.target !== 'unit') return q.parse(rule.target);
  const own = targetEntry(year, unit, line)?.target;
  return own === undefined ? undefined : q.parse(own);
}

/** L of a leader line, seen from one unit. */
function leaderOf(year: SlowYear, unit: SlowUnit, line: SlowLine): q.Rational | undefined {
  const rule = line.rule;
  if (rule.kind !== 'leader') return undefined;
  let best: q.Rational | undefined;
  for (const other of year.units) {
    const together = rule.within === 'block' ? other.block === unit.block : other.cluster === unit.cluster;
    if (!together || !isAssigned(year, other, line)) continue;
    const figure = figureFor(year, other, line);
    const value = figure === undefined ? undefined : valueOf(figure);
    const target = targetOf(year, other, line);
    if (value === undefined || target === undefined || target.n <= 0n) continue;
    if (best === undefined || q.compare(value, best) > 0) best = value;
  }
  return best;
}

function byRule(year: SlowYear, unit: SlowUnit, line: SlowLine): { status: LineStatus; points: q.Rational } {
  const places = year.plan.places ?? 2;
  const figure = figureFor(year, unit, line);
  if (figure === undefined && line.rule.kind !== 'deduct') return { status: 'missing', points: q.ZERO };
  if (figure?.notApplicable === true) {
    if (line.whenNotApplicable === 'drop') return { status: 'dropped', points: q.ZERO };
    if (line.whenNotApplicable === 'full') return { status: 'full', points: q.parse(line.max) };
    if (line.whenNotApplicable === 'zero') return { status: 'zero', points: q.ZERO };
    throw new Error('not applicable where the line refuses it');
  }
  const target = targetOf(year, unit, line);
  const needsOwn = 'target' in line.rule && line.rule.target === 'unit';
  if (needsOwn && target === undefined) return { status: 'no-target', points: q.ZERO };
  const given = figure ?? { unit: unit.code, line: line.code, faults: {} };
  const exact = pointsBeforeRounding({ line, figure: given, target, leader: leaderOf(year, unit, line) });
  return { status: 'scored', points: q.round(exact, places) };
}

/** All lines of a unit that are assigned to it, in plan order. */
export function scoreLines(year: SlowYear, unit: SlowUnit): LineScore[] {
  return linesInOrder(year.plan)
    .filter((line) => isAssigned(year, unit, line))
    .map((line) => {
      const rule = byRule(year, unit, line);
      const figure = figureFor(year, unit, line);
      const adjustment = (year.adjustments ?? []).find((entry) => entry.unit === unit.code && entry.line === line.code);
      if (adjustment === undefined)
        return { line, figure, status: rule.status, points: rule.points, computed: undefined };
      const points = q.round(q.parse(adjustment.points), year.plan.places ?? 2);
      return { line, figure, status: 'adjusted', points, computed: rule.points };
    });
}

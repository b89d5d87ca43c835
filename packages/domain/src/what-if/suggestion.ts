import { isDecimal, printScaled } from '../numbers/decimal.ts';
import { toBig } from '../numbers/int.ts';
import type { Rational } from '../numbers/rational.ts';
import { targetText } from '../scoring/why/line-why.ts';
import type { CompiledLine } from '../scoring/compiled.ts';
import { rescore, type Change } from '../scoring/rescore.ts';
import { guidanceOf } from '../rules/guidance.ts';
import type { ScoredYear } from '../scoring/scored-year.ts';
import { ABSENT, ADJUSTED, DROPPED } from '../scoring/work.ts';
import type { FigureValue } from '../schema/figure.schema.ts';

/** A figure that would earn more on one line, and exactly what it would do to the unit. */
export interface Suggestion {
  line: string;
  title: string;
  /** What the figure is counted in, as the line says. */
  measure?: string;
  /** The figure now; `null` when missing. */
  now: FigureValue | null;
  figure: FigureValue;
  /** Points of the line, now and then. */
  from: string;
  to: string;
  /** What the unit's total gains (group caps and rescaling included); may be "0.00", and for a gate below 0. */
  gain: string;
  /** The unit's total, grade and rank then. */
  total: string;
  grade: string | null;
  rank: number | null;
  change: Change;
}

/** What a unit has on a line, without saying whose. */
export function figureNow(scored: ScoredYear, unit: number, line: number): FigureValue | null {
  const figure = scored.entries[unit]!.figures[line];
  if (figure === undefined) return null;
  const { unit: _unit, line: _line, ...value } = figure;
  return value;
}

/** The change that gives a unit a figure. */
export const figureChange = (
  scored: ScoredYear,
  unit: number,
  line: CompiledLine,
  figure: FigureValue | null,
): Change => ({ kind: 'figure', unit: scored.units[unit]!.code, line: line.code, figure });

/** What a changed year means for a unit, compared with the year before. */
export function suggestion(
  before: ScoredYear,
  after: ScoredYear,
  unit: number,
  line: CompiledLine,
  figure: FigureValue,
): Suggestion {
  const { plan } = before;
  const now = before.scores[unit]!;
  const then = after.scores[unit]!;
  const print = (points: number) => printScaled(points, plan.places);
  return {
    line: line.code,
    title: line.line.title,
    ...(line.line.unit === undefined ? {} : { measure: line.line.unit }),
    now: figureNow(before, unit, line.index),
    figure,
    from: print(now.points[line.index]!),
    to: print(then.points[line.index]!),
    gain: print(then.total - now.total),
    ...standing(after, unit),
    change: figureChange(before, unit, line, figure),
  };
}

/** A unit's total, grade and rank. */
export function standing(
  scored: ScoredYear,
  unit: number,
): { total: string; grade: string | null; rank: number | null } {
  const rank = scored.ranks[unit]!;
  return {
    total: printScaled(scored.scores[unit]!.total, scored.plan.places),
    grade: scored.plan.plan.grades[scored.grades[unit]!]?.code ?? null,
    rank: rank === 0 ? null : rank,
  };
}

/** Lines on which a better figure of the unit would count: there, not dropped, no person's points in their place. */
export function openLines(scored: ScoredYear, unit: number): CompiledLine[] {
  const { status } = scored.scores[unit]!;
  return scored.plan.lines.filter(({ index, role }) => {
    const state = status[index]!;
    return role !== 'fact' && state !== ABSENT && state !== DROPPED && state !== ADJUSTED;
  });
}

/** The largest count that a year file can hold. */
const MOST = 999_999_999;

/** Whether a year file can hold the figure: what a rule would like to see may have too many digits. */
const canBeWritten = ({ value, part, whole, points, levels, faults }: FigureValue): boolean =>
  [value, part, whole, points].every((number) => number === undefined || isDecimal(number)) &&
  [levels, faults].every((counts) => Object.values(counts ?? {}).every((count) => count <= MOST));

/** Figures that earn more points on the line than now, least points first, with the year they lead to. */
export function raised(
  scored: ScoredYear,
  unit: number,
  line: CompiledLine,
): { figure: FigureValue; after: ScoredYear }[] {
  const now = figureNow(scored, unit, line.index);
  if (now?.notApplicable === true) return [];
  const own = scored.entries[unit]!.targets[line.index]?.target;
  const figures = guidanceOf(line.line.rule.kind).raise(line.line.rule, {
    now,
    target: targetText(line, own),
    max: line.line.max,
    best: bestOfPlace(scored, unit, line),
  });
  const points = (year: ScoredYear) => year.scores[unit]!.points[line.index]!;
  let most = points(scored);
  const better = [];
  for (const figure of figures) {
    if (!canBeWritten(figure)) continue;
    const after = rescore(scored, figureChange(scored, unit, line, figure));
    if (points(after) <= most) continue;
    most = points(after);
    better.push({ figure, after });
  }
  return better;
}

function bestOfPlace(scored: ScoredYear, unit: number, line: CompiledLine): Rational | null {
  if (line.leads === null) return null;
  const best = scored.bests[scored.plan.leaderLines.indexOf(line.index)]![scored.places[line.leads].of[unit]!] ?? null;
  return best === null ? null : { num: toBig(best.num), den: toBig(best.den) };
}

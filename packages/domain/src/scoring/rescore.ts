import { compareFractions } from '../numbers/int.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import type { YearFile } from '../year-file/year.schema.ts';
import type { Amount } from './amount.ts';
import { bestOf } from './leaders.ts';
import { layOut } from './desk.ts';
import { fillLine } from './load-year.ts';
import { rankAgain } from './rank-year.ts';
import { scoreCell, addUp, gradeUnit } from './score-unit.ts';
import type { ScoredYear, UnitEntries, UnitScore } from './scored-year.ts';
import { takeScore } from './start-scoring.ts';

/** One change of a year; `null` takes away what was there. It must leave the year valid. */
export type Change =
  | { kind: 'figure'; unit: string; line: string; figure: FigureValue | null }
  | { kind: 'target'; unit: string; line: string; target: { target: string } | { assigned: false } | null }
  | { kind: 'adjustment'; unit: string; line: string; adjustment: { points: string; reason: string } | null };

/**
 * The year after one change, equal to scoring from scratch. Only the changed line is worked out again, for a leader
 * line also those of its place where the best figure changed; then the totals, ranks and quotas that follow. The year
 * before stays as it was. Throws on a unit or line that is not there.
 */
export function rescore(previous: ScoredYear, change: Change): ScoredYear {
  const { plan } = previous;
  const unit = previous.unitIndex.get(change.unit);
  const line = plan.lineIndex.get(change.line);
  if (unit === undefined || line === undefined)
    throw new RangeError(`no unit ${change.unit} or no line ${change.line} in this year`);
  const entries = previous.entries.slice();
  entries[unit] = changed(entries[unit]!, line, change);
  const { leads } = plan.lines[line]!;
  let { bests } = previous;
  let touched: readonly number[] = [unit];
  if (leads !== null && change.kind !== 'adjustment') {
    const places = previous.places[leads];
    const place = places.of[unit]!;
    const best = bestOf(previous, entries, places.members[place]!, line);
    const at = plan.leaderLines.indexOf(line);
    if (!sameAmount(best, bests[at]![place]!)) {
      bests = bests.with(at, bests[at]!.with(place, best));
      touched = places.members[place]!;
    }
  }
  const next = { ...previous, entries, bests };
  const scores = previous.scores.slice();
  for (const one of touched) scores[one] = rework(next, one, line);
  const again = touched.filter((one) => scores[one] !== previous.scores[one]);
  return { ...next, scores, ...rankAgain(next, scores, previous, again) };
}

function changed(entries: UnitEntries, line: number, change: Change): UnitEntries {
  const who = { unit: change.unit, line: change.line };
  if (change.kind === 'figure')
    return {
      ...entries,
      figures: entries.figures.with(line, change.figure === null ? undefined : { ...change.figure, ...who }),
    };
  if (change.kind === 'target')
    return {
      ...entries,
      targets: entries.targets.with(line, change.target === null ? undefined : { ...change.target, ...who }),
    };
  return {
    ...entries,
    adjustments: entries.adjustments.with(
      line,
      change.adjustment === null ? undefined : { ...change.adjustment, ...who },
    ),
  };
}

const sameAmount = (a: Amount | null, b: Amount | null): boolean =>
  a === b || (a !== null && b !== null && compareFractions(a.num, a.den, b.num, b.den) === 0);

/** The unit's score with one line worked out again; the same object when nothing of it changed. */
function rework(year: ScoredYear, unit: number, line: number): UnitScore {
  const { plan } = year;
  const before = year.scores[unit]!;
  const work = layOut(year, unit);
  fillLine(year, year.entries[unit]!, year.bests, unit, line, work);
  scoreCell(plan, work, line);
  const untouched =
    !plan.testedLines.includes(line) &&
    work.status[line] === before.status[line] &&
    work.points[line] === before.points[line] &&
    work.computed[line] === before.computed[line];
  if (untouched) return before;
  const block = plan.blockPlans[plan.blockIndex.get(year.units[unit]!.block)!]!;
  addUp(plan, block, work);
  gradeUnit(plan, block, work);
  return takeScore(plan, work);
}

/** The year file as it is after all changes. Entries are in the order of units and lines. */
export function yearOf(scored: ScoredYear): YearFile {
  const gathered = <T>(of: (entries: UnitEntries) => readonly (T | undefined)[]): T[] =>
    scored.entries.flatMap((entries) => of(entries).filter((entry) => entry !== undefined));
  const targets = gathered((entries) => entries.targets);
  const adjustments = gathered((entries) => entries.adjustments);
  const { targets: _targets, adjustments: _adjustments, ...rest } = scored.file;
  return {
    ...rest,
    figures: gathered((entries) => entries.figures),
    ...(targets.length > 0 ? { targets } : {}),
    ...(adjustments.length > 0 ? { adjustments } : {}),
  };
}

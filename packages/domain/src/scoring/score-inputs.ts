import { toBig } from '../numbers/int.ts';
import type { ScoredYear } from './scored-year.ts';

/**
 * All that one unit's points and their whys are made of, beside the plan: its own facts and entries, and the best figures
 * of its places on leader lines. Where two of these texts are equal under one plan, so are the unit's points and the whys
 * of its lines, groups and total, but for who else shares the lead. So a stored score is known to be still right without
 * working its whys out again.
 */
export function scoreInputsOf(year: ScoredYear, unit: number): string {
  const { figures, targets, adjustments } = year.entries[unit]!;
  const bests = year.plan.leaderLines.map((index, place) => {
    const { leads } = year.plan.lines[index]!;
    const best = leads === null ? null : (year.bests[place]![year.places[leads].of[unit]!] ?? null);
    return best && [String(toBig(best.num)), String(toBig(best.den))];
  });
  const given = (entry: unknown) => entry ?? 0;
  // A unit that is called otherwise has the points it had.
  const { name: _name, ...facts } = year.units[unit]!;
  return JSON.stringify([facts, figures.map(given), targets.map(given), adjustments.map(given), bests]);
}

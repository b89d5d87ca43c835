import { type Day, dayOf, type LocalMinute } from '../period/local-time.ts';
import { dueOn, type Extension } from '../period/period.ts';
import type { Period } from '../period/period.schema.ts';
import { conductOf, isForBlock, linesOf, type PlanDocument } from './document.ts';

/**
 * What a unit owes that came during the year (docs/decisions/units-that-come-during-the-year.md): nothing that was due
 * before it took part. An absent `since` is a unit that was there from the beginning.
 */

/**
 * Was this period due before the unit took part? Then nothing of it is owed, late or reminded of. Due on its first day is
 * not before. A later due time that the officer gave this unit asks for the period again.
 */
export function isBeforeJoining(
  period: Pick<Period, 'due'>,
  since: Day | undefined,
  extendedTo?: LocalMinute,
): boolean {
  if (since === undefined) return false;
  const extension: Pick<Extension, 'due'> | undefined = extendedTo === undefined ? undefined : { due: extendedTo };
  return dayOf(dueOn(period, extension)) < since;
}

/**
 * Codes of the lines of a block that were due wholly before the unit took part: in every period. In plan order.
 *
 * @param isOnRecord whether something was sent or judged of a line: then it stays the unit's, whenever it was due.
 */
export function linesBeforeJoining(
  { scoring, conduct }: PlanDocument,
  unit: { readonly block: string; readonly activeSince?: Day | undefined },
  isOnRecord: (line: string) => boolean,
): string[] {
  const { activeSince } = unit;
  if (activeSince === undefined) return [];
  const before = new Set(
    conduct.periods.filter((period) => isBeforeJoining(period, activeSince)).map(({ code }) => code),
  );
  if (before.size === 0) return [];
  const known = new Set(conduct.periods.map(({ code }) => code));
  return linesOf(scoring).flatMap(({ line }) => {
    const due = (conductOf(conduct, line.code)?.due ?? []).filter((period) => known.has(period));
    const wholly = due.length > 0 && due.every((period) => before.has(period));
    return wholly && isForBlock(line, unit.block) && !isOnRecord(line.code) ? [line.code] : [];
  });
}

/**
 * Whether lines of before it took part count as not assigned for a unit. Plans of before there was a choice say nothing: their
 * lines count as missing, as they always did, until an officer takes them from the unit or publishes a plan that says so.
 */
export const leavesOutBeforeJoining = ({ conduct }: Pick<PlanDocument, 'conduct'>): boolean =>
  conduct.beforeJoining === 'not-assigned';

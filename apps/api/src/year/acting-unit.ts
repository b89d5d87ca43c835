import type { Scope, Scoped } from '@giaouoc/db';
import { partOf, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Action } from '@giaouoc/domain/access/index';
import { may } from '@giaouoc/domain/access/index';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';

/**
 * Whose report a call is about: a unit's people work on their own unit's; an officer names a unit, and needs the right
 * to enter for it.
 *
 * @throws not-allowed
 */
export function actingUnit(
  ctx: Member,
  unitId: string | undefined,
  forAnother: Action,
): { unitId: string; enteredFor: boolean } {
  const { scope } = ctx;
  if (scope.unitId) {
    if (unitId && unitId !== scope.unitId) throw new Refused('not-allowed');
    return { unitId: scope.unitId, enteredFor: false };
  }
  if (!unitId || !may(scope.role, forAnother)) throw new Refused('not-allowed');
  return { unitId, enteredFor: true };
}

/**
 * Before anything is written for a unit that somebody named: it takes part in the year, and in this federation.
 *
 * @throws not-found, unit-not-in-year, unit-left-out
 */
export async function takesPart(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<void> {
  const found = await partOf(tx, scope, yearId, unitId);
  if (!found) throw new Refused('not-found');
  if (!found.part) throw new Refused('unit-not-in-year');
  refuseLeftOut(found.part);
}

/** @throws not-found for a unit that is not the caller's to see, else unit-not-in-year */
export async function refuseWithoutPlace(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<never> {
  throw new Refused((await partOf(tx, scope, yearId, unitId)) ? 'unit-not-in-year' : 'not-found');
}

/** @throws unit-left-out with the day and the reason, for a unit that takes no part in the year any more */
export function refuseLeftOut(unit: Pick<YearUnitRow, 'leftOut' | 'leftOutAt' | 'leftOutReason'>): void {
  if (!unit.leftOut) return;
  throw new Refused('unit-left-out', {
    at: unit.leftOutAt === null ? '' : new Date(unit.leftOutAt).toISOString(),
    reason: unit.leftOutReason ?? '',
  });
}

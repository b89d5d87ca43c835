import type { Scope, Scoped } from '@giaouoc/db';
import { yearUnits } from '@giaouoc/db/queries/year';
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
 * @throws not-found
 */
export async function takesPart(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<void> {
  const [unit] = await yearUnits(tx, scope, yearId, [unitId]);
  if (!unit) throw new Refused('not-found');
}

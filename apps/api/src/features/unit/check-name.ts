import type { Scoped } from '@giaouoc/db';
import { listUnits } from '@giaouoc/db/queries/unit/list';
import { UnitNames } from '@giaouoc/domain/org/unit-names';
import { granted } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';

/**
 * The rule of the domain about a name that is there already, against the federation's units of today; the import asks the
 * same one. To be asked while the year is held, so that two forms at once do not both pass.
 *
 * @param unitId the unit that is renamed: it is no double of itself
 * @throws unit-name-taken, unit-name-empty, text-too-long
 */
export async function checkName(ctx: Member, tx: Scoped, yearId: string, name: string, unitId?: string): Promise<void> {
  const units = await listUnits(tx, ctx.scope, yearId);
  const names = new UnitNames(units.filter((unit) => !unit.archived && unit.id !== unitId));
  granted(names.check(name));
}

import { recordAudit } from '@giaouoc/db/queries/audit';
import { deleteUnit, hangingOnUnit } from '@giaouoc/db/queries/remove';
import { listUnits } from '@giaouoc/db/queries/unit/list';
import { currentYear, lockRunningYearsOf } from '@giaouoc/db/queries/year';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import type { ArchiveInput } from './unit.schema.ts';

/**
 * Removes a unit that was added by mistake, while nothing hangs on it; one that was really there is archived.
 *
 * @throws not-found, stale-revision, unit-in-use (with everything that hangs on it, counted)
 */
export function removeUnit(ctx: Member, input: ArchiveInput): Promise<{ unitId: string }> {
  return writeOnce(ctx, 'unit.remove', input, async (tx) => {
    const { unitId, revision } = input;
    const years = await lockRunningYearsOf(tx, ctx.scope, unitId);
    const year = await currentYear(tx, ctx.scope);
    const [before] = year ? await listUnits(tx, ctx.scope, year.id, unitId) : [];
    if (!before) throw new Refused('not-found');
    const hanging = await hangingOnUnit(tx, ctx.scope, unitId);
    if (Object.keys(hanging).length > 0) throw new Refused('unit-in-use', hanging);
    if (!(await deleteUnit(tx, ctx.scope, unitId, revision))) throw new Refused('stale-revision', undefined, before);
    await recordAudit(tx, ctx.scope, { action: 'unit.remove', subject: before.name, unitId, before });
    for (const one of years) await scoresFollow(ctx, tx, one);
    return { unitId };
  });
}

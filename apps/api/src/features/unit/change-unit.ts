import type { Scoped } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { archiveUnit as archive, openYearsOf, updateUnit } from '@giaouoc/db/queries/unit/change';
import { listPeople, listUnits, type UnitRow } from '@giaouoc/db/queries/unit/list';
import { currentYear, lockRunningYearsOf } from '@giaouoc/db/queries/year';
import { endMemberships } from '@giaouoc/db/queries/people';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import { taken } from '../year/create-year.ts';
import { checkName } from './check-name.ts';
import type { ArchiveInput, ChangeInput } from './unit.schema.ts';

/**
 * Renames a unit or changes its code, kind or founding day.
 *
 * @throws not-found, stale-revision, unit-code-taken, unit-name-taken
 */
export function changeUnit(ctx: Member, input: ChangeInput): Promise<{ unitId: string }> {
  return writeOnce(ctx, 'unit.change', input, async (tx) => {
    const { clientId: _clientId, unitId, revision, ...change } = input;
    const years = await lockRunningYearsOf(tx, ctx.scope, unitId);
    const before = await factsOf(ctx, tx, unitId);
    // A unit keeps the name it has, also one that another has since before there was a rule.
    const shown = await currentYear(tx, ctx.scope);
    if (shown && change.name !== before.name) await checkName(ctx, tx, shown.id, change.name, unitId);
    const done = await taken('unit-code-taken', () => updateUnit(tx, ctx.scope, unitId, revision, change));
    if (!done) throw new Refused('stale-revision', undefined, before);
    const { code, name, kind, foundedOn } = before;
    await recordAudit(tx, ctx.scope, {
      action: 'unit.change',
      subject: change.name,
      unitId,
      before: { code, name, kind, foundedOn },
      after: change,
    });
    // Stored results name the unit by its code, in every year that still runs; what was published stays as it was.
    if (change.code !== code) for (const year of years) await scoresFollow(ctx, tx, year);
    return { unitId };
  });
}

/**
 * Puts a unit away that no longer exists (merged, closed). Its past years stay; its people lose their way in.
 *
 * @throws not-found, stale-revision, unit-still-in-year
 */
export function archiveUnit(ctx: Member, input: ArchiveInput): Promise<{ unitId: string }> {
  return writeOnce(ctx, 'unit.archive', input, async (tx) => {
    const { unitId, revision } = input;
    const before = await factsOf(ctx, tx, unitId);
    const years = await openYearsOf(tx, ctx.scope, unitId);
    if (years.length > 0) throw new Refused('unit-still-in-year', { years });
    const at = ctx.now().toISOString();
    if (!(await archive(tx, ctx.scope, unitId, revision, at))) throw new Refused('stale-revision', undefined, before);
    const people = await listPeople(tx, ctx.scope, [unitId]);
    await endMemberships(
      tx,
      ctx.scope,
      people.map((person) => person.membershipId),
      at,
    );
    await recordAudit(tx, ctx.scope, { action: 'unit.archive', subject: before.name, unitId, before });
    return { unitId };
  });
}

async function factsOf(ctx: Member, tx: Scoped, unitId: string): Promise<UnitRow> {
  const year = await currentYear(tx, ctx.scope);
  const [unit] = year ? await listUnits(tx, ctx.scope, year.id, unitId) : [];
  if (!unit) throw new Refused('not-found');
  return unit;
}

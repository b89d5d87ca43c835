import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertPeople, updateContacts } from '@giaouoc/db/queries/people';
import { insertUnits, placeUnits, updateUnits } from '@giaouoc/db/queries/unit/change';
import { addGroupings } from '@giaouoc/db/queries/year-setup';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import { getYear } from '../year/get-year.ts';
import { countEffects, planImport, type PlannedUnit } from './plan-import.ts';
import type { CarryOutInput } from './unit-import.schema.ts';

/**
 * Imports a list that was previewed: all of it or nothing. Everything is judged again, since the year may have changed
 * since the preview. A dozen statements, however long the list.
 *
 * @throws not-found (the year), import-faulty
 */
export function carryOutImport(ctx: Member, input: CarryOutInput) {
  return writeInYear(ctx, { action: 'unitImport.carryOut', work: 'organise', hold: true }, input, async (tx, year) => {
    const { yearId, rows } = input;
    // Two imports at once wait for each other; the second then finds what the first made.
    const plan = await planImport(tx, ctx.scope, await getYear(tx, ctx.scope, yearId), rows);
    if (plan.faults.length > 0) throw new Refused('import-faulty', { faults: plan.faults.length });
    await addGroupings(tx, ctx.scope, yearId, 'block', plan.newBlocks);
    await addGroupings(tx, ctx.scope, yearId, 'cluster', plan.newClusters);

    const touched = plan.planned.filter((one) => one.effect !== 'same');
    const fresh = touched.filter((one) => one.effect === 'new');
    const made = await insertUnits(
      tx,
      ctx.scope,
      fresh.map((one) => one.facts),
    );
    const ids = new Map(made.map(({ id, code }) => [code, id]));
    const idOf = (one: PlannedUnit): string => {
      const id = one.unit?.id ?? ids.get(one.facts.code);
      if (id === undefined) throw new Error('a unit of the import has no id');
      return id;
    };
    await updateUnits(
      tx,
      ctx.scope,
      touched
        .filter((one) => changed(one, ['name', 'kind', 'foundedOn']))
        .map((one) => ({ id: idOf(one), ...one.facts })),
    );
    await placeUnits(
      tx,
      ctx.scope,
      yearId,
      touched
        .filter((one) => one.effect === 'new' || changed(one, ['block', 'cluster', 'lastScore']))
        .map((one) => ({ unitId: idOf(one), ...one.place })),
    );
    const toInvite = await insertPeople(
      tx,
      ctx.scope,
      touched
        .filter((one) => one.chair === null)
        .map((one) => ({ role: 'chair', unitId: idOf(one), ...one.contact, proposedName: one.login })),
    );
    await updateContacts(
      tx,
      ctx.scope,
      touched.flatMap((one) =>
        one.chair !== null && changed(one, ['role', 'phone']) ? { id: one.chair.membershipId, ...one.contact } : [],
      ),
    );
    await recordAudit(
      tx,
      ctx.scope,
      touched.map((one) => ({
        action: one.effect === 'new' ? 'unit.add' : 'unit.change',
        subject: one.facts.name,
        unitId: idOf(one),
        yearId,
        before: one.unit && {
          name: one.unit.name,
          kind: one.unit.kind,
          foundedOn: one.unit.foundedOn,
          ...one.unit.place,
        },
        after: { ...one.facts, ...one.place, chair: one.contact.title, importedRow: one.row, importedSheet: one.sheet },
      })),
    );
    if (touched.length > 0) await scoresFollow(ctx, tx, year);
    return { counts: countEffects(plan.planned), toInvite };
  });
}

const changed = (one: PlannedUnit, columns: PlannedUnit['changes']): boolean =>
  columns.some((column) => one.changes.includes(column));

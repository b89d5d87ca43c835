import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertUnits, placeUnits } from '@giaouoc/db/queries/unit/change';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import { taken } from '../year/create-year.ts';
import { checkName } from './check-name.ts';
import { checkPlace } from './check-place.ts';
import type { AddInput } from './unit.schema.ts';

/**
 * A new unit, with its place in a year.
 *
 * @throws unit-code-taken, unit-name-taken, block-unknown, cluster-unknown, not-found (the year)
 */
export function addUnit(ctx: Member, input: AddInput): Promise<{ unitId: string }> {
  return writeInYear(ctx, { action: 'unit.add', work: 'organise', hold: true }, input, async (tx, year) => {
    const { yearId, code, name, kind, foundedOn, blockCode, clusterCode, activeSince, previousTotal } = input;
    await checkPlace(ctx, tx, yearId, { blockCode, clusterCode });
    await checkName(ctx, tx, yearId, name);
    const [made] = await taken('unit-code-taken', () => insertUnits(tx, ctx.scope, [{ code, name, kind, foundedOn }]));
    if (!made) throw new Error('insert gave no unit');
    const place = { blockCode, clusterCode, activeSince: activeSince ?? foundedOn, previousTotal };
    await placeUnits(tx, ctx.scope, yearId, [{ unitId: made.id, ...place }]);
    await recordAudit(tx, ctx.scope, {
      action: 'unit.add',
      subject: name,
      unitId: made.id,
      yearId,
      after: { code, name, kind, foundedOn, ...place },
    });
    await scoresFollow(ctx, tx, year);
    return { unitId: made.id };
  });
}

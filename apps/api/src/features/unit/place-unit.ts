import type { Scoped } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { placeUnits, updatePlace } from '@giaouoc/db/queries/unit/change';
import { listUnits, type UnitRow } from '@giaouoc/db/queries/unit/list';
import type { YearRow } from '@giaouoc/db/queries/year';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { scoresFollow } from '../../scoring/scores-follow.ts';
import { checkPlace } from './check-place.ts';
import type { LeaveOutInput, PlaceInput, TakeBackInput } from './unit.schema.ts';

/**
 * Moves a unit to another block or cluster, or gives it its first place in the year.
 *
 * @throws not-found, block-unknown, cluster-unknown, stale-revision
 */
export function placeUnit(ctx: Member, input: PlaceInput): Promise<{ unitId: string }> {
  return writeInYear(ctx, { action: 'unit.place', work: 'organise', hold: true }, input, async (tx, year) => {
    const { clientId: _clientId, yearId, unitId, revision, ...change } = input;
    const before = await placed(ctx, tx, yearId, unitId);
    await checkPlace(ctx, tx, yearId, change);
    if ((before.place?.revision ?? null) !== revision) throw new Refused('stale-revision', undefined, before.place);
    await placeUnits(tx, ctx.scope, yearId, [{ unitId, ...change }]);
    await trace(ctx, tx, 'unit.place', before, yearId, change);
    await scoresFollow(ctx, tx, year);
    return { unitId };
  });
}

/**
 * Leaves a unit out of a year, with the reason that everyone will ask for. Its figures stay; it is not ranked.
 *
 * @throws not-found, stale-revision
 */
export function leaveOut(ctx: Member, input: LeaveOutInput): Promise<{ unitId: string }> {
  const { yearId, unitId, revision, reason } = input;
  return writeInYear(ctx, { action: 'unit.leaveOut', work: 'organise', hold: true }, input, (tx, year) =>
    move(
      ctx,
      tx,
      year,
      'unit.leaveOut',
      { yearId, unitId, revision },
      { leftOut: true, leftOutReason: reason, leftOutAt: ctx.now().toISOString() },
    ),
  );
}

/** @throws not-found, stale-revision */
export function takeBack(ctx: Member, input: TakeBackInput): Promise<{ unitId: string }> {
  const { yearId, unitId, revision } = input;
  return writeInYear(ctx, { action: 'unit.takeBack', work: 'organise', hold: true }, input, (tx, year) =>
    move(
      ctx,
      tx,
      year,
      'unit.takeBack',
      { yearId, unitId, revision },
      { leftOut: false, leftOutReason: null, leftOutAt: null },
    ),
  );
}

async function move(
  ctx: Member,
  tx: Scoped,
  year: YearRow,
  action: string,
  at: { yearId: string; unitId: string; revision: number },
  change: { leftOut: boolean; leftOutReason: string | null; leftOutAt: string | null },
): Promise<{ unitId: string }> {
  const before = await placed(ctx, tx, at.yearId, at.unitId);
  if (!before.place) throw new Refused('not-found');
  if (!(await updatePlace(tx, ctx.scope, at, change))) throw new Refused('stale-revision', undefined, before.place);
  await trace(ctx, tx, action, before, at.yearId, change);
  await scoresFollow(ctx, tx, year);
  return { unitId: at.unitId };
}

/** The unit as it stands. The year is held: judgements and scores wait for the move, or the move for them. */
async function placed(ctx: Member, tx: Scoped, yearId: string, unitId: string): Promise<UnitRow> {
  const [before] = await listUnits(tx, ctx.scope, yearId, unitId);
  if (!before || before.archived) throw new Refused('not-found');
  return before;
}

const trace = (ctx: Member, tx: Scoped, action: string, before: UnitRow, yearId: string, after: unknown) =>
  recordAudit(tx, ctx.scope, { action, subject: before.name, unitId: before.id, yearId, before: before.place, after });

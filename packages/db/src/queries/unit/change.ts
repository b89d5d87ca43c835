import { and, eq, isNull, sql } from 'drizzle-orm';
import { unit, year, yearUnit } from '../../schema/index.ts';
import type { Scope, Scoped } from '../../scope.ts';

export type NewUnit = { code: string; name: string; kind: string; foundedOn: string | null };
export type Place = {
  blockCode: string;
  clusterCode: string | null;
  activeSince: string | null;
  previousTotal: string | null;
};

/** Adds units in one statement, in the order given. Throws a unique violation (`unit_code`) on a code that is taken. */
export async function insertUnits(tx: Scoped, scope: Scope, units: NewUnit[]): Promise<{ id: string; code: string }[]> {
  if (units.length === 0) return [];
  return tx
    .insert(unit)
    .values(units.map((made) => ({ federationId: scope.federationId, ...made })))
    .returning({ id: unit.id, code: unit.code });
}

/** Gives units a place in a year, or changes the place they have; leaving out is not touched. One statement. */
export async function placeUnits(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  places: (Place & { unitId: string })[],
): Promise<void> {
  if (places.length === 0) return;
  await tx
    .insert(yearUnit)
    .values(places.map((place) => ({ federationId: scope.federationId, yearId, ...place })))
    .onConflictDoUpdate({
      target: [yearUnit.federationId, yearUnit.yearId, yearUnit.unitId],
      set: {
        blockCode: sql`excluded.block_code`,
        clusterCode: sql`excluded.cluster_code`,
        activeSince: sql`excluded.active_since`,
        previousTotal: sql`excluded.previous_total`,
        revision: sql`${yearUnit.revision} + 1`,
      },
    });
}

/** Changes a unit that is still at `revision`. Throws a unique violation (`unit_code`) on a code that is taken. */
export async function updateUnit(
  tx: Scoped,
  scope: Scope,
  unitId: string,
  revision: number,
  change: NewUnit,
): Promise<boolean> {
  const rows = await tx
    .update(unit)
    .set({ ...change, revision: sql`${unit.revision} + 1` })
    .where(
      and(
        eq(unit.federationId, scope.federationId),
        eq(unit.id, unitId),
        eq(unit.revision, revision),
        isNull(unit.archivedAt),
      ),
    )
    .returning({ id: unit.id });
  return rows.length > 0;
}

/** Changes many units at once, whatever revision they are at: an import has shown what it is about to change. */
export async function updateUnits(tx: Scoped, scope: Scope, changes: (NewUnit & { id: string })[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.map(({ foundedOn, ...rest }) => ({ ...rest, founded_on: foundedOn })));
  await tx.execute(sql`
    update unit u set name = c.name, kind = c.kind, founded_on = c.founded_on, revision = u.revision + 1
    from jsonb_to_recordset(${rows}::text::jsonb) as c (id uuid, name text, kind text, founded_on date)
    where u.federation_id = ${scope.federationId} and u.id = c.id`);
}

/** Changes the place of a unit in a year, if it is still at `revision`. */
export async function updatePlace(
  tx: Scoped,
  scope: Scope,
  at: { yearId: string; unitId: string; revision: number },
  change: Partial<Place> & { leftOut?: boolean; leftOutReason?: string | null; leftOutAt?: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(yearUnit)
    .set({ ...change, revision: sql`${yearUnit.revision} + 1` })
    .where(
      and(
        eq(yearUnit.federationId, scope.federationId),
        eq(yearUnit.yearId, at.yearId),
        eq(yearUnit.unitId, at.unitId),
        eq(yearUnit.revision, at.revision),
      ),
    )
    .returning({ unitId: yearUnit.unitId });
  return rows.length > 0;
}

/** The codes of years that are not closed and in which the unit still takes part. */
export async function openYearsOf(tx: Scoped, scope: Scope, unitId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: year.code })
    .from(yearUnit)
    .innerJoin(year, and(eq(year.federationId, yearUnit.federationId), eq(year.id, yearUnit.yearId)))
    .where(
      and(
        eq(yearUnit.federationId, scope.federationId),
        eq(yearUnit.unitId, unitId),
        eq(yearUnit.leftOut, false),
        sql`${year.status} <> 'closed'`,
      ),
    );
  return rows.map((row) => row.code);
}

/** Puts a unit away: it stays in the years it took part in. False when it changed meanwhile. */
export async function archiveUnit(
  tx: Scoped,
  scope: Scope,
  unitId: string,
  revision: number,
  at: string,
): Promise<boolean> {
  const rows = await tx
    .update(unit)
    .set({ archivedAt: at, revision: sql`${unit.revision} + 1` })
    .where(
      and(
        eq(unit.federationId, scope.federationId),
        eq(unit.id, unitId),
        eq(unit.revision, revision),
        isNull(unit.archivedAt),
      ),
    )
    .returning({ id: unit.id });
  return rows.length > 0;
}

import { and, asc, count, eq, sql } from 'drizzle-orm';
import { block, cluster, year, yearUnit } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

/** Blocks and clusters are the same kind of thing to set up: a code, a name, a place in the list. */
export type Grouping = 'block' | 'cluster';
const tables = { block, cluster } as const;
const memberColumn = { block: yearUnit.blockCode, cluster: yearUnit.clusterCode } as const;

export type GroupingRow = { code: string; name: string; position: number; units: number };

/** Blocks or clusters of a year in their order, each with how many units take part in it. */
export async function listGroupings(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  grouping: Grouping,
): Promise<GroupingRow[]> {
  const table = tables[grouping];
  return tx
    .select({ code: table.code, name: table.name, position: table.position, units: count(yearUnit.unitId) })
    .from(table)
    .leftJoin(
      yearUnit,
      and(
        eq(yearUnit.federationId, table.federationId),
        eq(yearUnit.yearId, table.yearId),
        eq(memberColumn[grouping], table.code),
      ),
    )
    .where(and(eq(table.federationId, scope.federationId), eq(table.yearId, yearId)))
    .groupBy(table.code, table.name, table.position)
    .orderBy(asc(table.position), asc(table.code));
}

/** Adds blocks or clusters behind those that are there. Throws a unique violation on a code that is taken. */
export async function addGroupings(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  grouping: Grouping,
  groups: { code: string; name: string }[],
): Promise<void> {
  if (groups.length === 0) return;
  const table = tables[grouping];
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${table.position}), 0)`.mapWith(Number) })
    .from(table)
    .where(and(eq(table.federationId, scope.federationId), eq(table.yearId, yearId)));
  await tx.insert(table).values(
    groups.map((group, index) => ({
      federationId: scope.federationId,
      yearId,
      code: group.code,
      name: group.name,
      position: (last?.position ?? 0) + index + 1,
    })),
  );
}

/** @returns false when there is no such block or cluster. */
export async function renameGrouping(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  grouping: Grouping,
  code: string,
  name: string,
): Promise<boolean> {
  const table = tables[grouping];
  const rows = await tx
    .update(table)
    .set({ name })
    .where(and(eq(table.federationId, scope.federationId), eq(table.yearId, yearId), eq(table.code, code)))
    .returning({ code: table.code });
  return rows.length > 0;
}

/** Takes one away; foreign keys keep one that is in use, so ask {@link listGroupings} first. */
export async function removeGrouping(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  grouping: Grouping,
  code: string,
): Promise<boolean> {
  const table = tables[grouping];
  const rows = await tx
    .delete(table)
    .where(and(eq(table.federationId, scope.federationId), eq(table.yearId, yearId), eq(table.code, code)))
    .returning({ code: table.code });
  return rows.length > 0;
}

/** Throws a unique violation (`year_code`) when the code is taken. */
export async function insertYear(
  tx: Scoped,
  scope: Scope,
  made: { code: string; title: string; from: string; to: string },
): Promise<string> {
  const [row] = await tx
    .insert(year)
    .values({ federationId: scope.federationId, ...made })
    .returning({ id: year.id });
  if (!row) throw new Error('insert gave no year');
  return row.id;
}

/** Changes title and days if the year is still at `revision`. */
export async function updateYear(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  revision: number,
  change: { title: string; from: string; to: string },
): Promise<boolean> {
  const rows = await tx
    .update(year)
    .set({ ...change, revision: sql`${year.revision} + 1` })
    .where(and(eq(year.federationId, scope.federationId), eq(year.id, yearId), eq(year.revision, revision)))
    .returning({ id: year.id });
  return rows.length > 0;
}

/** Copies blocks, clusters and the places of units that still exist; those left out last time come back in. */
export async function copySetUp(tx: Scoped, scope: Scope, fromYearId: string, toYearId: string): Promise<void> {
  const federation = scope.federationId;
  for (const table of ['block', 'cluster'] as const)
    await tx.execute(sql`
      insert into ${tables[table]} (federation_id, year_id, code, name, position)
      select federation_id, ${toYearId}, code, name, position from ${tables[table]}
      where federation_id = ${federation} and year_id = ${fromYearId}
      on conflict (federation_id, year_id, code) do nothing`);
  await tx.execute(sql`
    insert into year_unit (federation_id, year_id, unit_id, block_code, cluster_code, active_since)
    select p.federation_id, ${toYearId}, p.unit_id, p.block_code, p.cluster_code, p.active_since
    from year_unit p join unit u on u.federation_id = p.federation_id and u.id = p.unit_id
    where p.federation_id = ${federation} and p.year_id = ${fromYearId} and u.archived_at is null`);
}

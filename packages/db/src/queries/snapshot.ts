import { and, desc, eq, sql } from 'drizzle-orm';
import { snapshot, year } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type SnapshotRow = {
  id: string;
  yearId: string;
  number: number;
  kind: string;
  planVersion: number;
  engine: string;
  yearFile: unknown;
  results: unknown;
  whys: unknown;
  digest: string;
  createdAs: string;
  createdAt: string;
};

const facts = {
  id: snapshot.id,
  yearId: snapshot.yearId,
  number: snapshot.number,
  kind: snapshot.kind,
  planVersion: snapshot.planVersion,
  engine: snapshot.engine,
  digest: snapshot.digest,
  createdAs: snapshot.createdAs,
  createdAt: snapshot.createdAt,
};

/** All snapshots of a year, newest first, without their contents. */
export function snapshotsOf(tx: Scoped, scope: Scope, yearId: string) {
  return tx
    .select(facts)
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.yearId, yearId)))
    .orderBy(desc(snapshot.number));
}

/** One snapshot, whole. */
export async function snapshotById(tx: Scoped, scope: Scope, id: string): Promise<SnapshotRow | undefined> {
  const [row] = await tx
    .select({ ...facts, yearFile: snapshot.yearFile, results: snapshot.results, whys: snapshot.whys })
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.id, id)));
  return row;
}

/** Stores a snapshot under the next number of the year (the year must be locked) and makes it the one the year shows. */
export async function insertSnapshot(
  tx: Scoped,
  scope: Scope,
  made: Omit<SnapshotRow, 'id' | 'number' | 'createdAs'>,
): Promise<{ id: string; number: number }> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${snapshot.number}), 0)::integer` })
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.yearId, made.yearId)));
  const number = (last?.number ?? 0) + 1;
  const [row] = await tx
    .insert(snapshot)
    .values({
      federationId: scope.federationId,
      ...made,
      number,
      createdBy: scope.membershipId,
      createdAs: scope.title,
    })
    .returning({ id: snapshot.id });
  await tx
    .update(year)
    .set({ state: 'provisional', snapshotId: row!.id, revision: sql`${year.revision} + 1` })
    .where(and(eq(year.federationId, scope.federationId), eq(year.id, made.yearId)));
  return { id: row!.id, number };
}

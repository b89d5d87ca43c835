import { and, desc, eq, sql } from 'drizzle-orm';
import type { RowOf } from '../column-list.ts';
import { snapshot } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const facts = {
  id: snapshot.id,
  yearId: snapshot.yearId,
  number: snapshot.number,
  kind: snapshot.kind,
  planVersion: snapshot.planVersion,
  engine: snapshot.engine,
  digest: snapshot.digest,
  basis: snapshot.basis,
  createdAs: snapshot.createdAs,
  createdAt: snapshot.createdAt,
};
const whole = { ...facts, yearFile: snapshot.yearFile, results: snapshot.results, whys: snapshot.whys };

export type SnapshotFacts = RowOf<typeof snapshot, typeof facts>;
export type SnapshotRow = RowOf<typeof snapshot, typeof whole>;

/** All snapshots of a year, newest first, without their contents. */
export function snapshotsOf(tx: Scoped, scope: Scope, yearId: string): Promise<SnapshotFacts[]> {
  return tx
    .select(facts)
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.yearId, yearId)))
    .orderBy(desc(snapshot.number));
}

/** One snapshot without its contents, which never change. */
export async function snapshotFactsById(tx: Scoped, scope: Scope, id: string): Promise<SnapshotFacts | undefined> {
  const [row] = await tx
    .select(facts)
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.id, id)));
  return row;
}

/**
 * A mark of all that counts now: which units take part, and what each one's score was last made of. Scores are stored in the
 * transaction of every judgement (S4), so two equal marks mean that nothing which counts has changed. Where what nobody
 * verified counts too, what was sent belongs to the mark as well: sending touches no score but one's own points so far.
 */
export async function scoreBasis(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  of: { unverified: boolean },
): Promise<string> {
  const [row] = await tx.execute<{ basis: string }>(sql`
    with verifying as (
      select y.verifying_stages[1] as stage from year y where y.federation_id = ${scope.federationId} and y.id = ${yearId})
    select encode(sha256(convert_to(coalesce(string_agg(s.unit_id || ' ' || s.content_hash || coalesce((
        select string_agg(jsonb_build_array(f.line_code, f.period_code, coalesce((
            select x.status from figure_status x
            where x.federation_id = f.federation_id and x.year_id = f.year_id and x.unit_id = f.unit_id
              and x.line_code = f.line_code and x.period_code = f.period_code and x.stage = (select stage from verifying)),
          f.state), f.submitted)::text, ','
          order by f.line_code, f.period_code)
        from figure f
        where ${of.unverified}::boolean and f.federation_id = s.federation_id and f.year_id = s.year_id
          and f.unit_id = s.unit_id and f.submitted is not null), ''), ';' order by s.unit_id), ''), 'UTF8')), 'hex') as basis
    from unit_score s
    join year_unit y on y.federation_id = s.federation_id and y.year_id = s.year_id and y.unit_id = s.unit_id and not y.left_out
    where s.federation_id = ${scope.federationId} and s.year_id = ${yearId}`);
  return row!.basis;
}

/** One snapshot, whole. */
export async function snapshotById(tx: Scoped, scope: Scope, id: string): Promise<SnapshotRow | undefined> {
  const [row] = await tx
    .select(whole)
    .from(snapshot)
    .where(and(eq(snapshot.federationId, scope.federationId), eq(snapshot.id, id)));
  return row;
}

/** Stores a snapshot under the next number of the year; the year must be locked. */
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
  return { id: row!.id, number };
}

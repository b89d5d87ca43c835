import { sql } from 'drizzle-orm';
import type { Scope, Scoped } from '../scope.ts';

/** How much hangs on something, by what it is; what there is none of is left out. */
export type Hanging = Record<string, number>;

const some = (counts: Record<string, number>): Hanging =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** What hangs on a unit and keeps it from being removed: everything at once. */
export async function hangingOnUnit(tx: Scoped, scope: Scope, unitId: string): Promise<Hanging> {
  const of = sql`federation_id = ${scope.federationId} and unit_id = ${unitId}`;
  const [row] = await tx.execute<Record<string, number>>(sql`select
    (select count(*)::int from pledge where ${of}) as pledges,
    (select count(*)::int from unit_target where ${of}) as targets,
    (select count(*)::int from figure where ${of}) as figures,
    (select count(*)::int from assessment where ${of}) as assessments,
    (select count(*)::int from report where ${of}) as reports,
    (select count(*)::int from evidence where ${of}) as files,
    (select count(*)::int from reminder where ${of}) as reminders,
    (select count(*)::int from membership m where m.federation_id = ${scope.federationId} and m.unit_id = ${unitId} and (
      exists (select 1 from invitation i where i.federation_id = m.federation_id and i.membership_id = m.id)
      or exists (select 1 from app.accounts_of_federation() a where a.account_id = m.account_id and a.activated))) as people,
    (select count(*)::int from year_unit p join year y on y.federation_id = p.federation_id and y.id = p.year_id
      where p.federation_id = ${scope.federationId} and p.unit_id = ${unitId} and y.status <> 'running') as years`);
  return some(row!);
}

/**
 * Removes a unit on which nothing hangs, with its places in years, what was worked out of them, and its people whom nobody
 * invited. False when it changed meanwhile. PostgreSQL keeps a unit on which something hangs after all.
 */
export async function deleteUnit(tx: Scoped, scope: Scope, unitId: string, revision: number): Promise<boolean> {
  await tx.execute(sql`select app.clear_unit(${unitId})`);
  await tx.execute(sql`delete from year_unit where federation_id = ${scope.federationId} and unit_id = ${unitId}`);
  const gone = await tx.execute(sql`
    delete from unit where federation_id = ${scope.federationId} and id = ${unitId} and revision = ${revision} returning id`);
  return gone.length > 0;
}

/** What hangs on a year and keeps it from being removed. Blocks, clusters and places of units do not: they are set-up alone. */
export async function hangingOnYear(tx: Scoped, scope: Scope, yearId: string): Promise<Hanging> {
  const of = sql`federation_id = ${scope.federationId} and year_id = ${yearId}`;
  const [row] = await tx.execute<Record<string, number>>(sql`select
    (select count(*)::int from plan_version where ${of}) as versions,
    (select count(*)::int from plan_draft where ${of}) as drafts,
    (select count(*)::int from year_step where ${of}) as steps,
    (select count(*)::int from reminder where ${of}) as reminders,
    (select count(*)::int from report where ${of}) as reports`);
  return some(row!);
}

/** Removes a year on which nothing hangs, with its blocks, clusters and places. False when it changed meanwhile. */
export async function deleteYear(tx: Scoped, scope: Scope, yearId: string, revision: number): Promise<boolean> {
  const of = sql`federation_id = ${scope.federationId} and year_id = ${yearId}`;
  await tx.execute(sql`delete from year_unit where ${of}`);
  await tx.execute(sql`delete from block where ${of}`);
  await tx.execute(sql`delete from cluster where ${of}`);
  const gone = await tx.execute(sql`
    delete from year where federation_id = ${scope.federationId} and id = ${yearId} and revision = ${revision} returning id`);
  return gone.length > 0;
}

import { sql, type SQL } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { scopeKindOf, type Role } from '@giaouoc/domain/access/index';
import { refuseAfterEnd } from './ended-transaction.ts';
import { withPreparedStatements } from './prepared-statements.ts';
import * as schema from './schema/index.ts';
import { openClient } from './client.ts';

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
/** A transaction PostgreSQL knows the owner of. Every named query takes one; there is no other way to a tenant's rows. */
export type Scoped = Parameters<Parameters<Database['transaction']>[0]>[0];

declare const minted: unique symbol;
type Person = {
  federationId: string;
  role: Role;
  accountId: string;
  membershipId: string;
  /** What the person is called in this membership, for traces and receipts. */
  title: string;
  requestId: string;
  readonly [minted]: true;
};

/** All of one federation. */
export type FederationScope = Person & { kind: 'federation'; unitId: null };
/** One unit: its rows, and what is the same for everyone of its federation. */
export type UnitScope = Person & { kind: 'unit'; unitId: string };
/** Of one federation what `assignment` gives to the membership, and nothing else of any unit. */
export type AssignedScope = Person & { kind: 'assigned'; unitId: null };
/** What is counted of the federations of a province, never their rows. Without a province it is nothing at all. */
export type ProvinceScope = Person & { kind: 'province'; unitId: null; provinceId: string | null };

/**
 * On whose behalf a transaction runs, and how far that gets. Minted in one place (apps/api/src/trpc/procedures.ts) from a
 * session that was checked, never from input. Row-level security knows each kind and asks for what narrows it: a
 * scope that comes without sees nothing.
 */
export type Scope = FederationScope | UnitScope | AssignedScope | ProvinceScope;

/** What a session says of a membership. */
export type Membership = Omit<Person, typeof minted> & { unitId: string | null; provinceId?: string | null };

/**
 * Marks a scope as checked, of the kind that goes with the role. Only the API's procedures and the tests may call this.
 *
 * @throws Error for a role of a unit without one: the table of memberships does not take such.
 */
export function mintScope({ unitId, provinceId = null, ...person }: Membership): Scope {
  const kind = scopeKindOf(person.role);
  switch (kind) {
    case 'unit':
      if (unitId === null) throw new Error('a role of a unit without its unit');
      return { ...person, kind, unitId } as UnitScope;
    case 'province':
      return { ...person, kind, unitId: null, provinceId } as ProvinceScope;
    default:
      return { ...person, kind, unitId: null } as FederationScope | AssignedScope;
  }
}

/** Opens the pool of the application's role. `prepare: false` behind a transaction pooler. */
export function openDatabase(url: string, options: { max?: number; prepare?: boolean } = {}): Database {
  const { max = 10, prepare = true } = options;
  const opened = openClient(url, {
    max,
    prepare,
    onnotice: () => {},
    connect_timeout: 5,
    // A database that is away is asked again soon: each attempt answers one of those who wait. Left to itself the client
    // would let them wait for half a minute.
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 0.25),
    // What is prepared is also planned once. Our statements find their rows by keys, whatever the values are; planning
    // them anew, behind row-level security, takes as long as running them. A plan made while a table was small must not read
    // all of it once it has grown.
    ...(prepare && { connection: { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' } }),
  });
  const client = refuseAfterEnd(opened);
  return drizzle(prepare ? withPreparedStatements(client) : client, { schema, casing: 'snake_case' });
}

/**
 * Runs `work` in one transaction in which row-level security knows who is asking. Everything the work writes is
 * committed together or not at all; the settings end with the transaction, so a pooled connection carries nothing over.
 */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Scoped) => Promise<T>): Promise<T> {
  return db.transaction((tx) => scopedWork(tx, scope, work));
}

/**
 * Reads as `scope` what no index finds, and writes nothing: each statement is planned for the values it has, and may read a table
 * from end to end where that is the shortest.
 *
 * For searching the trail alone (18 000 events: 119 ms, in `inScope` 154). Everything else that reads a whole federation finds its
 * rows by the federation's keys as well, and was slower here: with 1000 units of 18 lines the rows of the overview 409 ms (384), the
 * rows that a year is scored from or exported with 284 (207), the mark of a ranking 9.6 (8.6), a page of the trail 15 (1.3). And
 * what calls a function for each row plans its statements for each row: the mark of a year in which what nobody verified counts
 * took nine times as long.
 */
export function inReport<T>(db: Database, scope: Scope, work: (tx: Scoped) => Promise<T>): Promise<T> {
  return db.transaction((tx) => scopedWork(tx, scope, work, planningForValues));
}

/** In the round of the scope, and over with the transaction. Read only is said here as well: as a statement it would cost a round. */
const planningForValues = sql`, set_config('transaction_read_only', 'on', true),
  set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'on', true)`;

/**
 * Reads in one transaction as `scope` what another transaction sees, which must still be open.
 *
 * @param snapshot as `pg_export_snapshot()` of that transaction gave it.
 */
export function inScopeOfSnapshot<T>(
  db: Database,
  scope: Scope,
  snapshot: string,
  work: (tx: Scoped) => Promise<T>,
): Promise<T> {
  if (!/^[0-9A-F-]{1,60}$/.test(snapshot)) throw new Error('not the name of a snapshot');
  return db.transaction(
    async (tx) => {
      await tx.execute(sql.raw(`set transaction snapshot '${snapshot}'`));
      return scopedWork(tx, scope, work);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function scopedWork<T>(
  tx: Scoped,
  scope: Scope,
  work: (tx: Scoped) => Promise<T>,
  more: SQL = sql``,
): Promise<T> {
  // Handed to the connection before the work begins, and in one round with its first statement, which the connection runs
  // after it. Should it fail, nothing after it in the transaction runs; and without it, row-level security shows no row.
  const scoped = tx
    .execute(
      sql`select set_config('app.federation_id', ${scope.federationId}, true), set_config('app.scope', ${scope.kind}, true),
          set_config('app.role', ${scope.role}, true), set_config('app.unit_id', ${scope.unitId ?? ''}, true),
          set_config('app.province_id', ${(scope.kind === 'province' && scope.provinceId) || ''}, true),
          set_config('app.account_id', ${scope.accountId}, true), set_config('app.membership_id', ${scope.membershipId}, true)${more}`,
    )
    .execute();
  const [set, done] = await Promise.allSettled([scoped, work(tx)]);
  if (set.status === 'rejected') throw set.reason;
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

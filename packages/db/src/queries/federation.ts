import { and, eq, sql } from 'drizzle-orm';
import { federation } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = {
  id: federation.id,
  code: federation.code,
  kind: federation.kind,
  name: federation.name,
  superior: federation.superior,
  symbol: federation.symbol,
  place: federation.place,
  signsFor: federation.signsFor,
  signsAs: federation.signsAs,
  demo: federation.demo,
  revision: federation.revision,
};

/** The federation of the scope: its name and what its papers begin and end with. */
export async function getFederation(tx: Scoped, scope: Scope) {
  const [row] = await tx.select(columns).from(federation).where(eq(federation.id, scope.federationId));
  return row;
}

export type FederationChange = Pick<
  typeof federation.$inferSelect,
  'kind' | 'name' | 'superior' | 'symbol' | 'place' | 'signsFor' | 'signsAs'
>;

/** Changes it if it is still at `revision`; nothing otherwise. */
export async function updateFederation(tx: Scoped, scope: Scope, revision: number, change: FederationChange) {
  const [row] = await tx
    .update(federation)
    .set({ ...change, revision: sql`${federation.revision} + 1` })
    .where(and(eq(federation.id, scope.federationId), eq(federation.revision, revision)))
    .returning(columns);
  return row;
}

export type FederationRow = NonNullable<Awaited<ReturnType<typeof getFederation>>>;

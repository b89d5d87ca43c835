import { desc, eq, sql } from 'drizzle-orm';
import type { ChainEnd } from '@giaouoc/domain/audit-chain/index';
import { auditSeal } from '../schema/index.ts';
import type { Database, Scope, Scoped } from '../scope.ts';
import { microInstant } from '../trail/event-columns.ts';

/** How far the trail of the scope's federation is sealed; row-level security shows it to officers. */
export async function sealedUpTo(tx: Scoped, scope: Scope) {
  const [row] = await tx
    .select({ to: auditSeal.toId, at: auditSeal.at, head: auditSeal.head })
    .from(auditSeal)
    .where(eq(auditSeal.federationId, scope.federationId))
    .orderBy(desc(auditSeal.toId))
    .limit(1);
  return row;
}

/** The newest head of every federation that has one, for the public page. */
export async function newestHeads(db: Database): Promise<ChainEnd[]> {
  const rows = await db.execute<ChainEnd>(
    sql`select federation, "to"::float8 as "to", to_char(at at time zone 'UTC', ${microInstant}) as at, head from app.newest_heads()`,
  );
  return [...rows];
}

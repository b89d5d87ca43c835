import { and, eq, sql } from 'drizzle-orm';
import { write } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

/** What an earlier write with this id was answered with, and what it contained. */
export async function earlierWrite(tx: Scoped, scope: Scope, clientId: string) {
  // Two requests with one id at the same moment (a double click) wait for each other here.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope.accountId + clientId}, 7))`);
  const [row] = await tx
    .select({ action: write.action, contentHash: write.contentHash, answer: write.answer })
    .from(write)
    .where(
      and(
        eq(write.federationId, scope.federationId),
        eq(write.accountId, scope.accountId),
        eq(write.clientId, clientId),
      ),
    );
  return row;
}

export async function rememberWrite(
  tx: Scoped,
  scope: Scope,
  made: { clientId: string; action: string; contentHash: string; answer: unknown },
): Promise<void> {
  await tx.insert(write).values({ federationId: scope.federationId, accountId: scope.accountId, ...made });
}

/** The next number of a kind of receipt in a calendar year, without gaps: it is given back if the transaction fails. */
export async function nextReceipt(tx: Scoped, prefix: string, year: number): Promise<number> {
  const [row] = [...(await tx.execute<{ n: number }>(sql`select app.next_receipt(${prefix}, ${year}) as n`))];
  if (!row) throw new Error('next_receipt gave no number');
  return row.n;
}

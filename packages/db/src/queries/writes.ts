import { sql, type SQL } from 'drizzle-orm';
import type { Database, Scope, Scoped } from '../scope.ts';

/** What an earlier write with this id was answered with, and what it contained. */
export async function earlierWrite(tx: Scoped, scope: Scope, clientId: string) {
  // One function for both, in which two requests with one id at the same moment (a double click) wait for each other
  // before they look.
  const [row] = await tx.execute<{ action: string; contentHash: string; answer: unknown }>(
    sql`select action, content_hash as "contentHash", answer from app.earlier_write(${scope.accountId}, ${clientId})`,
  );
  return row;
}

/** What a write was answered with, for the same id again; for `together`. */
export const rememberedWrite = (
  scope: Scope,
  made: { clientId: string; action: string; contentHash: string; answer: unknown },
): SQL => sql`
  insert into write (federation_id, account_id, client_id, action, content_hash, answer)
  values (${scope.federationId}, ${scope.accountId}, ${made.clientId}, ${made.action}, ${made.contentHash},
    ${JSON.stringify(made.answer)}::jsonb)`;

/**
 * The next numbers of a kind of receipt in a calendar year. Taken at once, in a transaction of its own, so that nobody waits
 * for whoever took the one before; a number that then comes to nothing is not used again. `db` is the pool kept for this:
 * out of the one that the caller's own transaction came from, all could be waiting for a connection that none gives back.
 */
export async function takeReceiptNumbers(
  db: Pick<Database, 'execute'>,
  scope: Scope,
  of: { prefix: string; year: number; howMany: number },
): Promise<number[]> {
  const [row] = await db.execute<{ first: number }>(
    sql`select app.take_receipt_numbers(${scope.federationId}, ${of.prefix}, ${of.year}, ${of.howMany}) as first`,
  );
  if (!row) throw new Error('take_receipt_numbers gave no number');
  return Array.from({ length: of.howMany }, (_, place) => row.first + place);
}

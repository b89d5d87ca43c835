import { sql, type SQL } from 'drizzle-orm';
import type { Json } from '@giaouoc/domain/hash/index';
import type { ReceiptKind } from '@giaouoc/domain/report/index';
import { batchers } from '../batching.ts';
import type { Database, Scope, Scoped } from '../scope.ts';

/** What an earlier write with this id was answered with, and what it contained. */
export async function earlierWrite(tx: Scoped, scope: Scope, clientId: string) {
  // One function for both, in which two requests with one id at the same moment (a double click) wait for each other
  // before they look.
  const [row] = await tx.execute<{ action: string; contentHash: string; answer: Json }>(
    sql`select action, content_hash as "contentHash", answer from app.earlier_write(${scope.accountId}, ${clientId})`,
  );
  return row;
}

/** What a write was answered with, for the same id again; for `inOneStatement`. */
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
  of: { prefix: ReceiptKind; year: number; howMany: number },
): Promise<number[]> {
  const { prefix, year, howMany } = of;
  const { federationId } = scope;
  const first = await numbersAsked(db).ask({ federationId, prefix, year, howMany });
  return Array.from({ length: howMany }, (_, place) => first + place);
}

type NumbersWanted = { federationId: string; prefix: ReceiptKind; year: number; howMany: number };

/** Those who want numbers at one moment take them with one statement for each counter. */
const numbersAsked = batchers(takeTogether);

async function takeTogether(db: Pick<Database, 'execute'>, wanted: readonly NumbersWanted[]): Promise<number[]> {
  const counters = Map.groupBy(wanted, ({ federationId, prefix, year }) => `${federationId} ${prefix} ${year}`);
  const firsts = new Map<NumbersWanted, number>();
  await Promise.all(
    [...counters.values()].map(async (alike) => {
      const { federationId, prefix, year } = alike[0]!;
      const all = alike.reduce((sum, { howMany }) => sum + howMany, 0);
      const [row] = await db.execute<{ first: number }>(
        sql`select app.take_receipt_numbers(${federationId}, ${prefix}, ${year}, ${all}) as first`,
      );
      if (!row) throw new Error('take_receipt_numbers gave no number');
      let next = row.first;
      for (const one of alike) {
        firsts.set(one, next);
        next += one.howMany;
      }
    }),
  );
  return wanted.map((one) => firsts.get(one)!);
}

import { sql, type SQL } from 'drizzle-orm';
import { lastOfTransaction } from './prepared-statements.ts';
import type { Scoped } from './scope.ts';

/** One insert, update or delete; undefined where there is nothing to write. */
export type Write = SQL | undefined;

/**
 * Runs writes that do not look at each other as one statement: a round for each of them is most of what a small write
 * costs. Each must be a single insert, update or delete; none of them sees what the others write. Nothing to do without any.
 *
 * @param last nothing is asked in this transaction afterwards: it is committed in the same round.
 */
export async function inOneStatement(tx: Scoped, writes: readonly Write[], { last = false } = {}): Promise<void> {
  const given = writes.filter((write) => write !== undefined);
  if (given.length === 0) return;
  const named = given.map((write, place) => sql`${sql.raw(`w${place}`)} as (${write})`);
  await tx.execute(sql`with ${sql.join(named, sql`, `)} select 1 ${sql.raw(last ? lastOfTransaction : '')}`);
}

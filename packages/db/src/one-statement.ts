import { sql, type SQL } from 'drizzle-orm';
import { lastOfTransaction } from './prepared-statements.ts';
import type { Scoped } from './scope.ts';

/** A named function that writes, called with what it is to write. */
export type Call = { call: SQL };
/** One insert, update or delete, or a call; undefined where there is nothing to write. */
export type Write = SQL | Call | undefined;

/**
 * Runs writes that do not look at each other as one statement: a round for each of them is most of what a small write
 * costs. Each must be a single insert, update, delete or call; none of them sees what the others write. Nothing to do without any.
 *
 * @param last nothing is asked in this transaction afterwards: it is committed in the same round.
 */
export async function inOneStatement(tx: Scoped, writes: readonly Write[], { last = false } = {}): Promise<void> {
  const given = writes.filter((write) => write !== undefined);
  if (given.length === 0) return;
  // PostgreSQL runs a part that changes rows whether anything asks for it or not; a function only where something does.
  const calls = given.flatMap((write) => ('call' in write ? [write.call] : []));
  const named = given.flatMap((write, place) => ('call' in write ? [] : [sql`${sql.raw(`w${place}`)} as (${write})`]));
  const parts = named.length === 0 ? sql`` : sql`with ${sql.join(named, sql`, `)} `;
  await tx.execute(
    sql`${parts}select ${sql.join([sql`1`, ...calls], sql`, `)} ${sql.raw(last ? lastOfTransaction : '')}`,
  );
}

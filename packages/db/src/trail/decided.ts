import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

/** Ids up to which every event had an id, and the transactions that may still add one of these or take it back. */
type Seen = { readonly upTo: number; readonly writers: readonly string[] };

/**
 * Tells up to which id of `audit_event` everything is decided: committed, or never to come. Ids are taken before the commit,
 * so a transaction that still runs may hold a lower id than one that is there to read; and it may have no transaction id
 * yet when it takes one, so snapshots do not tell. What tells is its lock on the table, which an insert takes before the id
 * and keeps to the end: first the highest id taken is read, then who holds that lock; once these have all ended, no id up to
 * there comes or goes any more. Nobody waits for this but the one who asks.
 *
 * What was seen and not decided in time is kept for the next question, so that transactions that overlap for ever do not put it off
 * for ever.
 */
export class Decided {
  #open: Seen | undefined;

  /**
   * @param patience milliseconds to wait for transactions under way.
   * @returns the id; 0 when nothing is known yet.
   */
  async upTo(owner: postgres.Sql, patience: number): Promise<number> {
    const until = Date.now() + patience;
    const seen = await see(owner);
    let decided = 0;
    for (let pause = 5; ; pause = Math.min(pause * 2, 500)) {
      const now = new Set(await writersOf(owner));
      const isOver = ({ writers }: Seen) => writers.every((one) => !now.has(one));
      if (isOver(seen)) {
        this.#open = undefined;
        return seen.upTo;
      }
      if (this.#open && isOver(this.#open)) {
        decided = this.#open.upTo;
        this.#open = undefined;
      }
      if (Date.now() + pause > until) break;
      await sleep(pause);
    }
    this.#open ??= seen;
    return decided;
  }
}

async function see(owner: postgres.Sql): Promise<Seen> {
  const [sequence] = await owner<{ last: number }[]>`
    select (case when is_called then last_value else 0 end)::float8 as last from public.audit_event_id_seq`;
  return { upTo: sequence?.last ?? 0, writers: await writersOf(owner) };
}

/** Transactions that hold the lock of writers on the table, prepared ones too. */
async function writersOf(owner: postgres.Sql): Promise<string[]> {
  const rows = await owner<{ one: string }[]>`
    select distinct l.virtualtransaction as one from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'relation' and l.granted and d.datname = current_database()
      and l.relation = 'public.audit_event'::regclass and l.mode = 'RowExclusiveLock'`;
  return rows.map(({ one }) => one);
}

import type postgres from 'postgres';
import { openClient } from '../client.ts';

/** First of the two numbers of the advisory locks by which workers are known to live; the second is made of a worker's name. */
const lockClass = 7_210_914;

export type LivingWorkers = {
  /** From now on this worker lives as long as this process is connected. */
  add: (worker: string) => void;
  close: () => Promise<void>;
};

/**
 * Gives the jobs of dead workers back. The queue itself waits four hours before it takes a locked job for abandoned. Here
 * each worker holds an advisory lock on one connection of its process: PostgreSQL lets go of it the moment the process is
 * killed. A worker that holds jobs and no lock in two looks one after the other is dead.
 *
 * Two looks, because a connection that broke needs one to take its locks again; and only jobs held for as long as a look takes,
 * because a new worker takes its lock a moment after it began.
 */
export function watchWorkers(ownerUrl: string, pace: number, failed: (error: unknown) => void): LivingWorkers {
  const sql = openClient(ownerUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {}, prepare: false });
  const own = new Set<string>();
  let suspects = new Set<string>();
  let connection = 0;
  let held = new Set<string>();

  const look = async (): Promise<void> => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    if (row?.pid !== connection) held = new Set();
    connection = row?.pid ?? 0;
    for (const worker of [...own].filter((one) => !held.has(one))) {
      await sql`select pg_advisory_lock(${lockClass}, hashtext(${worker}))`;
      held.add(worker);
    }
    const lost = await withoutLock(sql, pace);
    const dead = lost.filter((worker) => suspects.has(worker) && !own.has(worker));
    suspects = new Set(lost);
    if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${sql.array(dead)}::text[])`;
  };

  let last = Promise.resolve();
  const soon = () => (last = last.then(look).catch(failed));
  const timer = setInterval(() => void soon(), pace).unref();
  return {
    add: (worker) => {
      own.add(worker);
      void soon();
    },
    close: async () => {
      clearInterval(timer);
      await last;
      await sql.end({ timeout: 1 });
    },
  };
}

/** Workers that have held a job for longer than `milliseconds` and hold no lock. */
async function withoutLock(sql: postgres.Sql, milliseconds: number): Promise<string[]> {
  const rows = await sql<{ worker: string }[]>`
    select distinct j.locked_by as worker from graphile_worker.jobs j
    where j.locked_by is not null and j.locked_at < now() - ${milliseconds}::integer * interval '1 millisecond'
      and not exists (
        select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and d.datname = current_database()
          and l.classid = ${lockClass}::integer::oid and l.objid = hashtext(j.locked_by)::oid)`;
  return rows.map(({ worker }) => worker);
}

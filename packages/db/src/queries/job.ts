import { sql } from 'drizzle-orm';
import { openClient } from '../client.ts';
import type { Database, Scoped } from '../scope.ts';

/** Something to be done soon, or at a moment, outside the request. */
export type NewJob = {
  task: string;
  /** What the task must know; ids rather than contents, which may have changed by then. */
  payload?: Record<string, unknown>;
  /** At most one waiting job of this key: a second one takes its place. */
  key?: string;
  /** Not before; now, when left out. */
  runAt?: Date;
};

/**
 * Puts a job into the queue in the transaction `tx`: done once that is committed, never if it is rolled back (M3). A tenant's
 * transaction marks it with the federation.
 */
export async function enqueue(tx: Scoped | Database, { task, payload = {}, key, runAt }: NewJob): Promise<void> {
  await tx.execute(
    sql`select app.add_job(${task}, ${JSON.stringify(payload)}::text::jsonb, ${key ?? null}::text, ${runAt?.toISOString() ?? null}::timestamptz)`,
  );
}

/** A job that waits or failed. */
export type Job = {
  id: string;
  task: string;
  /** When it was put into the queue. */
  since: Date;
  /** When it is tried next; in the past for one under way. */
  nextAt: Date;
  attempts: number;
  /** Given up: nobody tries it again by itself. */
  stuck: boolean;
  running: boolean;
  /** Code of the last failure. */
  lastError: string | null;
};

/** The federation's jobs and the server's own, oldest first, at most 200; nothing for a unit's people. */
export const jobsToShow = async (tx: Scoped): Promise<Job[]> => [
  ...(await tx.execute<Job>(sql`
    select id, task, since, next_at as "nextAt", attempts, stuck, running, last_error as "lastError" from app.jobs_to_show()`)),
];

/** How the whole queue stands: jobs that wait or run, jobs given up, and for how long the oldest that is due has waited. */
export async function jobCounts(db: Database): Promise<{ waiting: number; stuck: number; oldestSeconds: number }> {
  const [row] = await db.execute<{ waiting: number; stuck: number; oldestSeconds: number }>(
    sql`select waiting, stuck, oldest_seconds as "oldestSeconds" from app.job_counts()`,
  );
  return row!;
}

/** All jobs that wait, run or failed, oldest first. For the person who runs the server: the owner's connection. */
export const listJobs = (ownerUrl: string): Promise<Job[]> =>
  asOwner(ownerUrl, async (owner) => [
    ...(await owner<Job[]>`
      select id::text, task_identifier as task, created_at as since, run_at as "nextAt", attempts,
        attempts >= max_attempts and locked_at is null as stuck, locked_at is not null as running, last_error as "lastError"
      from graphile_worker.jobs order by created_at, id`),
  ]);

/** Has a job tried again now, with all its attempts before it. False when there is none, or it runs right now. */
export const retryJob = (ownerUrl: string, id: string): Promise<boolean> =>
  asOwner(ownerUrl, async (owner) => {
    const rows = await owner`
      select id from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`;
    return rows.length > 0;
  });

async function asOwner<T>(ownerUrl: string, work: (owner: ReturnType<typeof openClient>) => Promise<T>): Promise<T> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

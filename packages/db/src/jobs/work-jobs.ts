import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker';
import { silent } from './job-schema.ts';
import { watchWorkers } from './living-workers.ts';

/** Does one job. It may be killed anywhere and is then begun again, so doing it twice must be the same as doing it once. */
export type Task = (payload: unknown) => Promise<unknown>;

export type WorkOptions = {
  /** Direct connection of the owning role: workers LISTEN, which no transaction pooler passes on. */
  ownerUrl: string;
  tasks: Record<string, Task>;
  /** Tasks that come again by themselves: minute, hour, day, month, weekday in UTC, as in a crontab. */
  schedule?: Record<string, string>;
  /** Is told what went wrong and with which task, for the log. */
  failed: (error: unknown, task?: string) => void;
  /** Milliseconds between two looks for dead workers, and for new jobs of which no notice came. */
  pace?: number;
};

/** Jobs that one process does at once. */
const atOnce = 2;
/** Attempts before a job is left alone as stuck; the wait before each grows from seconds to six hours, two days in all
 * (app.add_job in packages/db/sql/job.sql gives as many). */
const attempts = 18;
/** Milliseconds that stopping waits for jobs under way; a job that is cut off is begun again by the next process. */
const patience = 1_500;

/**
 * Works on the job queue for as long as the process lives; several processes share the work. A database that is away is asked
 * again.
 *
 * @returns how to stop.
 */
export function workJobs({ ownerUrl, tasks, schedule = {}, failed, pace = 10_000 }: WorkOptions): () => Promise<void> {
  const stopped = new AbortController();
  const workers = watchWorkers(ownerUrl, pace, failed);
  const events = new EventEmitter() as WorkerEvents;
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId));
  const codedFailure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed(error, name);
      // What the queue keeps is a code: the message may hold what people wrote (A5).
      throw Object.assign(new Error(codeOf(error)), { stack: undefined });
    }
  };
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => codedFailure(name, () => task(payload))]),
  );
  const parsedCronItems = parseCronItems(
    Object.entries(schedule).map(([task, match]) => ({
      task,
      match,
      options: { backfillPeriod: 0, jobKey: `platform:${task}`, maxAttempts: attempts },
    })),
  );
  let runner: Runner | undefined;
  const working = (async () => {
    for (let wait = 250; !stopped.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      try {
        runner = await run({
          connectionString: ownerUrl,
          maxPoolSize: atOnce + 2,
          concurrency: atOnce,
          pollInterval: pace,
          noHandleSignals: true,
          logger: silent,
          events,
          taskList,
          parsedCronItems,
        });
        if (stopped.signal.aborted) await runner.stop();
        wait = 250;
        await runner.promise;
      } catch (error) {
        if (!stopped.signal.aborted) failed(error);
      }
      runner = undefined;
      await sleep(wait, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
    }
  })();
  return async () => {
    stopped.abort();
    await Promise.race([runner?.stop().catch(() => {}), sleep(patience, undefined, { ref: false })]);
    await Promise.race([working, sleep(patience, undefined, { ref: false })]);
    await workers.close();
  };
}

/** The code of the innermost error that has one; else the kind of error. Nothing that people wrote. */
function codeOf(error: unknown): string {
  let found = error instanceof Error ? error.name : 'unknown';
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string' && /^[\w-]{1,40}$/.test(code)) found = code;
  }
  return found;
}

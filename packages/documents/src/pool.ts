import type { Answer, Runner, RunnerEvents, Task } from './runner.ts';

export interface PoolOptions {
  /** Starts a thread or a process that answers every `Task` with one `Answer`. */
  start: (events: RunnerEvents) => Runner;
  /** At most so many runners; they start when there is work. */
  size: number;
  /** A task that takes longer is given up, and its runner with it. */
  timeoutMs: number;
  /** An idle runner ends after so long and gives its memory back. */
  idleMs: number;
  /** More waiting tasks than this are refused at once. */
  maxQueue: number;
}

/** Why a task has no answer; `failed` carries the runner's own error as cause. */
export type PoolFailure = 'timed-out' | 'out-of-memory' | 'crashed' | 'failed' | 'queue-full' | 'closed';

export class PoolError extends Error {
  readonly reason: PoolFailure;

  constructor(reason: PoolFailure, kind: string, cause?: unknown) {
    super(`${kind}: ${reason}${cause instanceof Error ? `, ${cause.message}` : ''}`, { cause });
    this.reason = reason;
  }
}

export interface Pool {
  run(kind: string, data: unknown): Promise<unknown>;
  /** Ends all runners; tasks still waiting fail with `closed`. */
  close(): Promise<void>;
}

interface Job extends Task {
  resolve: (value: unknown) => void;
  reject: (error: PoolError) => void;
}

interface Slot {
  runner: Runner;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** A few threads or processes with a queue before them: started when needed, replaced when they crash, ended when idle. */
export function createPool(options: PoolOptions): Pool {
  const slots = new Set<Slot>();
  const queue: Job[] = [];
  let lastId = 0;
  let closed = false;

  function assign(): void {
    while (queue.length > 0) {
      const idle = [...slots].find((slot) => slot.job === undefined);
      const slot = idle ?? (slots.size < options.size ? open() : undefined);
      if (!slot) return;
      begin(slot, queue.shift() as Job);
    }
  }

  function open(): Slot {
    const slot: Slot = {
      runner: options.start({
        answered: (answer) => finish(slot, answer),
        ended: (reason, cause) => drop(slot, reason, cause),
      }),
      job: undefined,
      timer: undefined,
    };
    slots.add(slot);
    return slot;
  }

  function begin(slot: Slot, job: Job): void {
    clearTimeout(slot.timer);
    slot.job = job;
    slot.runner.hold();
    slot.timer = setTimeout(() => {
      drop(slot, 'timed-out');
      void slot.runner.end();
    }, options.timeoutMs);
    try {
      slot.runner.send({ id: job.id, kind: job.kind, data: job.data });
    } catch (error) {
      // Data that cannot be copied over: the runner is fine, the task is not.
      rest(slot);
      job.reject(new PoolError('failed', job.kind, error));
    }
  }

  function finish(slot: Slot, answer: Answer): void {
    const { job } = slot;
    if (job?.id !== answer.id) return;
    rest(slot);
    if ('error' in answer) job.reject(new PoolError('failed', job.kind, answer.error));
    else job.resolve(answer.value);
    assign();
  }

  /** Nothing to do: the runner no longer keeps this process alive, and ends after a while. */
  function rest(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.job = undefined;
    slot.runner.release();
    slot.timer = setTimeout(() => {
      slots.delete(slot);
      void slot.runner.end();
    }, options.idleMs);
    slot.timer.unref();
  }

  /** The runner is of no more use; its task fails, the next task gets a new one. */
  function drop(slot: Slot, reason: PoolFailure, cause?: unknown): void {
    if (!slots.delete(slot)) return;
    clearTimeout(slot.timer);
    slot.job?.reject(new PoolError(reason, slot.job.kind, cause));
    if (!closed) assign();
  }

  return {
    run(kind, data) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new PoolError('closed', kind));
        if (queue.length >= options.maxQueue) return reject(new PoolError('queue-full', kind));
        queue.push({ id: ++lastId, kind, data, resolve, reject });
        assign();
      });
    },
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new PoolError('closed', job.kind));
      await Promise.all(
        [...slots].map((slot) => {
          drop(slot, 'closed');
          return slot.runner.end();
        }),
      );
    },
  };
}

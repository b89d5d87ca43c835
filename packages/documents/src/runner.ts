import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';

/** What a runner is sent, and what it sends back. */
export interface Task {
  id: number;
  kind: string;
  data: unknown;
}
export type Answer = { id: number; value: unknown } | { id: number; error: unknown };

/** A thread or a process that does one task after the other. */
export interface Runner {
  /** @throws when the data cannot be copied */
  send(task: Task): void;
  /** While held it keeps this process alive. */
  hold(): void;
  release(): void;
  end(): Promise<void>;
}

export interface RunnerEvents {
  answered: (answer: Answer) => void;
  ended: (reason: 'crashed' | 'out-of-memory', cause?: unknown) => void;
}

/** A thread of this process: for work on our own data. It starts fast and hands large results over without a copy. */
export function startThread(script: URL): (events: RunnerEvents) => Runner {
  return ({ answered, ended }) => {
    const worker = new Worker(script);
    worker.on('message', answered);
    worker.on('error', (error) => ended('crashed', error));
    worker.on('exit', () => ended('crashed'));
    return {
      send: (task) => worker.postMessage(task),
      hold: () => worker.ref(),
      release: () => worker.unref(),
      end: async () => void (await worker.terminate()),
    };
  };
}

/**
 * A process of its own: for files that nobody has vouched for. A thread's memory limit does not do: one large
 * allocation beyond it ends the whole server. The process sees no environment, may not write files or start others.
 */
export function startProcess(script: URL, memoryMb: number): (events: RunnerEvents) => Runner {
  return ({ answered, ended }) => {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${memoryMb}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
      env: {},
      // V8 writes a page about its heap when the limit is reached; nobody needs it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.on('message', (answer) => answered(answer as Answer));
    child.on('error', (error) => ended('crashed', error));
    // V8 aborts at the limit: a signal, or 134 where a shell stands between.
    child.on('exit', (code, signal) => ended(signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'crashed'));
    return {
      send: (task) => void child.send(task),
      hold() {
        child.ref();
        child.channel?.ref();
      },
      release() {
        child.unref();
        child.channel?.unref();
      },
      end() {
        child.kill('SIGKILL');
        return exited;
      },
    };
  };
}

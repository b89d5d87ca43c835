import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refused } from './command.ts';

/**
 * What Node was started with (`--max-old-space-size`), else three quarters of what this process may have, in MB: the
 * rest is for the bytes of the file, which are not in the heap.
 */
function heapLimit(): number {
  const asked = process.execArgv.map((flag) => /^--max-old-space-size=(\d+)$/.exec(flag)?.[1]).find(Boolean);
  if (asked !== undefined) return Number(asked);
  const constrained = process.constrainedMemory();
  const total = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.max(512, Math.floor((total / 1024 / 1024) * 0.75));
}

/**
 * Runs a command in a thread of its own. A file too large for the machine's memory then ends the thread, which this
 * process lives to explain; on the main thread it would be an abort with a dump. The thread also has four times the
 * stack and may use more memory than the default.
 */
export function runInThread(name: string, args: readonly string[]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { name, args: [...args] },
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(), maxYoungGenerationSizeMb: 192 },
  });
  worker.on('message', resolve);
  worker.on('error', (error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    reject(
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Refused(
            'out-of-memory',
            'Máy không đủ bộ nhớ cho tệp này. Hãy chạy trên máy có nhiều bộ nhớ hơn, hoặc chia tệp theo từng liên đoàn.',
          )
        : error,
    );
  });
  worker.on('exit', () => reject(new Error('the thread ended without an answer')));
  return promise;
}

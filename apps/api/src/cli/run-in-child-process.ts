import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { Refused } from './command.ts';
import { DEFECT } from './run-command.ts';

/** Files from this size on are worked on in a process of their own. */
const large = 8 * 1024 * 1024;

/** Whether one of the words names something that may need much memory: a large file, or a pipe of unknown length. */
export const needsMuchMemory = (args: readonly string[]): boolean => args.some((word) => word === '-' || isLarge(word));

function isLarge(word: string): boolean {
  try {
    const found = statSync(word);
    return found.isFile() ? found.size >= large : !found.isDirectory();
  } catch {
    // Not a file, or not ours to look at: reading it will say so.
    return false;
  }
}

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
 * Runs a command in a process with more memory than the default. When even that is not enough, V8 ends the process with
 * a dump that nobody can read; this one lives on to say it in a sentence. Sentences of the command go through
 * descriptor 3 to our own standard error, the dump goes nowhere.
 */
export function runInChildProcess(name: string, args: readonly string[]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${String(heapLimit())}`,
      '--max-semi-space-size=64',
      path.join(import.meta.dirname, 'child-process.ts'),
      name,
      ...args,
    ],
    { stdio: ['inherit', 'inherit', 'ignore', 2] },
  );
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let asked = false;
  for (const signal of signals)
    process.on(signal, () => {
      asked = true;
      child.kill(signal);
    });
  child.on('error', reject);
  child.on('exit', (code, signal) => {
    if (asked) resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    else if (code !== null && code <= DEFECT) resolve(code);
    else
      reject(
        new Refused(
          'out-of-memory',
          'Máy không đủ bộ nhớ cho tệp này. Hãy chạy trên máy có nhiều bộ nhớ hơn, hoặc chia tệp theo từng liên đoàn.',
        ),
      );
  });
  return promise;
}

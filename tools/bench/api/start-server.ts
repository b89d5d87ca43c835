import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export type Started = {
  url: string;
  /** From starting the process to its first answer, ms. */
  startMs: number;
  /** Resident memory in MB: now, and the most it has been. */
  memory: () => { now: number; peak: number };
  stop: () => void;
};

type Told = { port: number; memory: number; peak: number };

/** Runs one of the servers beside this file in a process of its own. */
export async function startServer(file: string, args: string[]): Promise<Started> {
  const before = performance.now();
  const child: ChildProcess = fork(path.join(import.meta.dirname, file), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let told: Told | undefined;
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      told = message as Told;
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  const startMs = performance.now() - before;
  return {
    url: `http://127.0.0.1:${told!.port}`,
    startMs,
    memory: () => ({ now: told!.memory / 1e6, peak: told!.peak / 1e6 }),
    stop: () => child.disconnect(),
  };
}

import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL's main process wrote about itself into its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Reads `postmaster.pid`; null when no server runs or the file is only half written. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return Number.isInteger(pid) && pid > 1 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/**
 * Whether process `pid` is the living server of this data folder. Numbers are given out again, so a living process
 * with the right number may be a stranger; and one killed under a first process that buries nobody stays as a zombie.
 */
export function servesFolder(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  const shown = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return !shown.trimStart().startsWith('Z') && shown.includes('postgres');
}

/**
 * Removes a `postmaster.pid` whose process is gone. PostgreSQL does so by itself unless the number belongs to a
 * zombie or a stranger of the same account: those it takes for a living server and refuses to start.
 */
export function clearStalePostmaster(data: string): void {
  const found = readPostmaster(data);
  if (found !== null && !servesFolder(found.pid, data)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** Waits until the server of `data` is gone; false when `milliseconds` were not enough. */
async function gone(pid: number, data: string, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (servesFolder(pid, data)) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

/**
 * Stops the server of `data`: fast shutdown first (open transactions are rolled back, nothing committed is lost), an
 * immediate one if that hangs (the next start replays the log).
 */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!servesFolder(pid, data)) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await gone(pid, data, patience)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) did not stop`);
}

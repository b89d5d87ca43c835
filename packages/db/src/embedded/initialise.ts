import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { adviceFor, EmbeddedError } from './error.ts';

/** The environment of PostgreSQL's programs: nothing of ours, so that no PGDATA or PGOPTIONS leaks in. */
export function plainEnvironment(home: string): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: home, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', TZ: 'UTC' };
}

/**
 * Creates the data of a new server in `data` (texts in UTF-8, sorted as Vietnamese read). It is built beside and moved
 * into place, so that an interrupted first start leaves nothing half made behind.
 */
export function initialise(
  binaries: string,
  data: string,
  account: Account | null,
  password: string,
  durable: boolean,
): void {
  if (existsSync(path.join(data, 'PG_VERSION'))) return;
  const folder = path.dirname(data);
  for (const entry of readdirSync(folder)) {
    if (/^incoming-\d+$/.test(entry) && !running(Number(entry.slice(9))))
      rmSync(path.join(folder, entry), { recursive: true });
  }
  const incoming = path.join(folder, `incoming-${process.pid}`);
  mkdirSync(incoming, { mode: 0o700 });
  const passwordFile = path.join(incoming, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== null) for (const file of [incoming, passwordFile]) chownSync(file, account.uid, account.gid);
  const built = path.join(incoming, 'data');
  const made = spawnSync(
    path.join(binaries, 'bin/initdb'),
    [
      ...['-D', built, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...(durable ? [] : ['--no-sync']),
      ...['--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8'],
    ],
    { ...account, cwd: incoming, env: plainEnvironment(incoming), encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(incoming, { recursive: true, force: true });
    const said = `${made.error?.message ?? ''}${made.stdout ?? ''}${made.stderr ?? ''}`;
    throw new EmbeddedError(`Không tạo được cơ sở dữ liệu trong ${folder}. ${adviceFor(said, folder)}\n${said}`);
  }
  try {
    renameSync(built, data);
  } catch (error) {
    // Two first starts at once: the other one's data is in place.
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function running(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

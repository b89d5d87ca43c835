import { accessSync, constants, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/** Root's folder for what this product keeps: data of each checkout, and copies of PostgreSQL's programs. */
export const rootShelf = '/var/lib/giaouoc';

/** The variables of the environment that say where this person keeps data. */
export interface Homes {
  XDG_DATA_HOME?: string | undefined;
  LOCALAPPDATA?: string | undefined;
}

/**
 * Where a checkout keeps what must not be lost: the embedded database and the evidence. Outside the checkout, so that
 * neither `git clean -fdx` nor a fresh clone in the same place throws a year's work away; named after the checkout's
 * path, so that two clones side by side never meet. Root uses /var/lib because the account that runs PostgreSQL
 * cannot enter root's home; an account without a home keeps it in the checkout.
 */
export function dataFolderOf(checkout: string, homes: Homes = {}): string {
  const name = `${path.basename(checkout).replace(/[^\w.-]/g, '_')}-${createHash('sha256').update(path.resolve(checkout)).digest('hex').slice(0, 12)}`;
  if (process.getuid?.() === 0) return path.join(rootShelf, name);
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(homes.LOCALAPPDATA ?? home, 'giaouoc', name);
  const shared = homes.XDG_DATA_HOME ?? path.join(home, '.local/share');
  return writable(shared) ? path.join(shared, 'giaouoc', name) : path.join(checkout, '.data');
}

/** Whether `folder`, or the nearest folder above it that exists, may be written to. */
function writable(folder: string): boolean {
  let nearest = path.resolve(folder);
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

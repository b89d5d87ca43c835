import os from 'node:os';
import { reachableByOthers } from '../src/embedded/binaries.ts';

/** A folder for throw-away data that the account running PostgreSQL can reach. */
export function scratchFolder(): string {
  return process.getuid?.() === 0 && !reachableByOthers(os.tmpdir()) ? '/var/tmp' : os.tmpdir();
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const named = '.s.PGSQL.';

/** Whether a socket can lie in the data folder: systems take a hundred characters for its path, and Windows none. */
export const socketFits = (data: string): boolean =>
  process.platform !== 'win32' && !data.includes(',') && Buffer.byteLength(path.join(data, `${named}65535`)) <= 100;

/** Whether the server on this port, perhaps one left alive by an earlier version, listens on a socket there. */
export const hasSocket = (data: string, port: number): boolean => existsSync(path.join(data, `${named}${port}`));

/** Removes what a killed server left of its sockets; only while none runs. Their locks could name a living stranger. */
export function clearSockets(data: string): void {
  for (const name of readdirSync(data)) if (name.startsWith(named)) rmSync(path.join(data, name), { force: true });
}

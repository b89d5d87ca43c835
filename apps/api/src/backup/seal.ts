import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The entry of a backup that holds its seal, after everything else. */
export const sealName = 'seal';

/** What only a holder of the key can make of what a backup says of itself, its hash over all contents included. */
export const sealOf = (manifest: Buffer, key: Buffer): string =>
  createHmac('sha256', key).update('giaouoc backup seal 1\n').update(manifest).digest('hex');

/** Whether a seal is the one of this manifest. */
export function isSealOf(manifest: Buffer, key: Buffer, seal: string): boolean {
  const [right, given] = [Buffer.from(sealOf(manifest, key)), Buffer.from(seal)];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Where an installation keeps the key: beside its data, and never in the database, whose copy a backup carries. */
export const sealKeyFile = (dataFolder: string): string => path.join(dataFolder, 'backup.key');

const shape = /^giaouoc-backup-key ([A-Za-z0-9_-]{43})\s*$/;

/** The key of a file, or null where the file holds none. Throws where it cannot be read. */
export function readSealKey(file: string): Buffer | null {
  const text = shape.exec(readFileSync(file, 'utf8'))?.[1];
  return text === undefined ? null : Buffer.from(text, 'base64url');
}

/** The installation's key; made the first time. @returns null where the file holds something else. */
export function ownSealKey(dataFolder: string): { key: Buffer; file: string; made: boolean } | null {
  const file = sealKeyFile(dataFolder);
  const made = !existsSync(file);
  if (made) {
    mkdirSync(dataFolder, { recursive: true });
    // `wx`: of two that make one at the same moment, the second reads the first one's.
    try {
      writeFileSync(file, `giaouoc-backup-key ${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const key = readSealKey(file);
  return key && { key, file, made };
}

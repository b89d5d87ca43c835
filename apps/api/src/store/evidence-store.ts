import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Where the bytes of evidence lie: under federation/SHA-256 of the stored bytes, never overwritten (R7). The name a
 * person gave the file lives in the database only.
 */
export type EvidenceStore = {
  /** Stores bytes, durable before it returns (R1). Storing the same bytes again changes nothing. */
  put: (federationId: string, bytes: Uint8Array) => Promise<{ sha256: string }>;
  /** The bytes as a stream, or null when they are not there. */
  get: (federationId: string, sha256: string) => Promise<{ stream: Readable; bytes: number } | null>;
};

/** An evidence store in a folder of this machine. */
export function folderStore(root: string): EvidenceStore {
  const fileOf = (federationId: string, sha256: string) => {
    // Both come from our own rows; checked all the same, since they become a path.
    if (!/^[0-9a-f-]{36}$/.test(federationId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not an evidence key');
    return path.join(root, federationId, sha256);
  };
  return {
    async put(federationId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = fileOf(federationId, sha256);
      if (
        await access(file).then(
          () => true,
          () => false,
        )
      )
        return { sha256 };
      await mkdir(path.dirname(file), { recursive: true });
      // Written beside and renamed, so that a killed process leaves no half file under a finished name.
      const partial = `${file}.${process.pid}.${Date.now()}.part`;
      try {
        const handle = await open(partial, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(partial, file);
        const folder = await open(path.dirname(file), 'r');
        await folder.sync().finally(() => folder.close());
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return { sha256 };
    },
    async get(federationId, sha256) {
      const file = fileOf(federationId, sha256);
      const facts = await stat(file).catch(() => null);
      return facts ? { stream: createReadStream(file), bytes: facts.size } : null;
    },
  };
}

import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { evidenceKey, StoreAway, type EvidenceStore } from './evidence-store.ts';

/** What a put writes before its bytes are whole; of a killed one it stays. Nothing else is ever taken away. */
const left = /^[0-9a-f]{64}\..+\.part$/;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** An evidence store in a folder of this machine. A disk that is full or does not answer is away. */
export function folderStore(root: string): EvidenceStore {
  const fileOf = (federationId: string, sha256: string) => path.join(root, evidenceKey(federationId, sha256));
  return {
    place: root,
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
      // Written beside and renamed, so that a killed process leaves no half file under a finished name; each writer has a
      // file of its own, also where two people send the same bytes at one moment.
      const partial = `${file}.${randomUUID()}.part`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
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
        await rm(partial, { force: true }).catch(() => {});
        throw new StoreAway(codeOf(error));
      }
      return { sha256 };
    },
    async get(federationId, sha256) {
      const file = fileOf(federationId, sha256);
      const facts = await stat(file).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw new StoreAway(codeOf(error));
        return null;
      });
      return facts ? { stream: createReadStream(file), bytes: facts.size } : null;
    },
    async probe() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    },
    async sweep(before) {
      let swept = 0;
      for (const federation of await readdir(root, { withFileTypes: true })) {
        if (!federation.isDirectory()) continue;
        const folder = path.join(root, federation.name);
        for (const name of await readdir(folder)) {
          if (!left.test(name)) continue;
          const file = path.join(folder, name);
          const facts = await stat(file).catch(() => null);
          // Another process may be at it too.
          if (!facts || facts.mtime >= before) continue;
          await rm(file, { force: true });
          swept += 1;
        }
      }
      return swept;
    },
  };
}

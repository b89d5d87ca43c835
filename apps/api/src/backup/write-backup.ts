import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { readDatabase } from '@giaouoc/db/backup/index';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { sealName, sealOf } from './seal.ts';
import { scoreAllYears, type YearDigest } from './score-all-years.ts';

/** What a backup says of itself, last in the archive but for its seal: its presence means that the archive is whole. */
export type Manifest = {
  /** `/1` had no seal. */
  format: 'giaouoc-backup/1' | 'giaouoc-backup/2';
  madeAt: string;
  migrations: string[];
  rows: Record<string, number>;
  /** SHA-256 over the hashes of all entries before it, in order. */
  contents: string;
  evidence: number;
  /** Evidence that a row names and the store does not have. */
  missingEvidence: string[];
  years: YearDigest[];
};

/**
 * Writes the whole database, as it was at one moment, and all evidence into one file (.tar.gz). Others may go on working
 * meanwhile. The file appears under its name only when it is whole.
 *
 * @param options.sealKey with which a restore tells that nobody has changed it (seal.ts).
 */
export async function writeBackup(
  ownerUrl: string,
  store: EvidenceStore,
  file: string,
  { now, sealKey }: { now: Date; sealKey: Buffer },
): Promise<Manifest> {
  const partial = `${file}.part`;
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(partial, { mode: 0o600 }));
  const contents = createHash('sha256');
  const put = (name: string, bytes: Buffer) =>
    new Promise<void>((resolve, reject) =>
      pack.entry({ name, size: bytes.length, mtime: now }, bytes, (error) => (error ? reject(error) : resolve())),
    );
  const add = (name: string, bytes: Buffer) => {
    contents.update(name).update(createHash('sha256').update(bytes).digest());
    return put(name, bytes);
  };
  try {
    const rows: Record<string, number> = {};
    // Rows, the list of evidence and the digests are of one moment, whatever officers do meanwhile.
    const { migrations, years, named } = await readDatabase(ownerUrl, async (reading) => {
      for await (const { table, part, rows: lines } of reading.pieces) {
        rows[table] = (rows[table] ?? 0) + lines.length;
        await add(`tables/${table}/${String(part).padStart(6, '0')}.ndjson`, Buffer.from(`${lines.join('\n')}\n`));
      }
      return {
        migrations: reading.migrations,
        years: await scoreAllYears(ownerUrl, reading),
        named: reading.evidence,
      };
    });
    const missingEvidence: string[] = [];
    let evidence = 0;
    for (const { federationId, sha256 } of named) {
      const found = await store.get(federationId, sha256);
      if (!found) {
        missingEvidence.push(`${federationId}/${sha256}`);
        continue;
      }
      await add(`evidence/${federationId}/${sha256}`, await buffer(found.stream));
      evidence += 1;
    }
    const manifest: Manifest = {
      format: 'giaouoc-backup/2',
      madeAt: now.toISOString(),
      migrations,
      rows,
      contents: contents.digest('hex'),
      evidence,
      missingEvidence,
      years,
    };
    const told = Buffer.from(JSON.stringify(manifest, null, 1));
    await put('manifest.json', told);
    await put(sealName, Buffer.from(sealOf(told, sealKey)));
    pack.finalize();
    await written;
    await rename(partial, file);
    return manifest;
  } catch (error) {
    pack.destroy();
    await written.catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}

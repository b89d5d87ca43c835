import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { writeDatabase, type Piece } from '@giaouoc/db/backup/index';
import { checkTrail, type CheckedTrail } from '../security/check-trail.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { isSealOf, sealName } from './seal.ts';
import { scoreAllYears, type YearDigest } from './score-all-years.ts';
import type { Manifest } from './write-backup.ts';

/** Why a file is no backup that can be restored. */
export class NotABackup extends Error {}

type Entry = { name: string; bytes: Buffer };

async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const extract = tar.extract();
  const piped = pipeline(createReadStream(file), createGunzip(), extract, () => {});
  try {
    for await (const entry of extract) yield { name: entry.header.name, bytes: await buffer(entry) };
  } catch (error) {
    throw new NotABackup((error as Error).message);
  } finally {
    piped.destroy();
  }
}

/** Why a backup is not taken although it is whole: nothing shows that it is as it was made. */
export class NotSealed extends Error {
  readonly reason: 'no-seal' | 'no-key' | 'other-seal';
  constructor(reason: NotSealed['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** With which key a backup's seal is checked; null: there is none here. `unsealed`: knowingly taken as it is. */
export type SealCheck = { key: Buffer | null } | 'unsealed';

/**
 * Reads the whole file once, checks that it is whole and as it was made, and gives what it says of itself.
 *
 * @throws NotABackup, NotSealed
 */
export async function readManifest(file: string, check: SealCheck): Promise<Manifest> {
  const contents = createHash('sha256');
  let told: Buffer | undefined;
  let seal: string | undefined;
  for await (const { name, bytes } of entriesOf(file)) {
    if (told === undefined && name !== 'manifest.json')
      contents.update(name).update(createHash('sha256').update(bytes).digest());
    else if (told === undefined) told = bytes;
    else if (seal === undefined && name === sealName) seal = bytes.toString();
    else throw new NotABackup(`${name} after the manifest`);
  }
  const manifest = told && parsed(told);
  if (!told || (manifest?.format !== 'giaouoc-backup/1' && manifest?.format !== 'giaouoc-backup/2'))
    throw new NotABackup('no manifest');
  if (manifest.contents !== contents.digest('hex')) throw new NotABackup('contents differ from the manifest');
  if (check !== 'unsealed') {
    if (seal === undefined) throw new NotSealed('no-seal');
    if (check.key === null) throw new NotSealed('no-key');
    if (!isSealOf(told, check.key, seal)) throw new NotSealed('other-seal');
  }
  return manifest;
}

function parsed(bytes: Buffer): Manifest {
  try {
    return JSON.parse(bytes.toString()) as Manifest;
  } catch (error) {
    throw new NotABackup((error as Error).message);
  }
}

export type Restored = {
  manifest: Manifest;
  rows: Map<string, number>;
  evidence: number;
  years: (YearDigest & { same: boolean })[];
  /** The audit chain as it was restored. */
  trail: CheckedTrail;
};

/**
 * Restores a backup into a migrated database without federations: rows in one transaction, evidence into the store, then
 * every year scored again and compared with the digest that the backup carries (R8), and the trail held against its seals (R5).
 *
 * @throws NotABackup, NotSealed, RestoreRefused
 */
export async function restoreBackup(
  ownerUrl: string,
  store: EvidenceStore,
  file: string,
  check: SealCheck,
): Promise<Restored> {
  const manifest = await readManifest(file, check);
  let evidence = 0;
  // Evidence first: no row may ever name bytes that are not there. Stored under their own hash, bytes too many harm nobody.
  for await (const { name, bytes } of entriesOf(file)) {
    const [kind, federationId, sha256] = name.split('/');
    if (kind !== 'evidence' || !federationId) continue;
    const put = await store.put(federationId, bytes);
    if (put.sha256 !== sha256) throw new NotABackup(`evidence ${name} has other bytes`);
    evidence += 1;
  }
  async function* pieces(): AsyncGenerator<Piece> {
    for await (const { name, bytes } of entriesOf(file)) {
      const [kind, table, part] = name.split('/');
      if (kind === 'tables' && table)
        yield { table, part: Number.parseInt(part ?? '0', 10), rows: bytes.toString().trimEnd().split('\n') };
    }
  }
  const rows = await writeDatabase(ownerUrl, manifest.migrations, pieces());
  const before = new Map(manifest.years.map((year) => [year.yearId, year.digest]));
  const years = (await scoreAllYears(ownerUrl)).map((year) => ({
    ...year,
    same: before.get(year.yearId) === year.digest,
  }));
  return { manifest, rows, evidence, years, trail: await checkTrail(ownerUrl) };
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwner } from '@giaouoc/db/testing/builders';
import { testDatabase, type TestDatabase } from '@giaouoc/db/testing/database';
import { RestoreRefused } from '@giaouoc/db/backup/index';
import { trailSealer } from '@giaouoc/db/trail/seal-trails';
import { bucketOf } from '../../testing/bucket-of.ts';
import { people, type People } from '../../testing/people.ts';
import { photo } from '../../testing/photo.ts';
import { s3Server } from '../../testing/s3-server.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';
import { StoreAway } from '../store/evidence-store.ts';
import { folderStore } from '../store/folder-store.ts';
import { openStore } from '../store/open-store.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { NotABackup, NotSealed, readManifest, restoreBackup } from './read-backup.ts';
import { sealOf } from './seal.ts';
import { writeBackup, type Manifest } from './write-backup.ts';

let all: People;
let fresh: TestDatabase;
const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-backup-'));
const file = path.join(folder, 'backup.tar.gz');
const key = randomBytes(32);
const sealed = () => ({ now: all.clock.now, sealKey: key });
const restoredStore = folderStore(path.join(folder, 'evidence'));

beforeAll(async () => {
  all = await people();
  fresh = await testDatabase();
  await publishSamplePlan(all);
  const unitId = all.chair.unitId!;
  await all.chair.call.evidence.upload(photo('Biên bản', '1.3|hk1'));
  const fields = {
    '1.1': { part: '45', whole: '46' },
    '1.3': { yes: 'yes' },
    '1.4': { value: '6' },
    '1.5': { items: ['bch'] },
  };
  const lines = Object.entries(fields).map(([line, typed]) => ({ line, period: 'hk1', fields: typed, seen: 0 }));
  await all.chair.call.report.submit({ clientId: randomUUID(), period: 'hk1', lines });
  const { items } = await all.officer.call.assessment.queue({ by: 'unit', open: unitId });
  const cases = items.map((item) => ({ unitId, line: item.line, period: item.period, seen: item.revision }));
  await all.officer.call.assessment.accept({ clientId: randomUUID(), cases });
  await trailSealer({ ownerUrl: all.ownerUrl, sign: all.services.signer.sign })();
});
afterAll(async () => {
  await all.close();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps database and evidence, and brings both back with every year scored the same (R8)', async () => {
  const manifest = await writeBackup(urlOf(all), all.services.store, file, sealed());
  expect(manifest).toMatchObject({ evidence: 1, missingEvidence: [], years: [{ units: 3 }] });
  const restored = await restoreBackup(fresh.ownerUrl, restoredStore, file, { key });
  expect(restored.years).toMatchObject([{ same: true, digest: manifest.years[0]?.digest }]);
  expect(Object.fromEntries(restored.rows)).toEqual(manifest.rows);
  expect(restored.trail.verdict).toMatchObject({ faults: [], unsealed: [] });
  expect(restored.trail.seals).toBeGreaterThan(0);
  expect(restored.trail.events).toBeGreaterThan(3);

  const there = openOwner(fresh.ownerUrl);
  const [before, after] = await Promise.all(
    [all.owner, there].map((sql) => sql`select to_jsonb(e)::text as row from audit_event e order by id`),
  );
  expect(after).toEqual(before);
  const [evidence] = await there<
    { federationId: string; sha256: string }[]
  >`select federation_id as "federationId", sha256 from evidence`;
  expect(await restoredStore.get(evidence!.federationId, evidence!.sha256)).not.toBeNull();
  // The trace goes on where it ended.
  await there`insert into audit_event (federation_id, role, title, action, subject, request_id)
    values (${all.federation.id}, 'officer', 'x', 'test', 'x', 'x')`;
  await there.end();
});

it('brings evidence into a bucket and keeps it from there, the same (R8, M2)', async () => {
  const server = await s3Server();
  const again = await testDatabase();
  const third = path.join(folder, 'from-bucket.tar.gz');
  try {
    const store = await openStore({ bucket: bucketOf(server, { prefix: 'minh-chung' }) });
    const restored = await restoreBackup(again.ownerUrl, store, file, { key });
    expect(restored).toMatchObject({ evidence: 1, years: [{ same: true }] });
    expect(await writeBackup(again.ownerUrl, store, third, sealed())).toMatchObject({
      evidence: 1,
      missingEvidence: [],
      years: restored.years.map(({ digest }) => ({ digest })),
    });
    const [object = ''] = [...server.objects.keys()].filter((one) => /[0-9a-f]{64}$/.test(one));
    server.objects.delete(object);
    rmSync(third);
    expect(await writeBackup(again.ownerUrl, store, third, sealed())).toMatchObject({
      evidence: 0,
      missingEvidence: [object.replace('minh-chung/', '')],
    });
    // A bucket that is away is not evidence that is missing: no backup rather than a poor one.
    await server.close();
    rmSync(third);
    await expect(writeBackup(again.ownerUrl, store, third, sealed())).rejects.toThrow(StoreAway);
    expect(existsSync(third)).toBe(false);
  } finally {
    await server.close();
    await again.drop();
  }
});

it('R5 of a trail that somebody has worked at is restored and told', async () => {
  const again = await testDatabase();
  const fourth = path.join(folder, 'worked-at.tar.gz');
  const [event] = await all.owner<{ id: number }[]>`select min(id)::float8 as id from audit_event`;
  const retitle = (title: string) => all.owner`update audit_event set title = ${title} where id = ${event!.id}`;
  const [before] = await all.owner<{ title: string }[]>`select title from audit_event where id = ${event!.id}`;
  try {
    await retitle('Người khác');
    await writeBackup(urlOf(all), all.services.store, fourth, sealed());
    const restored = await restoreBackup(again.ownerUrl, folderStore(path.join(folder, 'again')), fourth, { key });
    expect(restored.trail.verdict.faults).toMatchObject([{ of: 'event', id: event!.id, fault: 'changed' }]);
  } finally {
    await retitle(before!.title);
    await again.drop();
  }
});

it('is not put on top of anything', async () => {
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, file, { key })).rejects.toThrow(RestoreRefused);
});

it('is recognised when a byte of it is missing or changed', async () => {
  const bytes = readFileSync(file);
  const broken = path.join(folder, 'broken.tar.gz');
  writeFileSync(broken, bytes.subarray(0, bytes.length - 200));
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, broken, { key })).rejects.toThrow(NotABackup);
  writeFileSync(broken, 'not an archive');
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, broken, { key })).rejects.toThrow(NotABackup);
});

describe('a backup that somebody has worked at', () => {
  const at = (name: string) => path.join(folder, name);

  it('is refused although its own hash fits, and says why', async () => {
    const entries = await entriesOf(file);
    const changed = await withOtherContents(entries);
    writeFileSync(at('forged.tar.gz'), await archive(changed));
    await expect(readManifest(at('forged.tar.gz'), { key })).rejects.toMatchObject({ reason: 'other-seal' });
    // With the seal of another key, or with none.
    const told = changed.find(([name]) => name === 'manifest.json')![1];
    const bare = changed.filter(([name]) => name !== 'seal');
    const other: Entry = ['seal', Buffer.from(sealOf(told, randomBytes(32)))];
    writeFileSync(at('other.tar.gz'), await archive([...bare, other]));
    await expect(readManifest(at('other.tar.gz'), { key })).rejects.toMatchObject({ reason: 'other-seal' });
    writeFileSync(at('bare.tar.gz'), await archive(bare));
    await expect(readManifest(at('bare.tar.gz'), { key })).rejects.toMatchObject({ reason: 'no-seal' });
    await expect(readManifest(file, { key: null })).rejects.toBeInstanceOf(NotSealed);
    // Something added behind the manifest, which no hash covers.
    writeFileSync(at('more.tar.gz'), await archive([...entries, ['tables/public.unit/9.ndjson', Buffer.from('{}')]]));
    await expect(readManifest(at('more.tar.gz'), { key })).rejects.toBeInstanceOf(NotABackup);
  });

  it('of the time before seals is taken only knowingly', async () => {
    const old = await withOtherContents(await entriesOf(file), 'giaouoc-backup/1');
    writeFileSync(at('old.tar.gz'), await archive(old.filter(([name]) => name !== 'seal')));
    await expect(readManifest(at('old.tar.gz'), { key })).rejects.toMatchObject({ reason: 'no-seal' });
    expect(await readManifest(at('old.tar.gz'), 'unsealed')).toMatchObject({ format: 'giaouoc-backup/1' });
  });
});

it('is of one moment, although officers judge while it is made (R8)', async () => {
  const [unitId, { officer, federation }] = [all.chair.unitId!, all];
  const at = { yearId: federation.yearId, unitId, line: '1.4', period: 'hk1' };
  let stop = false;
  let judged = 0;
  const seen = async () => {
    const [row] = await all.owner<{ revision: number }[]>`
      select revision from figure_status where unit_id = ${unitId} and line_code = '1.4' and period_code = 'hk1'`;
    return row!.revision;
  };
  const judge = async () => {
    await officer.call.assessment.undo({ clientId: randomUUID(), ...at, seen: await seen() });
    const correction = { kind: 'figure', fields: { value: String(7 + judged) } } as const;
    await officer.call.assessment.adjust({
      clientId: randomUUID(),
      ...at,
      seen: await seen(),
      correction,
      reason: 'Theo sổ',
    });
    judged += 1;
  };
  // At every moment of it, and surely between its rows and its end: there the evidence is read.
  const store: EvidenceStore = {
    ...all.services.store,
    get: async (...asked) => {
      for (const before = judged; judged === before && !stop;) await sleep(5);
      return all.services.store.get(...asked);
    },
  };
  const judging = (async () => {
    while (!stop) await judge();
  })().finally(() => (stop = true));
  const there = await testDatabase();
  try {
    const during = path.join(folder, 'during.tar.gz');
    const manifest = await writeBackup(urlOf(all), store, during, sealed());
    stop = true;
    await judging;
    expect(judged).toBeGreaterThan(1);
    const restored = await restoreBackup(there.ownerUrl, restoredStore, during, { key });
    expect(restored.years).toMatchObject([{ same: true, digest: manifest.years[0]!.digest }]);
  } finally {
    stop = true;
    await there.drop();
  }
});

type Entry = [name: string, bytes: Buffer];

async function entriesOf(archived: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const extract = tar.extract();
  const piped = pipeline(createReadStream(archived), createGunzip(), extract);
  for await (const entry of extract) entries.push([entry.header.name, await buffer(entry)]);
  await piped;
  return entries;
}

/** The same with another name of a unit, and with a hash that fits. */
async function withOtherContents(entries: Entry[], format = 'giaouoc-backup/2'): Promise<Entry[]> {
  const contents = createHash('sha256');
  return entries.map(([name, bytes]): Entry => {
    if (name === 'manifest.json') {
      const manifest = { ...(JSON.parse(bytes.toString()) as Manifest), format, contents: contents.digest('hex') };
      return [name, Buffer.from(JSON.stringify(manifest))];
    }
    if (name === 'seal') return [name, bytes];
    const changed = Buffer.from(bytes.toString('latin1').replaceAll('"45"', '"46"'), 'latin1');
    contents.update(name).update(createHash('sha256').update(changed).digest());
    return [name, changed];
  });
}

function archive(entries: Entry[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const [name, bytes] of entries) pack.entry({ name }, bytes);
  pack.finalize();
  return buffer(pack.pipe(createGzip()));
}

/** The owner's address of the database that `people` works with. */
function urlOf({ owner }: People): string {
  const { host, port, user, pass, database } = owner.options;
  return `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`;
}

import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwner } from '@giaouoc/db/testing/builders';
import { testDatabase, type TestDatabase } from '@giaouoc/db/testing/database';
import { RestoreRefused } from '@giaouoc/db/backup/index';
import { bucketOf } from '../../testing/bucket-of.ts';
import { people, type People } from '../../testing/people.ts';
import { photo } from '../../testing/photo.ts';
import { s3Server } from '../../testing/s3-server.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';
import { StoreAway } from '../store/evidence-store.ts';
import { folderStore } from '../store/folder-store.ts';
import { openStore } from '../store/open-store.ts';
import { NotABackup, restoreBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

let all: People;
let fresh: TestDatabase;
const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-backup-'));
const file = path.join(folder, 'backup.tar.gz');
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
});
afterAll(async () => {
  await all.close();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps database and evidence, and brings both back with every year scored the same (R8)', async () => {
  const manifest = await writeBackup(urlOf(all), all.services.store, file, all.clock.now);
  expect(manifest).toMatchObject({ evidence: 1, missingEvidence: [], years: [{ units: 3 }] });
  const restored = await restoreBackup(fresh.ownerUrl, restoredStore, file);
  expect(restored.years).toMatchObject([{ same: true, digest: manifest.years[0]?.digest }]);
  expect(Object.fromEntries(restored.rows)).toEqual(manifest.rows);

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
    const restored = await restoreBackup(again.ownerUrl, store, file);
    expect(restored).toMatchObject({ evidence: 1, years: [{ same: true }] });
    expect(await writeBackup(again.ownerUrl, store, third, all.clock.now)).toMatchObject({
      evidence: 1,
      missingEvidence: [],
      years: restored.years.map(({ digest }) => ({ digest })),
    });
    const [key = ''] = [...server.objects.keys()].filter((one) => /[0-9a-f]{64}$/.test(one));
    server.objects.delete(key);
    rmSync(third);
    expect(await writeBackup(again.ownerUrl, store, third, all.clock.now)).toMatchObject({
      evidence: 0,
      missingEvidence: [key.replace('minh-chung/', '')],
    });
    // A bucket that is away is not evidence that is missing: no backup rather than a poor one.
    await server.close();
    rmSync(third);
    await expect(writeBackup(again.ownerUrl, store, third, all.clock.now)).rejects.toThrow(StoreAway);
    expect(existsSync(third)).toBe(false);
  } finally {
    await server.close();
    await again.drop();
  }
});

it('is not put on top of anything', async () => {
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, file)).rejects.toThrow(RestoreRefused);
});

it('is recognised when a byte of it is missing or changed', async () => {
  const bytes = readFileSync(file);
  const broken = path.join(folder, 'broken.tar.gz');
  writeFileSync(broken, bytes.subarray(0, bytes.length - 200));
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, broken)).rejects.toThrow(NotABackup);
  writeFileSync(broken, 'not an archive');
  await expect(restoreBackup(fresh.ownerUrl, restoredStore, broken)).rejects.toThrow(NotABackup);
});

/** The owner's address of the database that `people` works with. */
function urlOf({ owner }: People): string {
  const { host, port, user, pass, database } = owner.options;
  return `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`;
}

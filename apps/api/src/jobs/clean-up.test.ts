import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { workJobs } from '@giaouoc/db/jobs/work-jobs';
import { cleanUp } from '@giaouoc/db/queries/clean-up';
import { enqueue, listJobs } from '@giaouoc/db/queries/job';
import { people, type People } from '../../testing/people.ts';
import { cleanUpAll } from './clean-up.ts';
import { enqueueFirst, schedule, tasksOf } from './tasks.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

const hash = () => createHash('sha256').update(randomBytes(8)).digest();
/** One row of each kind that ended, was last counted or was remembered so long ago. */
async function leave(ago: string): Promise<void> {
  const { owner, chair, federation } = all;
  await owner`insert into platform.attempt (key, failures, window_start, locked_until)
    values (${randomUUID()}, 10, now() - ${ago}::interval - interval '1 hour', now() - ${ago}::interval)`;
  await owner`insert into platform.session (token_hash, account_id, device, expires_at, revoked_at)
    values (${hash()}, ${chair.accountId}, 'x', now() - ${ago}::interval, null),
           (${hash()}, ${chair.accountId}, 'x', now() + interval '1 day', now() - ${ago}::interval)`;
  await owner`insert into platform.passkey_challenge (challenge_hash, purpose, expires_at)
    values (${hash()}, 'sign-in', now() - ${ago}::interval)`;
  await owner`insert into platform.half_sign_in (token_hash, account_id, expires_at)
    values (${hash()}, ${chair.accountId}, now() - ${ago}::interval)`;
  await owner`insert into write (federation_id, account_id, client_id, action, content_hash, at)
    values (${federation.id}, ${chair.accountId}, ${randomUUID()}, 'x', 'x', now() - ${ago}::interval)`;
}
afterEach(async () => {
  const { owner } = all;
  await owner`truncate platform.attempt, platform.passkey_challenge, platform.half_sign_in, write`;
  await owner`delete from platform.session where device = 'x'`;
});

it.each([
  ['1 hour', { attempts: 0, sessions: 0, questions: 0, writes: 0 }],
  ['25 hours', { attempts: 1, sessions: 0, questions: 2, writes: 0 }],
  ['31 days', { attempts: 1, sessions: 2, questions: 2, writes: 0 }],
  ['181 days', { attempts: 1, sessions: 2, questions: 2, writes: 1 }],
])('what is over for %s: %j', async (ago, gone) => {
  await leave(ago);
  expect(await cleanUp(all.services.db, 100)).toEqual(gone);
  expect(await cleanUp(all.services.db, 100)).toEqual({ attempts: 0, sessions: 0, questions: 0, writes: 0 });
});

it('leaves what lives: open sessions, a lock that still holds, the writes of this half of the year', async () => {
  await all.owner`insert into platform.attempt (key, failures, window_start, locked_until)
    values ('locked', 10, now() - interval '3 days', now() + interval '5 minutes')`;
  await leave('179 days');
  await cleanUpAll(all.services.db);
  expect(await all.owner`select 1 from platform.attempt`).toHaveLength(1);
  expect(await all.owner`select 1 from write`).toHaveLength(1);
  expect(await all.chair.call.session.me()).not.toBeNull();
});

it('gets through more than one piece, and only one process is at it', async () => {
  for (let i = 0; i < 7; i++) await leave('200 days');
  // Another process holds the lock: this one has nothing to do.
  await all.owner.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7210913003)`;
    expect(await cleanUp(all.services.db, 2)).toBeUndefined();
  });
  await cleanUpAll(all.services.db, 2);
  for (const table of ['platform.attempt', 'platform.half_sign_in', 'write'])
    expect(await all.owner.unsafe(`select 1 from ${table}`), table).toHaveLength(0);
});

it('takes away what killed uploads left in the evidence store a day ago, and nothing else', async () => {
  const root = all.services.store.place;
  const { sha256 } = await all.services.store.put(all.federation.id, Buffer.from('biên bản'));
  const folder = path.join(root, all.federation.id);
  const aged = (name: string, hours: number) => {
    writeFileSync(path.join(folder, name), 'x');
    const then = new Date(Date.now() - hours * 3_600_000);
    utimesSync(path.join(folder, name), then, then);
    return name;
  };
  utimesSync(path.join(folder, sha256), 0, 0);
  const underWay = aged(`${'a'.repeat(64)}.${randomUUID()}.part`, 23);
  const foreign = aged('ghi-chu.part', 1000);
  aged(`${'b'.repeat(64)}.${randomUUID()}.part`, 25);
  // As named by the version before.
  aged(`${'b'.repeat(64)}.4711.1795352220233.part`, 1000);
  writeFileSync(path.join(root, 'x.part'), 'x');
  await tasksOf({ ...all.services, ownerUrl: all.ownerUrl })['sweep-evidence']!({});
  expect(readdirSync(folder).sort()).toEqual([sha256, underWay, foreign].sort());
});

it('is due soon after a start, once however many processes start, and again by the schedule', async () => {
  await Promise.all([enqueueFirst(all.services.db), enqueueFirst(all.services.db)]);
  const jobs = await listJobs(all.ownerUrl);
  expect(jobs.map(({ task }) => task).sort()).toEqual(['clean-up', 'seal-audit', 'sweep-evidence']);
  for (const { nextAt } of jobs) expect(nextAt.getTime() - Date.now()).toBeGreaterThan(30_000);
  expect(Object.keys(schedule)).toEqual(Object.keys(tasksOf({ ...all.services, ownerUrl: all.ownerUrl })));
});

it('by the queue: a store that is away is told and tried again, and rows are cleaned up all the same', async () => {
  const away = Object.assign(new Error('away: bien-ban.pdf'), { code: 'STORE_AWAY' });
  const told: unknown[] = [];
  await leave('200 days');
  await enqueue(all.services.db, { task: 'clean-up' });
  await enqueue(all.services.db, { task: 'sweep-evidence', payload: { once: true } });
  const stop = workJobs({
    ownerUrl: all.ownerUrl,
    tasks: tasksOf({ ...all.services, ownerUrl: all.ownerUrl, store: { sweep: () => Promise.reject(away) } }),
    failed: (error, task) => void told.push({ error, task }),
    pace: 100,
  });
  try {
    await expect.poll(async () => (await all.owner`select 1 from write`).length, { timeout: 20_000 }).toBe(0);
    await expect.poll(() => told, { timeout: 20_000 }).toContainEqual({ error: away, task: 'sweep-evidence' });
    await expect
      .poll(async () => (await listJobs(all.ownerUrl)).filter(({ attempts }) => attempts > 0), {
        timeout: 20_000,
      })
      .toMatchObject([{ task: 'sweep-evidence', lastError: 'STORE_AWAY', stuck: false }]);
  } finally {
    await stop();
  }
});

import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOwner, type Owner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { enqueue, listJobs, retryJob } from '../queries/job.ts';
import { openDatabase, type Database } from '../scope.ts';
import { workJobs, type Task } from './work-jobs.ts';

let database: TestDatabase;
let owner: Owner;
let db: Database;
const stops: (() => Promise<void>)[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  db = openDatabase(database.appUrl, { max: 2 });
  await owner`create table done (what text, by integer)`;
});
beforeEach(async () => {
  await owner`truncate done`;
  await owner`delete from graphile_worker._private_jobs`;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await owner.end({ timeout: 1 });
  await database.drop();
});

const done = async () => (await owner<{ what: string }[]>`select what from done order by what`).map(({ what }) => what);
const soon = { timeout: 30_000, interval: 50 };
function work(tasks: Record<string, Task>, failed: (error: unknown, task?: string) => void = () => {}): void {
  stops.push(workJobs({ ownerUrl: database.ownerUrl, tasks, failed, pace: 200 }));
}
const write = async (payload: unknown) => {
  await owner`insert into done values (${(payload as { what: string }).what}, ${process.pid})`;
};

/** A process that takes the job and does not get to its end for a long time. */
async function workElsewhere(milliseconds: number): Promise<ChildProcess> {
  const script = `
    import { setTimeout as sleep } from 'node:timers/promises';
    import { workJobs } from ${JSON.stringify(path.join(import.meta.dirname, 'work-jobs.ts'))};
    import { openClient } from ${JSON.stringify(path.join(import.meta.dirname, '../client.ts'))};
    const sql = openClient(${JSON.stringify(database.ownerUrl)}, { max: 2 });
    const write = async ({ what }) => {
      console.log('begun');
      await sleep(${milliseconds});
      await sql\`insert into done values (\${what}, \${process.pid})\`;
    };
    workJobs({ ownerUrl: ${JSON.stringify(database.ownerUrl)}, tasks: { write }, failed: console.error, pace: 200 });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  return child;
}

describe('M3 jobs', () => {
  it('run once the transaction that put them there is committed, never if it is rolled back', async () => {
    await expect(
      db.transaction(async (tx) => {
        await enqueue(tx, { task: 'write', payload: { what: 'rolled back' } });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    work({ write });
    await db.transaction(async (tx) => {
      await enqueue(tx, { task: 'write', payload: { what: 'committed' } });
      await sleep(500);
      expect(await done()).toEqual([]);
    });
    await expect.poll(done, soon).toEqual(['committed']);
    await sleep(500);
    expect(await done()).toEqual(['committed']);
    expect(await listJobs(database.ownerUrl)).toEqual([]);
  });

  it('whose worker is killed in the middle are done once by the next, within moments', async () => {
    await enqueue(db, { task: 'write', payload: { what: 'killed' } });
    const child = await workElsewhere(60_000);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(await done()).toEqual([]);
    work({ write });
    await expect.poll(done, soon).toEqual(['killed']);
    await sleep(500);
    expect(await done()).toEqual(['killed']);
    expect(await listJobs(database.ownerUrl)).toEqual([]);
  });

  it('that take long stay with the worker that lives, also when its connections break', async () => {
    await enqueue(db, { task: 'write', payload: { what: 'long' } });
    await workElsewhere(4_000);
    work({ write });
    await owner`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like ${'%advisory%'}`;
    await expect.poll(done, soon).toEqual(['long']);
    await sleep(1_000);
    expect(await done()).toEqual(['long']);
  });

  it('are shared by processes, each done by one of them', async () => {
    // The second may find the first one's job taken: it is told by its own.
    await workElsewhereIdle();
    work({ write: async (payload) => (await sleep(30), write(payload)) });
    const all = Array.from({ length: 40 }, (_, n) => String(n).padStart(2, '0'));
    await db.transaction(async (tx) => {
      for (const what of all) await enqueue(tx, { task: 'write', payload: { what } });
    });
    await expect.poll(done, soon).toEqual(all);
    const [count] = await owner<{ processes: number }[]>`select count(distinct by)::int as processes from done`;
    expect(count?.processes).toBe(2);
  });

  it('that fail are tried again later, keep a code and nothing of the message, and can be tried at once', async () => {
    let broken = true;
    const told: unknown[][] = [];
    const fault = new Error('Nguyễn Thị A: 0912345678', { cause: Object.assign(new Error('x'), { code: '53100' }) });
    work({ write: (payload) => (broken ? Promise.reject(fault) : write(payload)) }, (...what) => void told.push(what));
    await enqueue(db, { task: 'write', payload: { what: 'again' } });
    await expect.poll(async () => (await listJobs(database.ownerUrl))[0]?.lastError, soon).toBe('53100');
    expect(told[0]).toEqual([fault, 'write']);
    broken = false;
    const [job] = await listJobs(database.ownerUrl);
    await owner`update graphile_worker._private_jobs set attempts = max_attempts`;
    expect(await listJobs(database.ownerUrl)).toMatchObject([
      { id: job!.id, task: 'write', stuck: true, running: false },
    ]);
    expect(await retryJob(database.ownerUrl, job!.id)).toBe(true);
    await expect.poll(done, soon).toEqual(['again']);
    expect(await retryJob(database.ownerUrl, job!.id)).toBe(false);
  });

  it('of one key wait once; a tenant can neither read the queue nor speak for another', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    await enqueue(db, { task: 'write', key: 'k', runAt });
    await enqueue(db, { task: 'write', key: 'k', runAt });
    await db.transaction(async (tx) => {
      await tx.execute(`select set_config('app.federation_id', '018f0000-0000-7000-8000-000000000001', true)`);
      await enqueue(tx, { task: 'write', key: 'k', runAt, payload: { federationId: 'of another' } });
    });
    const jobs = await owner<{ key: string; whose: string | null }[]>`
      select key, payload->>'federationId' as whose from graphile_worker._private_jobs order by key`;
    expect([...jobs]).toEqual([
      { key: '018f0000-0000-7000-8000-000000000001:k', whose: '018f0000-0000-7000-8000-000000000001' },
      { key: 'platform:k', whose: null },
    ]);
    for (const question of ['select * from graphile_worker.jobs', `select graphile_worker.add_job('write')`])
      await expect(db.execute(question)).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

/** A process that waits for jobs and takes a moment for each. */
async function workElsewhereIdle(): Promise<void> {
  await enqueue(db, { task: 'write', payload: { what: 'begin' } });
  await workElsewhere(30);
  await expect.poll(done, soon).toEqual(['begin']);
  await owner`truncate done`;
}

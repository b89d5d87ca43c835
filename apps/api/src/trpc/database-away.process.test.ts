import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { inScope, openDatabase, type Database, type Scoped } from '@giaouoc/db';
import { ping } from '@giaouoc/db/queries/health';
import { people, type People } from '../../testing/people.ts';
import { inTime } from './in-time.ts';
import { sessionCookie } from '../features/session/sign-in.ts';
import { roomOnDisk } from '../http/room-on-disk.ts';
import { buildServer } from '../server.ts';
import { StoreAway } from '../store/evidence-store.ts';
import { Refused } from './errors.ts';
import { awayRefusal, isUnavailable } from './unavailable.ts';
import { createCaller } from '../router.ts';
import { sessionByToken } from '@giaouoc/db/queries/accounts';
import { tokenHash } from '../security/proofs.ts';

/** The database behind a line that can be cut: its connections break, and new ones are refused. */
let all: People;
let db: Database;
let line: Server;
let open = new Set<Socket>();
let port: number;
let real: { host: string; port: number };

const connect = () =>
  new Promise<void>((resolve) => {
    line = net.createServer((here) => {
      const there = net.connect(real);
      for (const socket of [here, there]) {
        open.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          open.delete(socket);
          here.destroy();
          there.destroy();
        });
      }
      here.pipe(there).pipe(here);
    });
    line.listen(port, '127.0.0.1', resolve);
  });
const cut = async () => {
  const closed = new Promise((resolve) => line.close(resolve));
  for (const socket of open) socket.resetAndDestroy();
  open = new Set();
  await closed;
};

beforeAll(async () => {
  all = await people();
  const { options } = all.services.db.$client;
  real = { host: String(options.host[0]), port: Number(options.port[0]) };
  port = 0;
  await connect();
  port = (line.address() as AddressInfo).port;
  const { user, database, pass } = options;
  db = openDatabase(`postgres://${user}:${String(pass)}@127.0.0.1:${port}/${database}`);
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await cut();
  await all.close();
});

const caller = () => {
  const { token } = all.chair;
  return createCaller({
    ...all.services,
    db,
    requestId: 'x',
    device: 'x',
    token,
    setCookie: () => {},
    session: () => sessionByToken(db, tokenHash(token)),
  });
};

it('says so within moments, in the middle of whatever was asked, and goes on when the database is back', async () => {
  const ask = async () => {
    const begun = performance.now();
    const said = await caller()
      .year.list()
      .then(
        () => 'done',
        (error: { refusal?: string }) => error.refusal ?? String(error),
      );
    return { said, took: performance.now() - begun };
  };
  expect(await ask()).toMatchObject({ said: 'done' });
  for (let round = 0; round < 6; round++) {
    // Cut while twenty people are asking, at no particular moment.
    let stop = false;
    const outcomes: Awaited<ReturnType<typeof ask>>[] = [];
    const asking = Array.from({ length: 20 }, async () => {
      while (!stop) outcomes.push(await ask());
    });
    while (outcomes.length < 30) await sleep((round % 3) + 1);
    await cut();
    await sleep(800);
    stop = true;
    await Promise.all(asking);
    expect(new Set(outcomes.map(({ said }) => said))).toEqual(new Set(['done', 'server-busy']));
    expect(Math.max(...outcomes.map(({ took }) => took))).toBeLessThan(4000);
    await connect();
    // Everyone who asks again is answered, on every connection of the pool.
    const again = () => Promise.race([ask().then(({ said }) => said), sleep(4000, 'waits')]);
    const answers = await Promise.all(Array.from({ length: 40 }, again));
    expect(new Set(answers)).toEqual(new Set(['done']));
  }
});

it('a transaction whose connection broke reaches nobody else, who has it after it came back', async () => {
  const { host, user, database, pass } = { ...all.services.db.$client.options, host: '127.0.0.1' };
  const one = openDatabase(`postgres://${user}:${String(pass)}@${host}:${port}/${database}`, { max: 1 });
  const me = (tx: Scoped) =>
    tx.execute<{ unit: string }>(sql`select current_setting('app.unit_id') as unit`).then(([row]) => row?.unit);
  try {
    let broken = () => {};
    const cameBack = new Promise<void>((resolve) => (broken = resolve));
    const asked: unknown[] = [];
    const lost = inScope(one, all.chair.scope, async (tx) => {
      expect(await me(tx)).toBe(all.chair.unitId);
      await cut();
      await connect();
      await cameBack;
      // Long after: the work goes on, as it may that does not look at the database between two questions.
      asked.push(await me(tx).catch((error: unknown) => error));
      throw new Error('and is to be rolled back');
    }).catch((error: unknown) => error);
    expect(isUnavailable(await lost)).toBe(true);
    const units: unknown[] = [];
    await expect
      .poll(() =>
        inScope(one, all.otherChair.scope, async (tx) => {
          const [begun] = await tx.execute<{ id: string }>(sql`select txid_current()::text as id`);
          broken();
          await sleep(50);
          units.push(await me(tx));
          const [still] = await tx.execute<{ id: string }>(sql`select txid_current()::text as id`);
          return still?.id === begun?.id;
        }).catch(String),
      )
      .toBe(true);
    expect(units).toEqual([all.otherChair.unitId]);
    expect(asked).toHaveLength(1);
    expect(isUnavailable(asked[0])).toBe(true);
  } finally {
    await one.$client.end({ timeout: 1 });
  }
});

/** Somebody who listens where the database should be. */
async function askingAt(answer: (socket: Socket) => void, patience: number): Promise<{ error: unknown; took: number }> {
  const sockets = new Set<Socket>();
  const other = net.createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    answer(socket);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { user, database, pass } = all.services.db.$client.options;
  const there = `127.0.0.1:${(other.address() as AddressInfo).port}`;
  const asked = inTime(openDatabase(`postgres://${user}:${String(pass)}@${there}/${database}`), patience);
  const begun = performance.now();
  const error: unknown = await ping(asked).catch((fault: unknown) => fault);
  const took = performance.now() - begun;
  for (const socket of sockets) socket.destroy();
  other.close();
  await asked.$client.end({ timeout: 0 });
  return { error, took };
}

it('who hangs up before a word, and a line that swallows what is sent, are told in time', async () => {
  const hungUp = await askingAt((socket) => socket.end(), 20_000);
  expect(isUnavailable(hungUp.error)).toBe(true);
  expect(hungUp.took).toBeLessThan(2_000);
  const swallowed = await askingAt((socket) => {
    const there = net.connect(real).on('error', () => {});
    there.pipe(socket);
    let heard = 0;
    // As far as signing in, then nothing any more.
    socket.on('data', (bytes) => (heard += 1) < 4 && there.write(bytes));
    socket.on('close', () => there.destroy());
  }, 600);
  expect(isUnavailable(swallowed.error)).toBe(true);
  expect(swallowed.took).toBeLessThan(3_000);
});

it('PostgreSQL gives up what takes too long, and says so', async () => {
  const [limits] = await all.services.db.execute<{ statement: string; idle: string }>(
    sql`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
  );
  expect(limits).toEqual({ statement: '30s', idle: '1min' });
  const slow = all.services.db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 50`);
    await tx.execute(sql`select pg_sleep(5)`);
  });
  const error: unknown = await slow.catch((fault: unknown) => fault);
  expect(isUnavailable(error)).toBe(true);
});

it('a full disk is told from a database that is away', async () => {
  const coded = (code: string) => new Error('query failed', { cause: Object.assign(new Error('x'), { code }) });
  expect(awayRefusal(coded('53100'))).toBe('storage-full');
  expect(awayRefusal(new StoreAway('ENOSPC'))).toBe('storage-full');
  expect(awayRefusal(new StoreAway('EDQUOT'))).toBe('storage-full');
  expect(awayRefusal(coded('53300'))).toBe('server-busy');
  expect(awayRefusal(new StoreAway('EIO'))).toBe('server-busy');
  expect(awayRefusal(coded('23505'))).toBeUndefined();

  // As PostgreSQL says it, in the middle of a request; whoever watches over the process hears of it.
  await all.owner.unsafe(`
    create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger full_disk before update on platform.session for each row execute function full_disk()`);
  const server = await buildServer({ services: all.services, logLevel: 'silent' });
  try {
    expect((await server.inject('/readyz')).statusCode).toBe(200);
    const written = await server.inject({
      method: 'POST',
      url: '/trpc/session.signOut',
      headers: { 'content-type': 'application/json' },
      cookies: { [sessionCookie]: all.chair.token },
      payload: '{}',
    });
    expect(written.statusCode).toBe(503);
    expect(written.body).toContain('storage-full');
    const readiness = await server.inject('/readyz');
    expect([readiness.statusCode, readiness.json()]).toEqual([503, { ok: false, reason: 'storage-full' }]);
  } finally {
    await server.close();
    await all.owner.unsafe('drop trigger full_disk on platform.session');
  }
});

it('a full disk is forgotten after a while, since nobody writes where it is not ready', () => {
  let now = 0;
  const room = roomOnDisk(() => now);
  expect(room.isFull()).toBe(false);
  room.heard(new Refused('server-busy'));
  expect(room.isFull()).toBe(false);
  room.heard(new Refused('storage-full'));
  now = 59_000;
  expect(room.isFull()).toBe(true);
  now = 61_000;
  expect(room.isFull()).toBe(false);
});

it('is told from faults of the program', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  for (const code of [
    'ECONNREFUSED',
    'CONNECTION_CLOSED',
    '57P01',
    '57P03',
    '53300',
    '08006',
    '57014',
    '40P01',
    'NO_ANSWER',
  ])
    expect(isUnavailable(new Error('query failed', { cause: coded(code) })), code).toBe(true);
  for (const code of ['23505', '42501', 'ENOENT'])
    expect(isUnavailable(new Error('query failed', { cause: coded(code) })), code).toBe(false);
  expect(isUnavailable('ECONNREFUSED')).toBe(false);
});

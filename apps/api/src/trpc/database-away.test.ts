import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '@giaouoc/db';
import { people, type People } from '../testing/people.ts';
import { isUnavailable } from './unavailable.ts';
import { createCaller } from './router.ts';
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
  for (let round = 0; round < 3; round++) {
    // Cut while twenty people are asking, at no particular moment.
    let stop = false;
    const outcomes: Awaited<ReturnType<typeof ask>>[] = [];
    const asking = Array.from({ length: 20 }, async () => {
      while (!stop) outcomes.push(await ask());
    });
    while (outcomes.length < 30) await sleep(round + 1);
    await cut();
    await sleep(800);
    stop = true;
    await Promise.all(asking);
    expect(new Set(outcomes.map(({ said }) => said))).toEqual(new Set(['done', 'server-busy']));
    expect(Math.max(...outcomes.map(({ took }) => took))).toBeLessThan(4000);
    await connect();
    // Whoever asks again is answered, also when one question was lost with its connection.
    const again = () => Promise.race([ask().then(({ said }) => said), sleep(1000, 'waits')]);
    await expect.poll(again, { timeout: 20_000 }).toBe('done');
  }
});

it('is told from faults of the program', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  for (const code of ['ECONNREFUSED', 'CONNECTION_CLOSED', '57P01', '57P03', '53300', '08006'])
    expect(isUnavailable(new Error('query failed', { cause: coded(code) })), code).toBe(true);
  for (const code of ['23505', '42501', '57014', 'ENOENT'])
    expect(isUnavailable(new Error('query failed', { cause: coded(code) })), code).toBe(false);
  expect(isUnavailable('ECONNREFUSED')).toBe(false);
});

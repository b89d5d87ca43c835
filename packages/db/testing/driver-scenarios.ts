// What the patch of the driver (patches/postgres@3.4.9.patch) is for, each as a scenario that fails without it. Run by
// src/driver-patch.process.test.ts in a process of its own, because without the patch some of them end or hang the process:
//   node driver-scenarios.ts DRIVER-FOLDER DATABASE-URL SCENARIO
import assert from 'node:assert/strict';
import net, { type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type postgres from 'postgres';

/** `commit` exists only in the patched driver. */
type Transaction = postgres.TransactionSql & { commit: () => Promise<unknown> };
type Driver = (
  url: string,
  options: object,
) => Omit<postgres.Sql, 'begin'> & {
  begin: (
    ...parts: [work: (tx: Transaction) => unknown] | [options: string, work: (tx: Transaction) => unknown]
  ) => Promise<unknown>;
};

const [driverFolder = '', url = '', chosen = ''] = process.argv.slice(2);
const { default: connect } = (await import(pathToFileURL(path.join(driverFolder, 'src/index.js')).href)) as {
  default: Driver;
};

/** A client with one connection whose sockets we hold, with what was written to each. */
function watched(at = url, options: object = {}) {
  const sockets: Socket[] = [];
  const writes: Buffer[] = [];
  const sql = connect(at, {
    max: 1,
    fetch_types: false,
    backoff: 0,
    onnotice: () => {},
    socket: async () => {
      const { hostname, port } = new URL(at);
      const socket = net.connect(Number(port), hostname);
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      const write = socket.write.bind(socket) as (...parts: unknown[]) => boolean;
      socket.write = ((...parts: unknown[]) => (writes.push(parts[0] as Buffer), write(...parts))) as Socket['write'];
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
  return { sql, sockets, writes, last: () => sockets.at(-1)! };
}

/** Lets everything go on that waits for nothing, but no turn of the event loop pass. */
const microtasks = async () => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};
/** The end of a connection, told at once instead of some turns later. */
function close(socket: Socket, hadError = false): void {
  socket.emit('close', hadError);
  socket.destroy();
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

const scenarios: Record<string, () => Promise<void>> = {
  'long statements of one turn leave in one write': async () => {
    const { sql, writes } = watched();
    await sql.unsafe('select 1');
    writes.length = 0;
    const long = `select 1 /* ${'x'.repeat(2_000)} */`;
    await Promise.all([sql.unsafe(long), sql.unsafe(long), sql.unsafe(long)]);
    assert.equal(writes.length, 1);
  },

  'what is asked on a reserved connection that is gone is refused, and ends no process': async () => {
    const { sql, last } = watched();
    await sql.unsafe('select 1');
    const reserved = await sql.reserve();
    close(last());
    assert.equal(await codeOf(reserved.unsafe('select 2')), 'CONNECTION_CLOSED');
  },

  'what was to be written on a connection that closed does not stand before the next': async () => {
    const { sql, last } = watched();
    await sql.unsafe('select 1');
    const lost = codeOf(sql.unsafe('select 2').execute());
    await microtasks();
    close(last());
    assert.equal(await lost, 'CONNECTION_CLOSED');
    assert.deepEqual([...(await sql.unsafe('select 3 as n'))], [{ n: 3 }]);
  },

  'what is asked between the error and the end of a connection is refused': async () => {
    const { sql, last } = watched();
    await sql.unsafe('select 1');
    const reserved = await sql.reserve();
    last().emit('error', Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    const between = codeOf(reserved.unsafe('select 2').execute());
    await microtasks();
    close(last(), true);
    assert.equal(await between, 'CONNECTION_CLOSED');
  },

  'a server that hangs up before it lets anyone in is away': async () => {
    const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const away = connect(`postgres://x:x@127.0.0.1:${(server.address() as net.AddressInfo).port}/x`, {
      max: 1,
      backoff: 0,
    });
    assert.equal(await codeOf(away.unsafe('select 1')), 'CONNECTION_CLOSED');
  },

  'a connection that breaks while it asks for types ends no process': async () => {
    const { hostname, port } = new URL(url);
    let cuts = 0;
    const line = net.createServer((here) => {
      const there = net.connect(Number(port), hostname).on('error', () => {});
      here.on('error', () => {}).on('close', () => there.destroy());
      there.on('close', () => here.destroy()).pipe(here);
      here.on('data', (bytes) => {
        if (cuts === 0 && bytes.includes('pg_catalog.pg_type')) return void (cuts++, here.resetAndDestroy());
        there.write(bytes);
      });
    });
    await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
    const at = Object.assign(new URL(url), { port: String((line.address() as net.AddressInfo).port) }).href;
    const sql = connect(at, { max: 1, backoff: 0, onnotice: () => {} });
    await sql.unsafe('select 1').catch(() => {});
    assert.deepEqual([...(await sql.unsafe('select 2 as n'))], [{ n: 2 }]);
    assert.equal(cuts, 1);
  },

  'begin goes along with the first statement': async () => {
    const { sql, writes } = watched();
    await sql.unsafe('select 1');
    writes.length = 0;
    await sql.begin((tx) => tx.unsafe('select 2'));
    // begin with the statement; commit.
    assert.equal(writes.length, 2);
  },

  'a begin that fails is told, although statements went along with it': async () => {
    const { sql } = watched();
    const work = sql.begin('isolation level nonsense', (tx: Transaction) => tx.unsafe('select 1').execute());
    assert.equal(await codeOf(work), '42601');
  },

  'commit goes along with the last statement': async () => {
    const { sql, writes } = watched();
    await sql.unsafe('select 1');
    writes.length = 0;
    await sql.begin((tx) => Promise.all([tx.unsafe('select 2').execute(), tx.commit()]));
    assert.equal(writes.length, 1);
  },

  'a last statement that fails says why, although commit was sent with it': async () => {
    const { sql } = watched();
    const work = sql.begin((tx) => Promise.all([tx.unsafe('select 1/0').execute(), tx.commit()]));
    assert.equal(await codeOf(work), '22012');
    assert.deepEqual([...(await sql.unsafe('select 3 as n'))], [{ n: 3 }]);
  },

  'a commit that PostgreSQL answers by rolling back is an error': async () => {
    const { sql } = watched();
    // Nobody waits for the statement, and the work is done before its answer comes.
    const work = sql.begin(
      (tx) =>
        void tx
          .unsafe('select 1/0')
          .execute()
          .catch(() => {}),
    );
    assert.equal(await codeOf(work), '22012');
  },

  'what is asked after commit was sent is refused': async () => {
    const { sql } = watched();
    let late = 'nothing';
    await sql
      .begin(async (tx) => {
        await Promise.all([tx.unsafe('select 1').execute(), tx.commit()]);
        late = await codeOf(tx.unsafe('select 2'));
      })
      .catch(() => {});
    assert.equal(late, 'TRANSACTION_OVER');
  },

  'a transaction whose connection broke asks nobody else': async () => {
    const { sql, last } = watched();
    let goOn = () => {};
    const cameBack = new Promise<void>((resolve) => (goOn = resolve));
    let asked = 'nothing';
    const lost = sql.begin(async (tx) => {
      await tx.unsafe('select 1');
      close(last());
      await cameBack;
      asked = await codeOf(tx.unsafe(`create temp table stray ()`));
      throw new Error('and is to be rolled back');
    });
    assert.equal(await codeOf(lost), 'CONNECTION_CLOSED');
    await sql.begin(async (tx) => {
      const [before] = await tx.unsafe('select txid_current()::text as id');
      goOn();
      await sleep(100);
      const [after] = await tx.unsafe(`select txid_current()::text as id, to_regclass('stray') is null as clean`);
      assert.deepEqual({ ...after }, { ...before, clean: true });
    });
    assert.equal(asked, 'CONNECTION_CLOSED');
  },
};

const scenario = scenarios[chosen];
if (scenario === undefined) {
  console.log(JSON.stringify(Object.keys(scenarios)));
} else {
  await scenario();
  process.exit(0);
}

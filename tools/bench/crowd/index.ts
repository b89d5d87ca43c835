// How long others wait while a crowd signs in with invented names, and while one officer asks for the overview 300 times on one
// line. Each figure stands beside the same question asked on a quiet server, in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../../../packages/db/src/embedded/index.ts';
import { migrate } from '../../../packages/db/src/migrate.ts';
import { openOwner } from '../../../packages/db/testing/builders.ts';
import { scratchFolder } from '../../../packages/db/testing/scratch.ts';
import { makeFederation, today } from '../api/federation.ts';
import { asking, load } from '../api/load.ts';
import { startServer } from '../api/start-server.ts';

const units = 140;
const crowd = 300;

const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-bench-'));
const evidence = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
const database = await startEmbedded({ dir, durable: true });
const owner = openOwner(database.ownerUrl);
try {
  await migrate(database.ownerUrl);
  const product = await startServer('product.ts', [database.appSocketUrl, database.ownerUrl, evidence, today]);
  try {
    await measure(product.url);
  } finally {
    product.stop();
  }
} finally {
  await owner.end({ timeout: 1 });
  await database.stop();
  for (const folder of [dir, evidence]) rmSync(folder, { recursive: true, force: true });
}

async function measure(url: string): Promise<void> {
  console.log(
    `load average before: ${os
      .loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  const large = await makeFederation(owner, url, units);
  const other = await makeFederation(owner, url, 5);
  await load(
    large.chairs.map(
      ({ token, submission }) =>
        () =>
          asking(url, token).write('report.submit', submission()),
    ),
    10,
  );
  const officer = asking(url, large.officerToken);
  const overview = () => officer.read('overview.get', { yearId: large.yearId });
  const alone = await load(
    Array.from({ length: 40 }, () => overview),
    1,
  );
  row(`overview of ${units} units, one after the other`, alone.p50, alone.p95);

  const chair = asking(url, other.chairs[0]!.token);
  const ask = () => chair.read('home.get', { yearId: other.yearId });
  await whileAsking('quiet', ask, () => sleep(2000));
  await whileAsking(`${crowd} sign-ins with invented names`, ask, async () => {
    const answers = await Promise.all(Array.from({ length: crowd }, (_, place) => signIn(url, `khong-co-${place}`)));
    console.log(
      `  answers: ${JSON.stringify(
        Object.fromEntries(
          Map.groupBy(answers, (one) => one)
            .entries()
            .map(([one, all]) => [one, all.length]),
        ),
      )}`,
    );
  });
  await whileAsking(`${crowd} overviews of one officer on one line`, ask, () =>
    pipelined(url, large.officerToken, large.yearId),
  );
  await whileAsking(`${crowd} overviews of one officer on as many lines`, ask, async () => {
    await Promise.all(Array.from({ length: crowd }, () => overview().catch(() => {})));
  });
}

/** Asks every 20 ms while `work` goes on, and tells how long the answers took. */
async function whileAsking(what: string, ask: () => Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const asked: Promise<unknown>[] = [];
  let over = false;
  const asker = (async () => {
    while (!over) {
      const begun = performance.now();
      // A connection that does not come counts as the time it was waited for.
      asked.push(
        ask()
          .catch(() => {})
          .then(() => times.push(performance.now() - begun)),
      );
      await sleep(20);
    }
  })();
  await sleep(100);
  const begun = performance.now();
  await work();
  const took = performance.now() - begun;
  over = true;
  await asker;
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
  row(`others beside: ${what}`, at(0.5), at(0.95), `${at(1).toFixed(0)} ms at most, ${(took / 1000).toFixed(1)} s`);
}

async function signIn(url: string, name: string): Promise<number> {
  const response = await fetch(`${url}/trpc/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: 'khong-phai' }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** All questions on one connection, none waiting for the answer before it. */
function pipelined(url: string, token: string, yearId: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const query = encodeURIComponent(JSON.stringify({ yearId }));
  const request = `GET /trpc/overview.get?input=${query} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: giaouoc_session=${token}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let answers = 0;
    let tail = '';
    const socket = net.connect(Number(port), hostname, () => socket.write(request.repeat(crowd)));
    socket.setEncoding('latin1').on('data', (piece: string) => {
      const text = tail + piece;
      answers += text.split('HTTP/1.1 ').length - 1;
      tail = text.slice(-8).includes('HTTP/1.1 ') ? '' : text.slice(-8);
      if (answers >= crowd) setTimeout(() => (socket.destroy(), resolve()), 200);
    });
    socket.on('error', reject);
  });
}

function row(what: string, p50: number, p95: number, more = ''): void {
  console.log(`${what.padEnd(60)} p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms ${more}`);
}

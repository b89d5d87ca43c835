// What the product takes to answer, over HTTP, on a durable embedded database of its own; design, "Figures to hold".
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../../packages/db/src/embedded/index.ts';
import { migrate } from '../../../packages/db/src/migrate.ts';
import { openOwner } from '../../../packages/db/testing/builders.ts';
import { scratchFolder } from '../../../packages/db/testing/scratch.ts';
import { makeFederation, today, type BenchFederation, type Chair } from './federation.ts';
import { asking, load, readers, type Load } from './load.ts';
import { startServer, type Started } from './start-server.ts';

/** Units of the large federation; another number makes a quicker run whose figures are not those of the table's titles. */
const size = Number(process.argv[2] ?? 2000);
const rows: { what: string; figure: string; hold: string; holds: boolean | null }[] = [];

const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-bench-'));
const evidence = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
// Flushes to disk as in a real run.
const database = await startEmbedded({ dir, durable: true });
const owner = openOwner(database.ownerUrl);
const servers: Started[] = [];
try {
  await migrate(database.ownerUrl);
  for (const columns of [
    'bare_figure (id uuid primary key default uuidv7(), unit_id uuid not null, line_code text not null, period_code text not null, value jsonb not null, status text not null, at timestamptz not null default now())',
    'bare_score (id uuid primary key default uuidv7(), unit_id uuid not null, points jsonb not null, at timestamptz not null default now())',
    'bare_trace (id uuid primary key default uuidv7(), unit_id uuid not null, action text not null, after jsonb not null, at timestamptz not null default now())',
  ])
    await owner.unsafe(`create table ${columns}`);
  await owner`grant insert on bare_figure, bare_score, bare_trace to giaouoc_app`;
  await measure();
} finally {
  for (const server of servers) server.stop();
  await owner.end({ timeout: 1 });
  await database.stop();
  for (const folder of [dir, evidence]) rmSync(folder, { recursive: true, force: true });
}
print();

async function measure(): Promise<void> {
  const product = await startServer('product.ts', [database.appSocketUrl, database.ownerUrl, evidence, today]);
  servers.push(product);
  const bare = await startServer('bare.ts', [database.appSocketUrl]);
  servers.push(bare);
  row(
    'start of the server on a prepared database',
    `${product.startMs.toFixed(0)} ms`,
    '< 5 s',
    product.startMs < 5000,
  );
  const resting = product.memory().now;
  row('memory after the start', `${resting.toFixed(0)} MB`, '≤ 260 MB', resting <= 260);

  const small = await makeFederation(owner, product.url, 100);
  const large = await makeFederation(owner, product.url, size);
  await submissions(product, bare, large.chairs);
  await papers(product, small);
  await load(submitting(product, small.chairs), 20);
  await queues(asking(product.url, small.officerToken), small);
  await queues(asking(product.url, large.officerToken), large);
  await acceptances(asking(product.url, small.officerToken), small);
  await acceptAll(product, small);
  await rank(product, small, 'ranking page, a block of 100');
  const began = performance.now();
  await acceptAll(product, large);
  const acceptedMs = performance.now() - began;
  row(
    `accepting all ${large.chairs.length * 18} figures, 500 at a time`,
    `${(acceptedMs / 1000).toFixed(1)} s`,
    '',
    null,
  );
  row('memory at most, in all of this', `${product.memory().peak.toFixed(0)} MB`, '', null);
  // Scoring a whole year in a process that has done nothing else.
  const fresh = await startServer('product.ts', [database.appSocketUrl, database.ownerUrl, evidence, today]);
  servers.push(fresh);
  await owner`delete from unit_score where year_id = ${large.yearId}`;
  await excel(fresh, large);
}

/** Warm-up, then 500 distinct chairs at 20 and another 500 at 50 at a time, each beside the bare route. */
async function submissions(product: Started, bare: Started, chairs: Chair[]): Promise<void> {
  const bareTasks = (some: Chair[]) =>
    some.map(({ unitId, submission }) => {
      const body = JSON.stringify({ unitId, lines: submission().lines });
      return async () => {
        const response = await fetch(`${bare.url}/bare`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        if (!response.ok) throw new Error(`bare: ${response.status} ${await response.text()}`);
        await response.json();
      };
    });
  const part = (from: number, to: number) => chairs.slice(Math.floor(size * from), Math.floor(size * to));
  await load(bareTasks(part(0, 0.1)), 20);
  await load(submitting(product, part(0, 0.1)), 20);
  for (const [inFlight, some] of [
    [20, part(0.1, 0.35)],
    [50, part(0.35, 0.6)],
  ] as const) {
    const plain = await load(bareTasks(some), inFlight);
    const ours = await load(submitting(product, some), inFlight);
    const ratio = ours.perSecond / plain.perSecond;
    const at = `${some.length} chairs, ${inFlight} at a time`;
    row(`bare route, 20 rows: ${at}`, told(plain), '', null);
    row(`submission of 18 lines: ${at}`, told(ours), '≥ 100/s, p95 < 400 ms', ours.perSecond >= 100 && ours.p95 < 400);
    row(`against the bare route: ${at}`, `${ratio.toFixed(2)} ×`, '≥ 0.3 ×', ratio >= 0.3);
    row(
      `p99 against the bare route: ${at}`,
      `${(ours.p99 / plain.p99).toFixed(2)} ×`,
      '≤ 1.5 ×',
      ours.p99 <= 1.5 * plain.p99,
    );
  }
  await load(submitting(product, part(0.6, 1)), 20);
  const [counted] = await owner<{ units: number; figures: number }[]>`
    select count(distinct unit_id)::int as units, count(*)::int as figures from figure
    where state = 'sent' and unit_id in ${owner(chairs.map(({ unitId }) => unitId))}`;
  const right = counted!.units === chairs.length && counted!.figures === chairs.length * 18;
  row('submissions stored, none lost or doubled', `${counted!.units} units, ${counted!.figures} figures`, '', right);
}

function submitting(product: Started, chairs: Chair[]): (() => Promise<unknown>)[] {
  return chairs.map(({ token, submission }) => {
    const input = submission();
    return () => asking(product.url, token).write('report.submit', input);
  });
}

type Officer = ReturnType<typeof asking>;
type Item = { unitId: string; line: string; period: string; revision: number };

/** The first page of what waits at a line. */
async function waitingAt(officer: Officer, yearId: string, line: string, page = 1): Promise<Item[]> {
  const { items } = await officer.read<{ items: Item[] }>('assessment.queue', { yearId, by: 'line', open: line, page });
  return items;
}

/** The first 500 that wait at a line: as many as may be accepted at once. */
async function manyWaitingAt(officer: Officer, yearId: string, line: string): Promise<Item[]> {
  const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => waitingAt(officer, yearId, line, page)));
  return pages.flat();
}

/** All figures of all units wait; the first page of one line is read, as an officer opening the queue does. */
async function queues(officer: Officer, { yearId, chairs }: BenchFederation): Promise<void> {
  // The promise is about 2,000 waiting figures, what a hundred units have sent.
  const what = `queue of ${chairs.length * 18} waiting`;
  await read(what, () => waitingAt(officer, yearId, '1.1'), chairs.length <= 120);
}

/** Fifty readers who work with a page, and beside it fifty who ask as fast as answers come. */
async function read(what: string, ask: () => Promise<unknown>, held: boolean): Promise<void> {
  await load(
    Array.from({ length: 20 }, () => ask),
    10,
  );
  const taken = await readers(ask, 50, 6);
  const hold = held ? 'p95 < 100 ms' : '';
  row(`${what}, 50 readers, each again after a second`, told(taken), hold, held ? taken.p95 < 100 : null);
  const most = await load(
    Array.from({ length: 300 }, () => ask),
    50,
  );
  row(`${what}, 50 at a time without a pause`, told(most), '', null);
}

/** One figure after the other, as one officer does; each moves the ranks of its block of 100. */
async function acceptances(officer: Officer, { yearId }: BenchFederation): Promise<void> {
  const items = (await waitingAt(officer, yearId, '1.4')).slice(0, 50);
  const tasks = items.map(({ revision, ...item }) => () => {
    const cases = [{ unitId: item.unitId, line: item.line, period: item.period, seen: revision }];
    return officer.write('assessment.accept', { clientId: randomUUID(), yearId, cases });
  });
  await load(tasks.slice(0, 5), 1);
  const taken = await load(tasks.slice(5), 1);
  row('one figure accepted, a block of 100', told(taken), 'p95 < 50 ms', taken.p95 < 50);
}

async function acceptAll(product: Started, { yearId, officerToken }: BenchFederation): Promise<void> {
  const officer = asking(product.url, officerToken);
  const { groups } = await officer.read<{ groups: { key: string; waiting: number }[] }>('assessment.queue', {
    yearId,
    by: 'line',
  });
  for (const { key } of groups) {
    for (let items = await manyWaitingAt(officer, yearId, key); items.length > 0;) {
      const cases = items.map(({ unitId, line, period, revision }) => ({ unitId, line, period, seen: revision }));
      await officer.write('assessment.accept', { clientId: randomUUID(), yearId, cases });
      items = await manyWaitingAt(officer, yearId, key);
    }
  }
}

async function papers(product: Started, { yearId, officerToken, chairs }: BenchFederation): Promise<void> {
  const officer = asking(product.url, officerToken);
  await officer.write('pledge.offer', { clientId: randomUUID(), yearId });
  const book = await load([() => officer.file(`/pledges.pdf?year=${yearId}`)], 1);
  row('100 pledges in one PDF', `${book.p50.toFixed(0)} ms`, '< 3 s', book.p50 < 3000);
  const began = performance.now();
  const each = await load(
    chairs.map(
      ({ unitId }) =>
        () =>
          officer.file(`/pledges/${unitId}/pledge.pdf?year=${yearId}`),
    ),
    10,
  );
  const ms = performance.now() - began;
  row('100 pledges, a PDF each, 10 at a time', `${ms.toFixed(0)} ms in all; ${told(each)}`, '< 3 s', ms < 3000);
}

async function makeProvisional(officer: Officer, yearId: string): Promise<string> {
  const { blockers } = await officer.read<{ blockers: { kind: string; blocks: boolean }[] }>('ranking.blockers', {
    yearId,
  });
  await officer.write('ranking.makeProvisional', {
    clientId: randomUUID(),
    yearId,
    despite: blockers.filter(({ blocks }) => !blocks).map(({ kind }) => kind),
  });
  const { snapshot } = await officer.read<{ snapshot: { id: string } | null }>('ranking.get', { yearId });
  return snapshot!.id;
}

async function rank(product: Started, { yearId, officerToken }: BenchFederation, what: string): Promise<void> {
  const officer = asking(product.url, officerToken);
  await makeProvisional(officer, yearId);
  await read(what, () => officer.read('ranking.get', { yearId }), true);
}

async function excel(product: Started, { yearId, officerToken, chairs }: BenchFederation): Promise<void> {
  const officer = asking(product.url, officerToken);
  const start = product.memory().peak;
  const began = performance.now();
  const id = await makeProvisional(officer, yearId);
  const ms = performance.now() - began;
  row(`${chairs.length} units scored, stored as a snapshot, read back`, `${ms.toFixed(0)} ms`, '< 20 s', ms < 20_000);
  const scored = product.memory().peak;
  const taken = scored - start;
  row('memory for it at most', `+${taken.toFixed(0)} MB (${scored.toFixed(0)} MB in all)`, '< 300 MB', taken < 300);
  const before = product.memory().peak;
  const made = await load([() => officer.file(`/rankings/${id}/ranking.xlsx?year=${yearId}`)], 1);
  const more = Math.max(0, product.memory().peak - before);
  const figure = `${made.p50.toFixed(0)} ms, peak +${more.toFixed(0)} MB`;
  row(`Excel of ${chairs.length} units`, figure, '< 3 s, < 200 MB', made.p50 < 3000 && more < 200);
}

function told({ perSecond, p50, p95, p99 }: Load): string {
  return `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} ms`;
}

function row(what: string, figure: string, hold: string, holds: boolean | null): void {
  rows.push({ what, figure, hold, holds });
  console.error(`${what}: ${figure}`);
}

function print(): void {
  const loads = os.loadavg().map((one) => one.toFixed(1));
  console.log(`\n${os.cpus().length} cores, load average ${loads.join(' ')} (this bench included)\n`);
  const width = (key: 'what' | 'figure' | 'hold') => Math.max(...rows.map((one) => one[key].length));
  for (const { what, figure, hold, holds } of rows) {
    const verdict = holds === null ? '' : holds ? 'holds' : 'FAILS';
    console.log(
      `${what.padEnd(width('what'))}  ${figure.padEnd(width('figure'))}  ${hold.padEnd(width('hold'))}  ${verdict}`.trimEnd(),
    );
  }
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}

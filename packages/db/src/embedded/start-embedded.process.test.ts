import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { scratchFolder } from '../../testing/scratch.ts';
import { EmbeddedError, runningEmbedded, startEmbedded, type Embedded } from './index.ts';
import { readPostmaster } from './postmaster.ts';

/** Making a new server takes a second or two: most tests share this folder, one after the other. */
let home: string;
const folders: string[] = [];
const servers: Embedded[] = [];
const children: ChildProcess[] = [];

function newFolder(): string {
  const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-launcher-'));
  folders.push(dir);
  return dir;
}

/** Durable, except where a test only needs another server quickly. */
async function start(dir: string, durable = true): Promise<Embedded> {
  const server = await startEmbedded({ dir, durable });
  servers.push(server);
  return server;
}

/** Starts the server of `dir` from a process of its own, as `npm start` does. */
async function startElsewhere(dir: string, umask = 0o022): Promise<{ child: ChildProcess; pid: number }> {
  const script = `
    process.umask(${umask});
    import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    await startEmbedded({ dir: ${JSON.stringify(dir)}, durable: true });
    console.log('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('it ended')));
  });
  return { child, pid: child.pid ?? 0 };
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

const postmasterOf = (dir: string) => readPostmaster(path.join(dir, 'data'))?.pid ?? 0;

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const store = (url: string, value: string) =>
  ask(url, async (sql) => {
    await sql`create table if not exists kept (value text)`;
    await sql`truncate kept`;
    await sql`insert into kept values (${value})`;
  });
const stored = (url: string) =>
  ask(url, async (sql) => (await sql`select value from kept`).map(({ value }) => value as string));

/** Stops whatever still serves `dir`: one that a killed process left running is taken over first. */
async function end(dir: string): Promise<void> {
  if (postmasterOf(dir) !== 0) await (await startEmbedded({ dir, durable: true })).stop();
}

beforeAll(() => {
  home = mkdtempSync(path.join(scratchFolder(), 'giaouoc-launcher-'));
});
afterAll(() => rmSync(home, { recursive: true }));
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await killed(child);
  for (const server of servers.splice(0)) await server.stop();
  await end(home);
  for (const dir of folders.splice(0)) {
    await end(dir);
    rmSync(dir, { recursive: true });
  }
});

describe('M1 the embedded PostgreSQL', () => {
  it('starts from nothing, keeps what is stored, and stops', async () => {
    const first = await start(home);
    expect(first.reused).toBe(false);
    await store(first.ownerUrl, 'một');
    await first.stop();
    expect(postmasterOf(home)).toBe(0);

    const second = await start(home);
    expect(second.reused).toBe(false);
    expect(await stored(second.ownerUrl)).toEqual(['một']);
  });

  it('starts below folders that are not there, also under a strict umask', async () => {
    const deep = path.join(newFolder(), 'lib/giaouoc/Thư mục thử');
    if (process.getuid?.() === 0) chmodSync(path.join(deep, '../../..'), 0o711);
    const { child } = await startElsewhere(deep, 0o077);
    expect(postmasterOf(deep)).not.toBe(0);
    await killed(child);
    await end(deep);
  });

  it('refuses data of another PostgreSQL, and a folder that its account cannot reach, with what to do', async () => {
    const dir = newFolder();
    mkdirSync(path.join(dir, 'data'));
    writeFileSync(path.join(dir, 'data/PG_VERSION'), '19\n');
    await expect(start(dir)).rejects.toThrow(/do PostgreSQL 19 ghi.*giaouoc backup/);
    if (process.getuid?.() !== 0) return;
    const closed = newFolder();
    await expect(start(path.join(closed, 'inner'))).rejects.toThrow(`chmod o+x "${closed}"`);
  });

  it('makes two plain roles, and a database that only they may enter', async () => {
    const { adminUrl, ownerUrl, appUrl } = await start(home);
    const roles = await ask(
      adminUrl,
      (sql) =>
        sql`select rolname, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as special
            from pg_roles where rolname like 'giaouoc%' order by rolname`,
    );
    expect([...roles]).toEqual([
      { rolname: 'giaouoc_app', special: false },
      { rolname: 'giaouoc_owner', special: false },
    ]);
    await ask(adminUrl, (sql) => sql`create role stranger login password 'x'`);
    const strange = Object.assign(new URL(appUrl), { username: 'stranger', password: 'x' }).href;
    await expect(ask(strange, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '42501' });
    await ask(ownerUrl, (sql) => sql`create extension if not exists pg_trgm`);
    await expect(ask(appUrl, (sql) => sql`create schema mine`)).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps its passwords from everyone else and lets no one in without', async () => {
    const { appUrl } = await start(home);
    expect(statSync(path.join(home, 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(home, 'data')).mode & 0o777).toBe(0o700);
    const wrong = Object.assign(new URL(appUrl), { password: 'x' }).href;
    await expect(ask(wrong, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
    expect(readdirSync(home).sort()).toEqual(['data', 'passwords.json', 'postgres.log']);
  });

  it('is reached by a socket where there is room for one, with the same password', async () => {
    const { appSocketUrl, port } = await start(home);
    expect(new URL(appSocketUrl).searchParams.get('host')).toBe(path.join(home, 'data'));
    const asked = async (url: string) => {
      const sql = openClient(url, { max: 1 });
      try {
        return await sql`select inet_client_addr() as address, current_user as role`;
      } finally {
        await sql.end({ timeout: 1 });
      }
    };
    expect([...(await asked(appSocketUrl))]).toEqual([{ address: null, role: 'giaouoc_app' }]);
    const wrong = Object.assign(new URL(appSocketUrl), { password: 'x' }).href;
    await expect(asked(wrong)).rejects.toMatchObject({ code: '28P01' });
    // What a killed server leaves of it is no obstacle, also when its lock names a living process.
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    writeFileSync(path.join(home, 'data', `.s.PGSQL.${port}.lock`), `${process.pid}\n`);
    const again = await startEmbedded({ dir: home, durable: true, port });
    servers.push(again);
    expect([...(await asked(again.appSocketUrl))]).toHaveLength(1);
    const folder = newFolder();
    chmodSync(folder, 0o711);
    const deep = path.join(folder, 'x'.repeat(90));
    expect((await start(deep, false)).appSocketUrl).not.toContain('host=');
  });

  it('never runs as root', async () => {
    await start(home);
    const owner = statSync(path.join(home, 'data')).uid;
    expect(owner).not.toBe(0);
    if (process.getuid?.() !== 0) expect(owner).toBe(process.getuid?.());
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${postmasterOf(home)}/status`, 'utf8');
      expect(status).toMatch(new RegExp(`^Uid:\\s+${owner}\\s+${owner}`, 'm'));
    }
  });

  it('says when it dies, and starts again with everything that was committed', async () => {
    const server = await start(home);
    await store(server.ownerUrl, 'đã lưu');
    process.kill(postmasterOf(home), 'SIGKILL');
    expect(await server.died).toContain('dừng đột ngột');

    const again = await startEmbedded({ dir: home, durable: true, port: server.port });
    servers.push(again);
    expect(again.port).toBe(server.port);
    expect(await stored(again.ownerUrl)).toEqual(['đã lưu']);
  });

  it('is taken over when the process that started it was killed', async () => {
    const { child } = await startElsewhere(home);
    const postmaster = postmasterOf(home);
    const urls = await runningEmbedded(home);
    await store(urls?.ownerUrl ?? '', 'đã lưu');
    await killed(child);

    const server = await start(home);
    expect(server.reused).toBe(true);
    expect(postmasterOf(home)).toBe(postmaster);
    expect(await stored(server.ownerUrl)).toEqual(['đã lưu']);
    await server.stop();
    expect(await runningEmbedded(home)).toBeNull();
  });

  it('starts again when both were killed at once', async () => {
    const { child } = await startElsewhere(home);
    await store((await runningEmbedded(home))?.ownerUrl ?? '', 'đã lưu');
    process.kill(postmasterOf(home), 'SIGKILL');
    await killed(child);
    expect(await stored((await start(home)).ownerUrl)).toEqual(['đã lưu']);
  });

  it('belongs to one process at a time, and names it', async () => {
    const { pid } = await startElsewhere(home);
    const refused = await startEmbedded({ dir: home, durable: true }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EmbeddedError);
    expect((refused as Error).message).toContain(`đang chạy rồi (tiến trình ${pid})`);
    // The refused start must not have harmed the one that runs.
    expect(await runningEmbedded(home)).not.toBeNull();
  });

  it('serves two folders side by side, each with its own key', async () => {
    const [one, two] = await Promise.all([start(newFolder(), false), start(newFolder(), false)]);
    expect(one.port).not.toBe(two.port);
    await store(one.ownerUrl, 'một');
    await store(two.ownerUrl, 'hai');
    expect(await stored(one.ownerUrl)).toEqual(['một']);
    expect(await stored(two.ownerUrl)).toEqual(['hai']);
    const crossed = Object.assign(new URL(one.ownerUrl), { port: String(two.port) }).href;
    await expect(ask(crossed, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
  });

  it('survives two starts of a new folder at the same moment: one runs, the other is told', async () => {
    const dir = newFolder();
    const outcomes = await Promise.allSettled([start(dir, false), start(dir, false)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const server = outcomes.find((outcome) => outcome.status === 'fulfilled');
    expect(await ask(server?.value.appUrl ?? '', (sql) => sql`select 1 as one`)).toHaveLength(1);
  });

  it('overcomes a postmaster.pid that names a stranger, and a first start that was interrupted', async () => {
    const dir = newFolder();
    // The highest number a process can have on Linux is 4194304; nobody has this one.
    mkdirSync(path.join(dir, 'incoming-4194305/data'), { recursive: true });
    const first = await start(dir, false);
    await first.stop();
    writeFileSync(
      path.join(dir, 'data/postmaster.pid'),
      `${process.pid}\n${dir}/data\n0\n${first.port}\n\n127.0.0.1\n0\nready\n`,
    );
    const second = await start(dir, false);
    expect(second.reused).toBe(false);
    expect(readdirSync(dir).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });

  it('says what is wrong when the passwords are not those of the data', async () => {
    const { child } = await startElsewhere(home);
    const file = path.join(home, 'passwords.json');
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ admin: 'x', owner: 'x', app: 'x' }));
    await expect(startEmbedded({ dir: home, durable: true })).rejects.toThrow('passwords.json');
    writeFileSync(file, right);
    await killed(child);
  });
});

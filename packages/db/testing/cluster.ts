import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded, type Embedded } from '../src/embedded/index.ts';
import { readPostmaster, servesFolder, stopPostmaster } from '../src/embedded/postmaster.ts';
import { ensureDatabase } from '../src/embedded/roles.ts';
import { migrate } from '../src/migrate.ts';
import { scratchFolder } from './scratch.ts';

/** What a test file must know of the one PostgreSQL that all test files share. */
export interface TestCluster {
  /** URL of the superuser's maintenance database. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Name of the migrated database that test databases are copied from. */
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

const prefix = 'giaouoc-test-';
/** Several vitest projects run this set-up in one process; they share the server, and the last one stops it. */
const shared = globalThis as typeof globalThis & {
  giaouocTestCluster?: { users: number; started: Promise<{ server: Embedded; cluster: TestCluster; dir: string }> };
};

/**
 * Vitest's global set-up: one server without flushing and one migrated template database.
 *
 * @public vitest.config.ts names this file by path.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const entry = (shared.giaouocTestCluster ??= { users: 0, started: start() });
  entry.users += 1;
  project.provide('testCluster', (await entry.started).cluster);
  return async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    delete shared.giaouocTestCluster;
    const { server, dir } = await entry.started;
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

async function start(): Promise<{ server: Embedded; cluster: TestCluster; dir: string }> {
  const base = scratchFolder();
  await sweep(base);
  const dir = mkdtempSync(path.join(base, `${prefix}${process.pid}-`));
  const server = await startEmbedded({ dir, durable: false, settings: { max_connections: '300' } });
  endWithUs(path.join(dir, 'data'));
  const template = 'template_migrated';
  const onTemplate = Object.assign(new URL(server.ownerUrl), { pathname: `/${template}` }).href;
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureDatabase(admin, template);
    await migrate(onTemplate);
  } catch (error) {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
    throw error;
  } finally {
    await admin.end({ timeout: 1 });
  }
  const { adminUrl, ownerUrl, appUrl } = server;
  return { server, dir, cluster: { adminUrl, ownerUrl, appUrl, template } };
}

/** Vitest ends at once when it is told to, without the set-up's clean-up: the server must hear of it then. */
function endWithUs(data: string): void {
  const server = readPostmaster(data);
  const end = () => {
    if (server !== null && servesFolder(server.pid, data)) process.kill(server.pid, 'SIGINT');
  };
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      end();
      process.exit(130);
    });
  }
}

/** Ends the servers of test runs that were killed and could not end them. */
async function sweep(base: string): Promise<void> {
  for (const name of readdirSync(base)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid === 0 || living(pid)) continue;
    const dir = path.join(base, name);
    const server = readPostmaster(path.join(dir, 'data'));
    try {
      if (server !== null) await stopPostmaster(server.pid, path.join(dir, 'data'));
      if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      // Another account's run: its next one sweeps it.
      if (!['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function living(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

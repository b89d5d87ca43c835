import { defineConfig } from 'vitest/config';

/** One PostgreSQL for all test files of all projects that ask for it; see packages/db/testing. */
const cluster = './packages/db/testing/cluster.ts';

/**
 * Files that run one after the other in a worker share the modules they load: loading the whole API anew for each was a third
 * of their time. No module of ours keeps what a test sets, and every file has a database of its own.
 */
const sharesModules = { isolate: false };

/** Tests that start and kill processes: servers, PostgreSQL, the command. They wait more than they work, and the quick lane leaves them out. */
const processes = '**/*.process.test.ts';
/** Upgrades of kept copies, which the quick lane leaves out too. */
const upgrades = 'apps/api/testing/kept-copy/*.test.ts';

export default defineConfig({
  test: {
    // A failing test must say so at once and on its own; no file may rely on the one before.
    allowOnly: !process.env.CI,
    projects: [
      {
        test: {
          name: 'domain',
          ...sharesModules,
          include: ['packages/domain/{src,testing}/**/*.test.ts'],
          setupFiles: './packages/domain/testing/seed.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['packages/db/{src,testing}/**/*.test.ts'],
          exclude: [processes],
          globalSetup: cluster,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'documents', include: ['packages/documents/{src,testing}/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'api',
          ...sharesModules,
          include: ['apps/api/{src,testing}/**/*.test.ts'],
          exclude: [processes, upgrades],
          globalSetup: cluster,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'processes',
          include: [`{apps/api,packages/db}/{src,testing}/${processes}`, upgrades],
          globalSetup: cluster,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      './apps/web/vitest.config.ts',
      { test: { name: 'tools', include: ['tools/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        // A really started product in a real browser, one story after the other.
        test: {
          name: 'e2e',
          ...sharesModules,
          include: ['apps/web/e2e/**/*.spec.ts'],
          globalSetup: cluster,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        // Every page with the demonstrations' data, under axe: `pnpm check:pages`, two minutes.
        test: {
          name: 'pages',
          include: ['apps/web/e2e/**/*.check.ts'],
          globalSetup: cluster,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
});

import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../packages/db/testing/database.ts';
import { resolveBrowser } from '../../../tools/browser.mjs';
import { startDemonstrations, type Demonstrations } from './support/demo-product.ts';
import { examinePage } from './support/examine-page.ts';
import { examinePrint } from './support/examine-print.ts';
import { phoneAreas, visitsOf, type Visit } from './support/visits.ts';

const routes = path.join(import.meta.dirname, '../src/routes');
/** Folders of pages as they lie on disk, so that a page nobody visits is found. */
const pages = globSync('**/+page.svelte', { cwd: routes })
  .map((file) => path.dirname(file).split(path.sep).join('/'))
  .sort();

let database: TestDatabase;
let folder: string;
let product: Demonstrations;
let visits: Record<string, Visit[]>;
let browser: Browser;
/** Pages of each person that nobody looks at just now. */
const idle = new Map<string | null, Page[]>();
/** Addresses of what was printed. */
const onPaper: string[] = [];
/** Titles of each person's visits, with where they were read. */
const titles = new Map<string, string[]>();

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
  const { appUrl: databaseUrl, ownerUrl } = database;
  product = await startDemonstrations({ databaseUrl, ownerUrl, storage: { folder } });
  visits = await visitsOf(product);
  browser = await chromium.launch(resolveBrowser());
  // Two federations play their years first; a busy machine takes minutes for what takes an idle one half of one.
}, 400_000);

afterAll(async () => {
  await browser.close();
  await product.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Looks through a page of this person: one that is idle, else a new one. */
async function withPageOf<T>(who: string | null, look: (page: Page) => Promise<T>): Promise<T> {
  const pages = idle.get(who) ?? [];
  idle.set(who, pages);
  const page = pages.pop() ?? (await newPageOf(who));
  const seen = await look(page);
  pages.push(page);
  return seen;
}

async function newPageOf(who: string | null): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', serviceWorkers: 'block' });
  context.setDefaultTimeout(30_000);
  if (who !== null)
    await context.addCookies([{ name: 'giaouoc_session', value: (await product.as(who)).token, url: product.url }]);
  return context.newPage();
}

async function examine(route: string, visit: Visit): Promise<string[]> {
  const size = phoneAreas.test(route) ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const address = {
    url: product.url + visit.address,
    ...size,
    ...(visit.status !== undefined && { status: visit.status }),
  };
  const { title, faults } = await withPageOf(visit.who, async (page) => {
    const seen = await examinePage(page, address);
    const printed = await examinePrint(page);
    if (printed === null) return seen;
    onPaper.push(visit.address);
    return { ...seen, faults: [...seen.faults, ...printed] };
  });
  if (title.trim() === '') faults.push('no title');
  if (!visit.sameTitle) {
    const key = `${visit.who ?? 'nobody'}: ${title}`;
    titles.set(key, [...(titles.get(key) ?? []), visit.address]);
  }
  return faults.map((fault) => `${visit.who ?? 'nobody'} ${visit.address}\n${fault}`);
}

describe('every page', () => {
  it('is visited', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => (visits[page] ?? []).length === 0)).toEqual([]);
  });

  it.concurrent.each(pages)('%s', async (route) => {
    const faults: string[] = [];
    for (const visit of visits[route] ?? []) faults.push(...(await examine(route, visit)));
    expect(faults.join('\n\n')).toBe('');
  });

  it('is as dark for those who ask for it as on a dark device', async () => {
    const tokens = async (colorScheme: 'light' | 'dark', theme?: string) => {
      const context = await browser.newContext({ colorScheme });
      if (theme) await context.addCookies([{ name: 'theme', value: theme, url: product.url }]);
      const page = await context.newPage();
      await page.goto(`${product.url}/sign-in`);
      const found = await page.evaluate(() =>
        [...document.documentElement.computedStyleMap()]
          .filter(([name]) => name.startsWith('--') || name === 'color-scheme')
          .map(([name, values]) => `${name}: ${[...values].map(String).join(' ')}`),
      );
      await context.close();
      return found;
    };
    const dark = await tokens('dark');
    expect(dark.length).toBeGreaterThan(50);
    expect(await tokens('light', 'dark')).toEqual(dark);
    expect(await tokens('dark', 'light')).toEqual(await tokens('light'));
    expect(await tokens('light')).not.toEqual(dark);
  });

  it('a link given out in a demonstration, which lives on another day, opens today', async () => {
    const { call } = await product.as('hongbang.canbo');
    const { rows } = await call.pledge.board({});
    const people = await call.people.list({ unitId: rows.find(({ code }) => code === 'MN-SAO-MAI')!.unitId });
    const { cards } = await call.invitation.issue({
      clientId: randomUUID(),
      membershipIds: people.map((person) => person.membershipId),
    });
    const token = cards[0]!.link.slice(cards[0]!.link.lastIndexOf('/'));
    expect(await (await fetch(`${product.url}/invite${token}`)).text()).toContain('<title>Đặt lại cách đăng nhập');
  });

  it('is printed where it has a button for that or a table', () => {
    expect(onPaper).toEqual(expect.arrayContaining(['/federation', '/federation/units', '/federation/pledges']));
  });

  it('says in its title where one is', () => {
    expect([...titles].filter(([, at]) => at.length > 1)).toEqual([]);
    expect(titles.size).toBeGreaterThan(pages.length);
  });
});

import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { resolveBrowser } from '../../../../tools/browser.mjs';
import { tellWebApp } from '../../../api/src/config.ts';
import { buildServer, type WebHandler } from '../../../api/src/server.ts';
import { people, type People, type Person } from '../../../api/testing/people.ts';

/** The built product on a free port with a database of its own, a person in every chair, and a browser. */
export type RunningProduct = {
  all: People;
  url: string;
  browser: Browser;
  /** A page of this person, signed in; nobody without a person. Faults of the page's scripts fail the test. */
  open: (who: Person | null, options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
};

const handlerFile = path.join(import.meta.dirname, '../../build/handler.js');

/** Starts the product for one test file, with these units (A, B and C); `close` in `afterAll`. The web app must have been built. */
export async function startProduct(units?: string[]): Promise<RunningProduct> {
  if (!existsSync(handlerFile)) throw new Error('Build the web app first: pnpm --dir apps/web build');
  tellWebApp();
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: WebHandler };
  const all = await people(units ? { units } : {});
  const server = await buildServer({ services: all.services, web: handler, logLevel: 'error' });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const browser = await chromium.launch(resolveBrowser());
  const faults: Error[] = [];

  return {
    all,
    url,
    browser,
    open: async (who, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', ...options });
      if (who) await context.addCookies([{ name: 'giaouoc_session', value: who.token, url }]);
      // Everything is on this machine: what is not there after ten seconds does not come.
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error));
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await all.close();
      if (faults.length > 0) throw new AggregateError(faults, 'scripts of a page failed');
    },
  };
}

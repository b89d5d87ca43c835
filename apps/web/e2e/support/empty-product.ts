import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { resolveBrowser } from '../../../../tools/browser.mjs';
import { tellWebApp } from '../../../api/src/config.ts';
import { buildServer, type WebHandler } from '../../../api/src/server.ts';
import { openServices } from '../../../api/src/services.ts';
import { testDatabase } from '../../../../packages/db/testing/database.ts';

/** The built product on an empty database: nobody, nothing, and the set-up code of its console. */
export type EmptyProduct = {
  url: string;
  setupCode: string;
  browser: Browser;
  /** A device of its own: a desk (1440x900) or a phone (390x844). Faults of scripts fail the test. */
  device: (kind: 'desk' | 'phone') => Promise<Page>;
  close: () => Promise<void>;
};

const handlerFile = path.join(import.meta.dirname, '../../build/handler.js');
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export async function startEmptyProduct(): Promise<EmptyProduct> {
  if (!existsSync(handlerFile)) throw new Error('Build the web app first: pnpm --dir apps/web build');
  tellWebApp();
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: WebHandler };
  const database = await testDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
  // Links in invitations begin with the public address, so the port must be known before the services are.
  const settings = { databaseUrl: database.appUrl, ownerUrl: database.ownerUrl, storage: { folder } };
  const { services, setupCode, close } = await openServices({ ...settings, publicUrl: 'http://127.0.0.1' });
  const server = await buildServer({ services, web: handler, logLevel: 'error' });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  services.publicUrl = url;
  const browser = await chromium.launch(resolveBrowser());
  const faults: Error[] = [];
  return {
    url,
    setupCode: setupCode!,
    browser,
    device: async (kind) => {
      const context = await browser.newContext({ viewport: sizes[kind], locale: 'vi-VN', acceptDownloads: true });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error));
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new AggregateError(faults, 'scripts of a page failed');
    },
  };
}

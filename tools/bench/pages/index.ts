// What the chair's pages weigh, and when they can be read, on a slow network and an old phone; design, P2.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { demoStage } from '../../../apps/web/e2e/support/demo-product.ts';
import { phoneAreas, visitsOf } from '../../../apps/web/e2e/support/visits.ts';
import { weighPage } from '../../../apps/web/e2e/support/weigh-page.ts';
import { startEmbedded } from '../../../packages/db/src/embedded/index.ts';
import { migrate } from '../../../packages/db/src/migrate.ts';
import { scratchFolder } from '../../../packages/db/testing/scratch.ts';
import { resolveBrowser } from '../../browser.mjs';

const mostScripts = 90_000;
const longestWait = 3_000;

const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-bench-'));
const storageFolder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-evidence-'));
const database = await startEmbedded({ dir, durable: false });
try {
  await migrate(database.ownerUrl);
  const stage = await demoStage({
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    storage: { folder: storageFolder },
  });
  const browser = await chromium.launch(resolveBrowser());
  const visits = await visitsOf(stage);
  const seen = Object.entries(visits)
    .filter(([route]) => phoneAreas.test(route) && route.startsWith('(unit)'))
    .flatMap(([, list]) => list.slice(0, 1))
    .filter(({ who, status = 200 }) => who !== null && status === 200);
  let fails = 0;
  for (const { who, address } of seen) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    await context.addCookies([{ name: 'giaouoc_session', value: (await stage.as(who!)).token, url: stage.url }]);
    const { scripts, all, firstPaint } = await weighPage(context, stage.url + address, { slow: true });
    await context.close();
    const holds = scripts <= mostScripts && firstPaint <= longestWait;
    if (!holds) fails += 1;
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(
      `${address.padEnd(34)} scripts ${kB(scripts).padStart(8)}  all ${kB(all).padStart(8)}  first view ${firstPaint.toFixed(0).padStart(5)} ms  ${holds ? 'holds' : 'FAILS'}`,
    );
  }
  const loads = os.loadavg().map((one) => one.toFixed(1));
  console.log(`scripts ≤ ${mostScripts / 1000} kB, first view ≤ ${longestWait} ms; load average ${loads.join(' ')}`);
  if (fails > 0) process.exitCode = 1;
  await browser.close();
  await stage.close();
} finally {
  await database.stop();
  for (const folder of [dir, storageFolder]) rmSync(folder, { recursive: true, force: true });
}

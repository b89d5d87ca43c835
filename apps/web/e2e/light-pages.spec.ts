import { globSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { reportFor } from '../../api/testing/entering.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';
import { weighPage } from './support/weigh-page.ts';

/** P2: a phone of 2 GB on a slow network; compressed, on the first visit of all. */
const mostScripts = 90_000;

const chairsPages = globSync('**/+page.svelte', { cwd: path.join(import.meta.dirname, '../src/routes/(unit)') })
  .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`)
  .sort();

let set: RunningProduct;
let places: Record<string, string>;
beforeAll(async () => {
  set = await startProduct();
  await publishSamplePlan(set.all);
  await reportFor(set.all, 'A');
  const [sent] = await set.all.owner<{ number: string }[]>`select number from submission`;
  places = { '[period]': 'hk1', '[number]': encodeURIComponent(sent!.number) };
});
afterAll(() => set.close());

it('a chair’s page loads at most 90 kB of scripts (P2)', async () => {
  expect(chairsPages.length).toBeGreaterThan(5);
  const heavy: string[] = [];
  for (const page of chairsPages) {
    const address =
      page.replace(/\[\w+\]/g, (name) => places[name] ?? name) + (page.endsWith('/files') ? '?line=hk1%7C1.3' : '');
    const context = await set.browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies([{ name: 'giaouoc_session', value: set.all.chair.token, url: set.url }]);
    const { scripts } = await weighPage(context, set.url + address);
    await context.close();
    expect(scripts, address).toBeGreaterThan(1_000);
    if (scripts > mostScripts) heavy.push(`${address}: ${scripts} bytes`);
  }
  expect(heavy).toEqual([]);
});

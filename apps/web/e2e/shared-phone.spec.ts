import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { reportFor } from '../../api/testing/entering.ts';
import { testPassword, type Person } from '../../api/testing/people.ts';
import { photo } from '../../api/testing/photo.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } };

let on: RunningProduct;
beforeAll(async () => {
  on = await startProduct();
  await publishSamplePlan(on.all);
});
afterAll(() => on.close());

async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto(`${on.url}/sign-in`);
  await page.locator('input[name=name]').fill(who.userName);
  await page.locator('input[name=password]').fill(testPassword);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL('**/unit');
}

describe('two chairs at one phone', () => {
  it('nothing of the one who signed out can be reached: photo, receipt, drafts', async () => {
    const { chair, otherChair } = on.all;
    const evidence = await chair.call.evidence.upload(photo('bi-mat', '1.4|hk1'));
    await reportFor(on.all, 'A');
    const { number } = (await chair.call.report.get({ period: 'hk1' })).submissions[0]!;
    const page = await on.open(null, phone);
    const file = `${on.url}/files/evidence/${evidence.id}`;
    const asked = () => page.evaluate(async (url) => (await fetch(url)).status, file);

    await signIn(page, chair);
    expect(await asked()).toBe(200);
    // The second time the browser has it, and the server only says that it may still be shown.
    const again = page.waitForResponse(file);
    expect(await asked()).toBe(200);
    expect((await again).headers()['cache-control']).toBe('private, no-cache');
    await page.goto(`${on.url}/unit/receipts/${number}`);
    await page.getByText('cả khi không có mạng').waitFor();
    await page.goto(`${on.url}/offline`);
    await page.getByText(number).first().waitFor();

    await page.goto(`${on.url}/account`);
    await page.getByRole('button', { name: 'Đăng xuất khỏi thiết bị này' }).click();
    await page.waitForURL('**/sign-in');
    expect(await asked()).not.toBe(200);
    await page.goto(`${on.url}/offline`);
    await page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByText(number).count()).toBe(0);
    const left = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const open = indexedDB.open('giaouoc');
          open.onsuccess = () => {
            const names = [...open.result.objectStoreNames];
            if (names.length === 0) return resolve(0);
            const counts = names.map(
              (name) =>
                new Promise<number>((done) => {
                  const count = open.result.transaction(name).objectStore(name).count();
                  count.onsuccess = () => done(count.result);
                }),
            );
            void Promise.all(counts).then((all) => resolve(all.reduce((sum, one) => sum + one, 0)));
          };
          open.onerror = () => resolve(0);
        }),
    );
    expect(left).toBe(0);

    await signIn(page, otherChair);
    expect(await asked()).toBe(404);
    await page.goto(`${on.url}/offline`);
    await page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByText(number).count()).toBe(0);
    await page.context().close();
  });

  it('what was never sent is asked about before it is given up', async () => {
    const { otherChair } = on.all;
    const page = await on.open(null, phone);
    await signIn(page, otherChair);
    await page.goto(`${on.url}/unit/report/hk1`);
    await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).waitFor();
    await page.route('**/trpc/**', (route) => route.abort());
    await page.locator('input[name="l2.value"]').fill('5');
    await page.locator('#line-1-4').getByText('Chờ mạng để lưu').waitFor();
    await page.goto(`${on.url}/account`);
    await page.getByRole('button', { name: 'Đăng xuất khỏi thiết bị này' }).click();
    await page.getByText('Còn 1 mục chưa gửi trên máy này').waitFor();
    await page.getByRole('button', { name: 'Vẫn đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    await page.context().close();
  });
});

describe('a browser that keeps no cookies', () => {
  for (const javaScriptEnabled of [true, false])
    it(`is told so ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const page = await on.open(null, { ...phone, javaScriptEnabled });
      // Asked by this process, so that no cookie of an answer ever reaches the browser.
      await page.route('**/*', async (route) => {
        const asked = route.request();
        const { cookie: _, ...headers } = asked.headers();
        const body = asked.postDataBuffer();
        const answer = await fetch(asked.url(), {
          method: asked.method(),
          headers,
          redirect: 'manual',
          ...(body && { body: new Uint8Array(body) }),
        });
        const { 'set-cookie': __, 'content-encoding': ___, ...kept } = Object.fromEntries(answer.headers);
        await route.fulfill({ status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) });
      });
      await page.goto(`${on.url}/sign-in`);
      await page.locator('input[name=name]').fill(on.all.chair.userName);
      await page.locator('input[name=password]').fill(testPassword);
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await page.getByText('Trình duyệt đang chặn cookie').waitFor();
      await page.context().close();
    });
});

describe('large letters', () => {
  it('the bar above takes at most a fifth of the page', async () => {
    const page = await on.open(on.all.chair, { ...phone, bypassCSP: true });
    await page.goto(`${on.url}/unit/report/hk1`);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    const bar = await page.locator('.appbar').boundingBox();
    expect(bar!.height).toBeLessThanOrEqual(740 / 5);
    await page.context().close();
  });

  it('what can be pressed on the pledge is large enough for a thumb at 360 px', async () => {
    const page = await on.open(on.all.chair, phone);
    await page.goto(`${on.url}/unit/pledge`);
    const small = await page
      .locator('main :is(button, a, input, summary, select), .tabbar a, .appbar a')
      .evaluateAll((all) =>
        all
          .filter((one) => (one as HTMLElement).checkVisibility() && getComputedStyle(one).position !== 'absolute')
          // A link within a sentence is as high as its line (WCAG 2.5.8).
          .filter((one) => !(one.tagName === 'A' && one.closest('p') && getComputedStyle(one).display === 'inline'))
          .map((one) => ({
            text: (one.textContent ?? '').trim().slice(0, 40),
            box: (one.closest('label') ?? one).getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

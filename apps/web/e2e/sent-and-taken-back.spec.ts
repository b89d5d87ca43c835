import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../packages/documents/testing/read-pdf.ts';
import { acceptAll } from '../../api/testing/entering.ts';
import type { Person } from '../../api/testing/people.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** A report sent while the connection goes, its receipt on screen, paper and without a network, and taking it back (R1, R4). */
const phone = { viewport: { width: 390, height: 844 } };
let on: RunningProduct;
let page: Page;
beforeAll(async () => {
  on = await startProduct();
  await publishSamplePlan(on.all);
  await on.all.officer.call.pledge.offer({ clientId: randomUUID() });
  page = await on.open(on.all.chair, phone);
});
afterAll(() => on.close());

const report = (who: Person) => who.call.report.get({ period: 'hk1' });
const reportReceipts = async () =>
  (await on.all.chair.call.receipt.list({})).filter(({ kind }) => kind === 'report').map(({ number }) => number);
const input = (name: string) => page.locator(`input[name="${name}"]`);

describe('sending', () => {
  it('a connection lost while saving: nothing is called saved, and nothing is lost', async () => {
    await page.goto(`${on.url}/unit/report/hk1`, { waitUntil: 'networkidle' });
    // The network goes with the request under way.
    await page.route(
      '**/trpc/report.save',
      async (route) => {
        await page.context().setOffline(true);
        await route.abort('internetdisconnected');
      },
      { times: 1 },
    );
    await input('l0.part').fill('45');
    await input('l0.whole').fill('46');
    await page.locator('#line-1-1').getByText('Chờ mạng để lưu').waitFor();
    expect((await report(on.all.chair)).lines[0]!.record.value).toBeNull();
    // Whoever goes on to send is told why not yet.
    await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).click();
    await page.getByText('Chưa có mạng nên chưa gửi được').waitFor();
    await page.context().setOffline(false);
    await page.locator('#line-1-1').getByText('Đã lưu lúc').waitFor();
    expect((await report(on.all.chair)).lines[0]!.record.value).toEqual({ part: '45', whole: '46' });
  });

  it('a connection lost while sending: sent once when it is back, whichever way the answer was lost', async () => {
    await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).click();
    await page.waitForURL('**/send');
    for (const code of ['1.3', '1.4', '1.5']) await page.getByLabel(`Gửi sau mục ${code}`).check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Gửi 1 mục' }).click();
    await page.getByText('Lần gửi này được giữ lại').waitFor();
    expect((await report(on.all.chair)).status).toBe('open');
    expect(await page.getByText('Đã gửi lúc').count()).toBe(0);
    // Back by itself, without another press.
    await page.context().setOffline(false);
    await page.waitForURL('**/receipts/BC-**');
    expect((await report(on.all.chair)).status).toBe('submitted');
    expect(await reportReceipts()).toEqual([page.url().split('/').at(-1)]);
  });
});

describe('the receipt', () => {
  it('the same on screen and on paper', async () => {
    const [number] = await reportReceipts();
    await page.goto(`${on.url}/unit/receipts/${number}`);
    const { hash } = await on.all.chair.call.receipt.get({ number: number! });
    const grouped = hash.replace('sha256:', '').replace(/(.{4})(?=.)/g, '$1 ');
    expect(await page.locator('.hash').innerText()).toBe(grouped);
    const address = await page.getByRole('link', { name: 'Mở biên nhận PDF' }).getAttribute('href');
    const answer = await page.context().request.get(on.url + address);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const paper = (await readPdf(await answer.body())).pages.join(' ');
    for (const said of [number!, on.all.federation.units['A']!.name, '45/46']) expect(paper).toContain(said);
    expect(paper.replaceAll(' ', '')).toContain(grouped.replaceAll(' ', ''));
    // Another unit's receipt is nobody else's.
    expect((await on.all.otherChair.call.receipt.list({})).map((one) => one.number)).not.toContain(number);
  });

  it('opens again without a network, at its own address', async () => {
    await page.getByText('cả khi không có mạng').waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 10_000 })
      .toBe(true);
    const [number] = await reportReceipts();
    await page.context().setOffline(true);
    await page.goto(`${on.url}/unit/receipts/${number}`);
    await page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
    await page.getByRole('heading', { name: `Biên nhận ${number}` }).waitFor();
    await page.getByText('45/46').waitFor();
    await page.context().setOffline(false);
    await page.waitForURL(`**/unit/receipts/${number}`);
  });
});

describe('taking back', () => {
  it('until verification begins: the receipt stays and says so, the report is open again', async () => {
    await page.getByText('Gửi nhầm?').click();
    await page.getByRole('button', { name: 'Rút lại báo cáo' }).click();
    await page.waitForURL('**/unit/report/hk1');
    await page.getByText('Báo cáo đã rút lại lúc').waitFor();
    const [number] = await reportReceipts();
    expect((await report(on.all.chair)).status).toBe('open');
    await page.goto(`${on.url}/unit/receipts/${number}`);
    await page.getByRole('heading', { name: 'Báo cáo đã rút lại' }).waitFor();
    expect(await page.getByText('Gửi nhầm?').count()).toBe(0);
  });

  it('not once the officer has begun, not even from a page that lay open', async () => {
    await on.all.chair.call.report.submit({
      clientId: randomUUID(),
      period: 'hk1',
      leaveOut: ['1.3', '1.4', '1.5'],
    });
    const [number] = (await reportReceipts()).sort().reverse();
    await page.goto(`${on.url}/unit/receipts/${number}`, { waitUntil: 'networkidle' });
    await page.getByText('Gửi nhầm?').click();
    await acceptAll(on.all, 'A');
    await page.getByRole('button', { name: 'Rút lại báo cáo' }).click();
    await page.getByRole('alert').waitFor();
    expect((await report(on.all.chair)).status).not.toBe('open');
    await page.goto(`${on.url}/unit/receipts/${number}`);
    expect(await page.getByText('Gửi nhầm?').count()).toBe(0);
  });
});

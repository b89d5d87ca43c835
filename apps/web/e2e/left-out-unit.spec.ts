import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportFor } from '../../api/testing/entering.ts';
import { testCode } from '../../api/testing/people.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { examinePage } from './support/examine-page.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** The chair of a unit that was left out of the year reads what it did, on a phone, and is offered nothing to do. */
const phone = { width: 390, height: 844 };
const id = () => ({ clientId: randomUUID() });
const reason = 'Sáp nhập vào đơn vị khác';
let on: RunningProduct;
let page: Page;
let receipt: string;
beforeAll(async () => {
  on = await startProduct();
  const { officer, chair, federation } = on.all;
  await publishSamplePlan(on.all);
  await officer.call.pledge.offer(id());
  await chair.call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '3' }] });
  const { hash } = (await chair.call.pledge.mine({}))!;
  await chair.call.pledge.sign({ ...id(), version: 1, hash, presence: { kind: 'code', secret: testCode } });
  await reportFor(on.all, 'A');
  await officer.call.unit.leaveOut({ ...id(), unitId: federation.units['A']!.id, revision: 1, reason });
  receipt = (await chair.call.receipt.list({})).find(({ kind }) => kind === 'report')!.number;
  page = await on.open(chair, { viewport: phone });
});
afterAll(() => on.close());

const pages = () => [
  '/unit',
  '/unit/pledge',
  '/unit/report',
  '/unit/report/hk1',
  '/unit/score',
  '/unit/papers',
  `/unit/receipts/${receipt}`,
];

it('every page says since when and why, and passes axe', async () => {
  for (const address of pages()) {
    const { faults } = await examinePage(page, { url: on.url + address, ...phone });
    expect(faults, address).toEqual([]);
    const said = await page.locator('.notice', { hasText: 'không tham gia năm này nữa' }).innerText();
    expect(said, address).toContain('từ ngày 20/12/2026');
    expect(said, address).toContain(`Lý do: ${reason}.`);
  }
});

it('what was signed and sent is there', async () => {
  await page.goto(`${on.url}/unit/pledge`);
  await page.getByRole('heading', { name: 'Giao ước đã ký' }).waitFor();
  expect(await page.getByText('Chưa được mời ký').count()).toBe(0);
  await page.goto(`${on.url}/unit/report/hk1`);
  await page.getByText('45/46').first().waitFor();
  await page.goto(`${on.url}/unit/papers`);
  await page.getByText(receipt).waitFor();
});

it('nothing is asked and nothing can be sent', async () => {
  for (const address of pages()) {
    await page.goto(on.url + address, { waitUntil: 'networkidle' });
    const todo = page.locator('form').locator('input:visible, textarea:visible, button:not(.visually-hidden)');
    expect(await todo.count(), address).toBe(0);
    expect(await page.locator('.actionbar button').count(), address).toBe(0);
    expect(await page.getByText('Quá hạn').count(), address).toBe(0);
  }
  await page.goto(`${on.url}/unit/report/hk1/send`);
  await page.waitForURL('**/unit/report/hk1');
});

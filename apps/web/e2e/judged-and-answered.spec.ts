import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typed } from '../../api/testing/entering.ts';
import { type Person } from '../../api/testing/people.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { photo } from './support/small-files.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** The officer judges line by line, with the keyboard too; the unit answers what came back. */
const phone = { viewport: { width: 390, height: 844 } };
let on: RunningProduct;
let officer: Page;
let unitNames: string[];

beforeAll(async () => {
  on = await startProduct();
  const { all } = on;
  unitNames = ['A', 'B', 'C'].map((code) => all.federation.units[code]!.name);
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  const report = async (who: Person, part: string) => {
    const lines = [
      typed('1.1', { part, whole: '46' }),
      typed('1.4', { value: '6' }),
      typed('1.5', { items: ['bch', 'ubkt'] }),
    ];
    await who.call.report.save({ clientId: randomUUID(), lines: lines.map((line) => ({ ...line, note: '' })) });
    await who.call.report.submit({ clientId: randomUUID(), period: 'hk1', leaveOut: ['1.3'] });
  };
  await report(all.chair, '45');
  await report(all.otherChair, '40');
  await report(await all.join('chair', 'C'), '46');
  officer = await on.open(all.officer);
});
afterAll(() => on.close());

const figure = async (who: Person, code: string) => {
  const { lines } = await who.call.report.get({ period: 'hk1' });
  return lines.find(({ line }) => line.code === code)!.record;
};
const judged = () => officer.locator('.judge__title');
const title = async () => (await judged().innerText()).trim();
const queue = async (query = '') => {
  await officer.goto(`${on.url}/federation/verify${query}`, { waitUntil: 'networkidle' });
  await judged().waitFor();
};
/** Waits until another figure lies open than the one named. */
const moved = async (from: string) => {
  await expect.poll(title, { timeout: 10_000 }).not.toBe(from);
  return title();
};

describe('verification', () => {
  it('one key for the next, the one before, accept and undo; the same by line and by unit', async () => {
    await queue('?open=1.1');
    const first = await title();
    await officer.keyboard.press('j');
    const second = await moved(first);
    expect(unitNames).toContain(second);
    await officer.keyboard.press('k');
    expect(await moved(second)).toBe(first);

    await officer.keyboard.press('a');
    await officer.getByText('Đã chấp nhận mục 1.1 vừa xem').waitFor();
    expect(await title()).toBe(second);
    await officer.keyboard.press('u');
    await officer.getByText('Đã chấp nhận mục 1.1 vừa xem').waitFor({ state: 'detached' });
    expect(await title()).toBe(first);
    expect(await officer.locator('.queue__list li').count()).toBe(3);

    // By unit: its lines in the order of the plan.
    await officer.getByLabel('Gom').selectOption({ label: 'theo đơn vị' });
    await officer.waitForURL(/by=unit/);
    await officer.locator('select[name=open]').selectOption({ label: `${unitNames[2]} (3 chờ)` });
    await expect.poll(title).toBe(unitNames[2]);
    const lines = await officer.locator('.queue__list li strong').allInnerTexts();
    expect(lines.map((text) => text.split(' ')[0])).toEqual(['1.1', '1.4', '1.5']);

    // Never in a field, and they can be turned off.
    await officer.keyboard.press('t');
    await officer.locator('#return textarea').fill('a');
    expect(await officer.locator('#return textarea').inputValue()).toBe('a');
    await officer.getByRole('button', { name: 'Tắt phím tắt' }).click();
    await officer.locator('h1').click();
    await officer.keyboard.press('a');
    expect(await officer.locator('.queue__list li').count()).toBe(3);
    await officer.getByRole('button', { name: 'Bật phím tắt' }).click();
  });

  it('the figure as it was sent is no correction; whoever came by the menu reads that beside the form', async () => {
    await queue('');
    const form = officer.locator('#adjust form');
    await officer.locator('#adjust summary').click();
    await form.getByLabel('Lý do, đơn vị sẽ đọc').fill('Đã đối chiếu');
    await form.getByRole('button', { name: 'Lưu bản sửa' }).click();
    await form.getByText('Số này đúng bằng số đơn vị đã gửi').waitFor();
    await form.locator('button[aria-busy]').waitFor({ state: 'detached' });
    expect(await form.getByRole('alert').isVisible()).toBe(true);
  });

  it('another figure needs a reason, which the unit reads', async () => {
    const { chair, officer: judge } = on.all;
    await queue(`?open=1.1&unit=${on.all.federation.units['A']!.id}&line=1.1&period=hk1`);
    expect(await title()).toBe(unitNames[0]);
    await officer.keyboard.press('s');
    const form = officer.locator('#adjust form');
    await form.locator('[name="f.part"]').fill('bốn mươi');
    await form.getByLabel('Lý do, đơn vị sẽ đọc').fill('Danh sách chỉ có 44 người');
    await form.getByRole('button', { name: 'Lưu bản sửa' }).click();
    await form.getByRole('alert').waitFor();
    await form.locator('button[aria-busy]').waitFor({ state: 'detached' });
    expect(await form.locator('[name="f.part"]').inputValue()).toBe('bốn mươi');
    expect(await form.getByLabel('Lý do, đơn vị sẽ đọc').inputValue()).toBe('Danh sách chỉ có 44 người');
    await form.locator('[name="f.part"]').fill('44');
    await form.getByRole('button', { name: 'Lưu bản sửa' }).click();
    await officer.getByText('Đã sửa mục 1.1 vừa xem').waitFor();
    expect(await figure(chair, '1.1')).toMatchObject({ status: 'adjusted' });

    const page = await on.open(chair, phone);
    await page.goto(`${on.url}/unit/score`);
    await page.locator('summary', { hasText: 'Đoàn viên trên tổng số lao động' }).click();
    await page.getByText('Danh sách chỉ có 44 người').waitFor();
    await page.context().close();
    const { history } = await judge.call.assessment.item({
      unitId: on.all.federation.units['A']!.id,
      line: '1.1',
      period: 'hk1',
    });
    expect(history[0]).toMatchObject({ decision: 'adjusted', reason: 'Danh sách chỉ có 44 người' });
  });

  it('two officers: the later one is told, and sees what the first decided (R3)', async () => {
    const { otherChair, officer: first } = on.all;
    const unitId = on.all.federation.units['B']!.id;
    await queue(`?open=1.1&unit=${unitId}&line=1.1&period=hk1`);
    const { revision } = (await first.call.assessment.item({ unitId, line: '1.1', period: 'hk1' })).item;
    await first.call.assessment.accept({
      clientId: randomUUID(),
      cases: [{ unitId, line: '1.1', period: 'hk1', seen: revision }],
    });
    await officer.keyboard.press('t');
    await officer.locator('#return textarea').fill('Thiếu danh sách');
    await officer.getByRole('button', { name: 'Trả lại đơn vị' }).click();
    await officer.getByText('Trang này đã hiện bản mới nhất').waitFor();
    await officer.locator('.judge').getByText('Đã chấp nhận').first().waitFor();
    expect(await figure(otherChair, '1.1')).toMatchObject({ status: 'accepted' });
  });

  it('sent back with a reason and a day; the unit answers with a photo that another line has already', async () => {
    const { chair } = on.all;
    const unitId = on.all.federation.units['A']!.id;
    await queue(`?open=1.4&unit=${unitId}&line=1.4&period=hk1`);
    await officer.keyboard.press('2');
    const form = officer.locator('#return form');
    expect(await form.getByLabel('Số liệu khác minh chứng').isChecked()).toBe(true);
    await form.locator('[name=own]').fill('Biên bản ghi 5 lượt');
    await form.locator('[name=due]').fill('2026-12-19T17:00');
    await form.getByRole('button', { name: 'Trả lại đơn vị' }).click();
    const due = form.locator('.field', { has: officer.locator('[name=due]') });
    await due.getByText('Hạn sửa phải sau hôm nay').waitFor();
    await form.locator('button[aria-busy]').waitFor({ state: 'detached' });
    expect(await form.locator('[name=own]').inputValue()).toBe('Biên bản ghi 5 lượt');
    await form.locator('[name=due]').fill('2026-12-28T17:00');
    await form.getByRole('button', { name: 'Trả lại đơn vị' }).click();
    await officer.getByText('Đã trả lại mục 1.4 vừa xem').waitFor();

    const page = await on.open(chair, phone);
    await page.goto(`${on.url}/unit`, { waitUntil: 'networkidle' });
    const task = page.getByRole('link', { name: /Trả lại, cần sửa/ });
    expect(await task.innerText()).toContain('Biên bản ghi 5 lượt');
    await task.click();
    await page.waitForURL('**/unit/report/hk1**');
    const line = page.locator('#line-1-4');
    await line.getByText('sửa trước 28/12').waitFor();
    // A photo for a line that is not sent yet, and the same photo laid beside the returned one.
    await page.locator('#line-1-3 input[type=file]').last().setInputFiles(photo('biên bản.png'));
    await page.locator('#line-1-3 img').first().waitFor();
    await page.locator('#line-1-3').getByLabel('Có', { exact: true }).check();
    await page.locator('#line-1-3').getByText('Đã lưu lúc').waitFor();
    await line.getByRole('link', { name: 'Dùng tệp đã gửi ở mục khác' }).click();
    await page.waitForURL('**/files?**');
    await page.getByLabel(/biên bản/).check();
    await page.getByRole('button', { name: 'Dùng cho mục 1.4' }).click();
    await page.waitForURL('**/unit/report/hk1**');
    await page.locator('#line-1-4 img').first().waitFor();

    await page.locator('#line-1-4 input[name$=".value"]').fill('5');
    await page.locator('#line-1-4').getByText('Đã lưu lúc').waitFor();
    await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).click();
    await page.waitForURL('**/send');
    await page.getByText('Lý do trả lại: Số liệu khác với minh chứng gửi kèm').waitFor();
    await page.getByRole('button', { name: 'Gửi 2 mục' }).click();
    await page.waitForURL('**/receipts/BC-**');
    expect(await figure(chair, '1.4')).toMatchObject({ status: 'resubmitted', value: { value: '5' } });

    // The officer sees that it came again, with the photo.
    await queue(`?open=1.4&unit=${unitId}&line=1.4&period=hk1`);
    await officer.locator('.judge').getByText('Gửi lại').first().waitFor();
    await officer.locator('.evidence img').waitFor();
    await officer.keyboard.press('a');
    await officer.getByText('Đã chấp nhận mục 1.4 vừa xem').waitFor();
    expect(await figure(chair, '1.4')).toMatchObject({ status: 'accepted' });
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { randomUUID } from 'node:crypto';
import { document as tenPoints } from '../../api/testing/plan-of-ten-points.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

let on: RunningProduct;
/** This year, whose plan is published once, and the next, which is being written. */
let now: string;
let next: string;
const titleNext = 'Kế hoạch của năm sau';
const patient = { timeout: 10_000 };
const saved = /^Đã lưu \d\d:\d\d\.$/;

beforeAll(async () => {
  on = await startProduct();
  now = on.all.federation.yearId;
  const [row] = await on.all.owner<{ id: string }[]>`insert into year (federation_id, code, title, from_date, to_date)
    values (${on.all.federation.id}, '2027-2028', 'Năm học 2027–2028', '2027-09-01', '2028-08-31') returning id`;
  next = row!.id;
  const { plan } = on.all.officer.call;
  for (const [yearId, document] of [
    [now, tenPoints],
    [next, { ...tenPoints, scoring: { ...tenPoints.scoring, title: titleNext } } as PlanDocument],
  ] as const) {
    await plan.start({ clientId: randomUUID(), yearId, revision: 0, source: { kind: 'empty' } });
    await plan.saveDraft({ clientId: randomUUID(), yearId, revision: 1, document });
  }
});
afterAll(() => on.close());

const draftOf = async (yearId: string) => (await on.all.officer.call.plan.get({ yearId })).draft!;
const rail = '.rail__year';

it('follows the year chosen in the rail, and stays with it through publishing, a file, and what is typed after', async () => {
  const page = await on.open(on.all.officer);
  const at = (yearId: string) => `${on.url}/federation/plan?year=${yearId}`;
  await page.goto(`${on.url}/federation`);
  // The rail's year: the running one first, then the one that is chosen in it.
  await page.locator('.rail__switch > summary').click();
  await page.getByRole('button', { name: 'Năm học 2027–2028' }).click();
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await page.waitForURL(at(next));
  expect(await page.locator('h1').innerText()).toContain('2027–2028');
  await page.locator('.rail__switch > summary').click();
  await page.getByRole('button', { name: 'Năm học 2026–2027' }).click();
  await page.waitForURL(at(now));
  expect(await page.locator('h1').innerText()).toContain('2026–2027');
  expect(await page.locator(rail).innerText()).toContain('2026–2027');

  await page.locator('#line-title').waitFor();
  await page.getByRole('link', { name: 'Công bố', exact: true }).click();
  await page.getByRole('button', { name: 'Công bố bản 1' }).click();
  await page.getByText('Đã công bố bản 1.').waitFor();
  expect(new URL(page.url()).searchParams.get('year')).toBe(now);
  expect(await page.locator('h1').innerText()).toContain('2026–2027');
  const untouched = await draftOf(next);
  await page.goto(at(now));
  await page.locator('#line-title').fill('Gõ sau khi công bố');
  await page.getByText(saved).waitFor();
  expect(JSON.stringify((await draftOf(now)).document)).toContain('Gõ sau khi công bố');
  expect(await draftOf(next)).toEqual(untouched);

  await page.locator('#plan-files > summary').click();
  const file = Buffer.from(JSON.stringify(tenPoints));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ke-hoach.json', mimeType: 'application/json', buffer: file });
  await page.getByRole('button', { name: 'Tải lên thay bản thảo' }).click();
  await page.getByText('Đã nhận tệp ke-hoach.json').waitFor();
  expect(new URL(page.url()).searchParams.get('year')).toBe(now);
  expect(await page.locator('h1').innerText()).toContain('2026–2027');
  await page.locator('#line-title').fill('Gõ sau khi tải lên');
  await page.getByText(saved).waitFor();
  expect(JSON.stringify((await draftOf(now)).document)).toContain('Gõ sau khi tải lên');
  expect(await draftOf(next)).toEqual(untouched);
  await page.context().close();
});

it('keeps two tabs each in its own year', async () => {
  const one = await on.open(on.all.officer);
  const two = await one.context().newPage();
  await one.goto(`${on.url}/federation/plan?year=${now}`);
  await two.goto(`${on.url}/federation/plan?year=${next}`);
  await two.locator('#line-title').fill('Của năm sau');
  await one.locator('#line-title').fill('Của năm nay');
  await Promise.all([one.getByText(saved).waitFor(), two.getByText(saved).waitFor()]);
  await expect.poll(async () => JSON.stringify(await draftOf(now)), patient).toContain('Của năm nay');
  await expect.poll(async () => JSON.stringify(await draftOf(next)), patient).toContain('Của năm sau');
  expect(JSON.stringify(await draftOf(now))).not.toContain('Của năm sau');
  // The rail of the first tab still leads through the first tab's year.
  await one.getByRole('link', { name: 'Tổng quan' }).click();
  await one.waitForURL(`${on.url}/federation?year=${now}`);
  expect(await one.locator(rail).innerText()).toContain('2026–2027');
  await one.context().close();
});

it('keeps the year of a form that is sent before scripts run', async () => {
  const page = await on.open(on.all.officer, { javaScriptEnabled: false });
  await page.goto(`${on.url}/federation/plan?year=${now}`);
  await page.locator('#plan-files > summary').click();
  const file = Buffer.from(JSON.stringify({ ...tenPoints, scoring: { ...tenPoints.scoring, title: 'Từ tệp' } }));
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: file });
  await page.getByRole('button', { name: 'Tải lên thay bản thảo' }).click();
  await page.getByText('Đã nhận tệp a.json').waitFor();
  expect(await page.locator('h1').innerText()).toContain('2026–2027');
  expect((await draftOf(now)).document.scoring.title).toBe('Từ tệp');
  expect((await draftOf(next)).document.scoring.title).toBe(titleNext);
  const response = await page.goto(`${on.url}/federation/plan?year=${randomUUID()}`);
  expect(response?.status()).toBe(404);
  await page.context().close();
});

it('loses neither the page nor a keystroke when a code becomes that of another', async () => {
  const page = await on.open(on.all.officer);
  await page.goto(`${on.url}/federation/plan?year=${next}`);
  await page.locator('#line-title').waitFor();
  await page.locator('#grades > summary').click();
  await page.locator('#quotas > summary').click();
  // Grades HTXS, HTT, HT and so on, as a plan of the country has them, and a limit on one of them.
  while ((await page.getByLabel(/^Xếp loại \d, mã$/).count()) < 4)
    await page.getByRole('button', { name: 'Thêm mức xếp loại' }).click();
  for (const [place, code] of [
    [1, 'HTXS'],
    [4, 'KHT'],
    [3, 'HT'],
    [2, 'HTT'],
  ] as const) {
    const field = page.getByLabel(`Xếp loại ${place}, mã`);
    await field.fill(code);
    await field.press('Tab');
  }
  await page.getByRole('button', { name: 'Thêm giới hạn' }).click();
  await page.getByLabel('Giới hạn xếp loại nào').selectOption({ index: 1 });
  const second = page.getByLabel('Xếp loại 2, mã');
  await second.focus();
  await second.press('End');
  await second.press('Backspace');
  await second.press('Tab');
  expect(await second.inputValue()).toBe('HT');
  expect(await page.getByRole('alert').filter({ hasText: 'Mã HT đã dùng' }).count()).toBe(1);
  await second.fill('TOT');
  await second.press('Tab');
  await expect.poll(async () => (await draftOf(next)).document.scoring.quotas?.[0]?.grade, patient).toBe('TOT');

  // Titles that are the same, in every list of the page.
  for (const place of [1, 2]) await page.getByLabel(`Xếp loại ${place}, tên`).fill('Cùng tên');
  await page.locator('#periods > summary').click();
  await page.getByRole('button', { name: 'Thêm kỳ' }).click();
  for (const place of [1, 2]) await page.getByLabel(`Kỳ ${place}, tên`).fill('Cùng kỳ');
  await page.locator('#ranking-order > summary').click();
  await page.getByRole('button', { name: 'Thêm mức so khi bằng nhau' }).click();
  // A line's and a group's code that is taken says so and leaves the field as it was typed.
  await page.locator('.plan tbody tr.plan__group').first().click();
  const code = page.locator('.editor').getByLabel('Mã', { exact: true });
  const taken = (await draftOf(next)).document.scoring.groups[0]!.lines![0]!.code;
  await code.fill(taken);
  await code.press('Tab');
  expect(await code.inputValue()).toBe(taken);
  await page.getByText(`Mã ${taken} đã dùng`).waitFor();
  await page.getByText(saved).waitFor();
  const { grades } = (await draftOf(next)).document.scoring;
  expect(grades.map(({ title }) => title).slice(0, 2)).toEqual(['Cùng tên', 'Cùng tên']);
  await page.context().close();
});

it('keeps what was typed where the page cannot be drawn', async () => {
  const page = await on.open(on.all.officer);
  await page.goto(`${on.url}/federation/plan?year=${next}`);
  await page.locator('#line-title').waitFor();
  // Something the check list needs breaks: the next keystroke draws it again.
  await page.evaluate(() => {
    const broken = window as unknown as { kept: typeof Array.prototype.findLast };
    broken.kept = Array.prototype.findLast;
    Array.prototype.findLast = () => {
      throw new Error('the page cannot be drawn');
    };
  });
  await page.locator('#line-title').fill('Gõ ngay trước khi hỏng');
  await page.getByRole('alert').filter({ hasText: 'Trang soạn gặp lỗi' }).waitFor();
  await page.getByText(saved).waitFor();
  await page.evaluate(() => {
    Array.prototype.findLast = (window as unknown as { kept: typeof Array.prototype.findLast }).kept;
  });
  await page.getByRole('button', { name: 'Mở lại trang soạn' }).click();
  await page.locator('#line-title').waitFor();
  expect(JSON.stringify(await draftOf(next))).toContain('Gõ ngay trước khi hỏng');
  await page.context().close();
});

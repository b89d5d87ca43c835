import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { document as tenPoints } from '../../api/testing/plan-of-ten-points.ts';
import { examineOpenPage } from './support/examine-page.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

let on: RunningProduct;
let yearId: string;
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const patient = { timeout: 10_000 };
const saved = /^Đã lưu \d\d:\d\d\.$/;

beforeAll(async () => {
  on = await startProduct();
});
afterAll(() => on.close());

/** A year of its own for each story, with a draft whose points add up. */
beforeEach(async () => {
  const code = randomUUID().slice(0, 8);
  const [row] = await on.all.owner<{ id: string }[]>`insert into year (federation_id, code, title, from_date, to_date)
    select federation_id, ${code}, title, from_date, to_date from year where id = ${on.all.federation.yearId} returning id`;
  yearId = row!.id;
  await on.all.owner`insert into block (federation_id, year_id, code, name, position)
    select federation_id, ${yearId}, code, name, position from block where year_id = ${on.all.federation.yearId}`;
  const { plan } = on.all.officer.call;
  await plan.start({ clientId: randomUUID(), yearId, revision: 0, source: { kind: 'empty' } });
  await plan.saveDraft({ clientId: randomUUID(), yearId, revision: 1, document: tenPoints });
});

const draftNow = async () => (await on.all.officer.call.plan.get({ yearId })).draft!.document.conduct;
const codesNow = async () => (await draftNow()).stages.map(({ code }) => code).join(' ');
const rows = (page: Page) => page.locator('#stages ol > li');
const titles = (page: Page) =>
  rows(page)
    .locator('input[name^=title-]')
    .evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value));

describe.each(sizes)('the steps of judging at $width × $height', (viewport) => {
  it('an officer starts from variant C, adds two federation reviews, publishes, and the plan says it in words', async () => {
    const page = await on.open(on.all.officer, { viewport });
    await page.goto(`${on.url}/federation/plan?year=${yearId}`);
    await page.locator('#line-title').waitFor();
    await page.locator('#stages > summary').click();
    const section = page.locator('#stages');
    await section.getByLabel('Bắt đầu từ một mẫu').selectOption('C');
    await section.getByRole('button', { name: 'Thay các bước bằng mẫu này' }).click();
    await expect.poll(() => rows(page).count(), patient).toBe(5);
    // Nobody in it can judge here yet: said at the field, with what to do.
    const error = section.locator('.field__error');
    await expect.poll(() => error.allInnerTexts(), patient).toHaveLength(1);
    expect(await error.innerText()).toContain('Thêm bước “Công đoàn cấp trên thẩm định” trước bước này');
    expect(await section.getByLabel('Kết quả cuối lấy theo').getAttribute('aria-invalid')).toBe('true');

    const add = section.getByRole('button', { name: 'Thêm bước' });
    await section.getByLabel('Thêm bước do ai chấm').selectOption('federation');
    await add.click();
    await add.click();
    await expect.poll(() => rows(page).count(), patient).toBe(7);
    // With the keyboard alone: two up for each; the focus goes along with the row.
    for (const name of ['Công đoàn cấp trên thẩm định', 'Công đoàn cấp trên thẩm định lần 2']) {
      await section.getByRole('button', { name: `Chuyển bước ${name} lên`, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    }
    expect(await titles(page)).toEqual([
      'Đơn vị tự chấm',
      'Trưởng, phó khối chấm',
      'Họp khối, đơn vị bảo vệ điểm',
      'Công đoàn cấp trên thẩm định',
      'Công đoàn cấp trên thẩm định lần 2',
      'Ban thường vụ xét',
      'Ban chấp hành xét',
    ]);
    expect(await error.count()).toBe(0);

    // A window that closes before it opens is said at the field.
    const second = rows(page).nth(4);
    await second.getByLabel('Mở từ').fill('2027-06-20T08:00');
    await second.getByLabel('Đóng lúc').fill('2027-06-10T17:00');
    await second.getByLabel('Đóng lúc').blur();
    await second.getByText('đóng trước khi mở').waitFor();
    await second.getByLabel('Đóng lúc').fill('2027-06-25T17:00');
    await second.getByLabel('Đóng lúc').blur();
    await expect.poll(() => error.count(), patient).toBe(0);
    await second.getByLabel('Tên bước').fill('Thẩm định lại');
    await section.getByLabel('Kết quả cuối lấy theo').selectOption('committee-2');
    expect(await examineOpenPage(page)).toEqual([]);

    await page.getByText(saved).waitFor();
    await expect.poll(codesNow, patient).toBe('self heads session federation federation-2 committee committee-2');
    await page.getByRole('link', { name: 'Công bố', exact: true }).click();
    await page.getByRole('button', { name: 'Công bố bản 1' }).click();
    await page.getByText('Đã công bố bản 1.').waitFor();
    await page.locator('#conditions > summary').click();
    const words = await page.locator('#conditions').innerText();
    expect(words).toContain(
      'Các bước chấm: Đơn vị tự chấm → Trưởng, phó khối chấm → Họp khối, đơn vị bảo vệ điểm → Công đoàn cấp trên thẩm định → Thẩm định lại → Ban thường vụ xét → Ban chấp hành xét. Kết quả lấy theo bước “Ban chấp hành xét”.',
    );
    expect(words).toContain(
      'Tiêu chí nào bước “Ban chấp hành xét” không nói đến thì lấy theo bước gần nhất trước đó đã chấm tiêu chí ấy.',
    );
    expect(words).toContain('Bước “Thẩm định lại”: mở từ 08:00, 20/06/2027; đóng lúc 17:00, 25/06/2027.');
    const [stored] = await on.all.owner<{ verifying_stages: string[] }[]>`
      select verifying_stages from year where id = ${yearId}`;
    expect(stored?.verifying_stages).toEqual(['federation', 'federation-2']);
    await page.context().close();
  });

  it('before scripts run the same steps are chosen, added, moved, taken out and saved', async () => {
    const page = await on.open(on.all.officer, { viewport, javaScriptEnabled: false });
    await page.goto(`${on.url}/federation/plan?year=${yearId}`);
    const section = page.locator('#stages');
    await section.getByLabel('Bắt đầu từ một mẫu').selectOption('B');
    await section.getByRole('button', { name: 'Thay các bước bằng mẫu này' }).click();
    await expect.poll(codesNow, patient).toBe('self peer federation');
    await page.waitForURL(/#stages$/);

    const peer = rows(page).nth(1);
    await peer.getByLabel('Số đơn vị chấm một đơn vị').fill('3');
    await peer.getByLabel('Điểm của nhiều người chấm lấy').selectOption('median');
    await peer.getByLabel('Chênh quá bao nhiêu điểm thì mời người thứ ba').fill('1,5');
    // Enter in a field saves, whatever buttons there are.
    await peer.getByLabel('Tên bước').fill('Chấm chéo theo cặp');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await draftNow()).stages[1], patient)
      .toEqual({
        code: 'peer',
        kind: 'peer',
        title: 'Chấm chéo theo cặp',
        peer: { scorers: 3, assigned: 'draw', take: 'median', spread: '1.5', places: 2 },
      });

    await page.locator('#stages').getByLabel('Thêm bước do ai chấm').selectOption('session');
    await page.locator('#stages').getByRole('button', { name: 'Thêm bước', exact: true }).click();
    await expect.poll(codesNow, patient).toBe('self peer federation session');
    await page.locator('#stages').getByRole('button', { name: 'Chuyển bước Phiên họp chấm điểm lên' }).click();
    await expect.poll(codesNow, patient).toBe('self peer session federation');
    await page.locator('#stages').getByRole('button', { name: 'Bỏ bước Chấm chéo theo cặp' }).click();
    await expect.poll(codesNow, patient).toBe('self session federation');
    await page.locator('#stages').getByLabel('Kết quả cuối lấy theo').selectOption('session');
    await page.locator('#stages').getByRole('button', { name: 'Lưu các bước chấm' }).click();
    await expect.poll(async () => (await draftNow()).countsFrom, patient).toBe('session');
    await page.context().close();
  });
});

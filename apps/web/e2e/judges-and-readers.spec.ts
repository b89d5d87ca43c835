import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor } from '../../api/testing/entering.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { examinePage } from './support/examine-page.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** People of a federation who are not its officer: one who judges, one who only reads. */
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let on: RunningProduct;
beforeAll(async () => {
  on = await startProduct();
  const { all } = on;
  all.services.publicUrl = on.url;
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'A');
  await reportFor(all, 'B', { part: '40' });
});
afterAll(() => on.close());

/** Where what can be pressed on a page writes something to. */
const writing = (page: Page) =>
  page.locator('main form').evaluateAll((forms) =>
    (forms as HTMLFormElement[]).flatMap((form) => {
      const pressed = [...form.elements].filter((one) => one instanceof HTMLButtonElement && one.type === 'submit');
      return form.method === 'post' && pressed.length > 0 ? [form.getAttribute('action') ?? ''] : [];
    }),
  );

/** Adds somebody with this role as the officer does, and gives the link of the invitation. */
async function invite(role: string, title: string): Promise<string> {
  const page = await on.open(on.all.officer, { viewport: sizes.desk });
  await page.goto(`${on.url}/federation/settings`, { waitUntil: 'networkidle' });
  await page.getByLabel('Vai trò').selectOption({ label: role });
  await page.getByLabel('Họ tên và chức danh').fill(title);
  await page.getByRole('button', { name: 'Thêm người' }).click();
  await page.getByText('Đã thêm người').waitFor();
  expect(await page.locator('.person', { hasText: title }).innerText()).toContain(role);
  await page.getByRole('link', { name: 'Gửi giấy mời' }).click();
  await page.waitForURL('**/invitations**');
  // Whoever is not in yet is ticked, and nobody else.
  expect(await page.locator('input[name=membershipId]:checked').count()).toBe(1);
  await page.getByRole('button', { name: 'Tạo liên kết mời' }).click();
  const link = page.getByText(/\/invite\//).first();
  await link.waitFor();
  const [address] = /https?:\S+\/invite\/\S+/.exec(await page.locator('main').innerText())!;
  await page.context().close();
  return address!;
}

/** Follows an invitation in a browser of one's own and comes to the first page. */
async function activate(link: string, userName: string, size: { width: number; height: number }): Promise<Page> {
  const page = await on.open(null, { viewport: size });
  await page.goto(link, { waitUntil: 'networkidle' });
  await page.locator('[name=userName]').fill(userName);
  await page.locator('[name=password]').fill('mat-khau-moi-2026');
  await page.locator('[name=passwordAgain]').fill('mat-khau-moi-2026');
  await page.locator('[name=code]').fill('905172');
  await page.getByRole('button', { name: 'Lưu và vào Giao Ước' }).click();
  await page.waitForURL('**/federation**');
  return page;
}

const pages = (unitId: string) => [
  '/federation',
  '/federation/plan',
  '/federation/units',
  `/federation/units/${unitId}`,
  `/federation/units/${unitId}/score`,
  `/federation/units/${unitId}/report/hk1`,
  '/federation/pledges',
  `/federation/pledges/${unitId}`,
  '/federation/verify',
  '/federation/ranking',
  '/federation/ranking/so-far',
  '/federation/papers',
  '/federation/audit',
];
const closed = ['settings', 'years', 'jobs', 'enter', 'remind', 'units/add', 'units/import', 'units/invitations'];

/** Every page: nothing that writes but what is named, no link to a page that is not theirs, and nothing for axe to find. */
async function walk(page: Page, size: { width: number; height: number }, judging: string[]): Promise<void> {
  for (const address of pages(on.all.federation.units['A']!.id)) {
    const { faults } = await examinePage(page, { url: on.url + address, ...size });
    expect(faults, address).toEqual([]);
    const actions = await writing(page);
    const allowed = address === '/federation/verify' ? judging : [];
    expect(
      actions.filter((action) => !allowed.some((one) => action.startsWith(`?/${one}`))),
      address,
    ).toEqual([]);
    const links = await page
      .locator('a[href^="/federation"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    const theirs = (link: string) => !closed.some((one) => link.replace(/[?#].*/, '') === `/federation/${one}`);
    expect(
      links.filter((link) => !theirs(link)),
      address,
    ).toEqual([]);
    expect(links.length, address).toBeGreaterThan(5);
  }
  for (const one of closed) {
    await page.goto(`${on.url}/federation/${one}`);
    expect(new URL(page.url()).pathname, one).toBe('/federation');
  }
}

describe('a verifier', () => {
  let link: string;
  let page: Page;
  beforeAll(async () => {
    link = await invite('Cán bộ thẩm định', 'Ủy viên thẩm định');
    page = await activate(link, 'tham-dinh-vien', sizes.desk);
  });

  it('opens the queue, accepts one and corrects another; the trail says who, as what', async () => {
    await page.goto(`${on.url}/federation/verify?open=1.1`, { waitUntil: 'networkidle' });
    await page.locator('.accept button').click();
    await page.getByText('Đã chấp nhận mục 1.1 vừa xem').waitFor();
    await page.locator('#adjust summary').click();
    await page.locator('#adjust [name="f.part"]').fill('39');
    await page.locator('#adjust form').getByLabel('Lý do, đơn vị sẽ đọc').fill('Danh sách có 39 người');
    await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
    await page.getByText('Đã sửa mục 1.1 vừa xem').waitFor();
    const { events } = await on.all.officer.call.audit.list({ action: 'assessment.' });
    expect(events.slice(0, 2)).toMatchObject([
      { action: 'assessment.adjust', role: 'verifier', title: 'Ủy viên thẩm định' },
      { action: 'assessment.accept', role: 'verifier', title: 'Ủy viên thẩm định' },
    ]);
  });

  it('finds no other deed on any page, on a desk and on a phone', async () => {
    const judging = ['accept', 'adjust', 'return', 'undo'];
    for (const size of Object.values(sizes)) await walk(page, size, judging);
  });
});

describe('a reader', () => {
  it('walks through every page on a desk and on a phone, and finds nothing to press that would be refused', async () => {
    const page = await activate(
      await invite('Người theo dõi (chỉ xem)', 'Ban kiểm tra'),
      'nguoi-theo-doi',
      sizes.phone,
    );
    for (const size of Object.values(sizes)) await walk(page, size, []);
    await page.goto(`${on.url}/federation/verify?open=1.4`, { waitUntil: 'networkidle' });
    // There is something to judge, and not by a reader; no key does it either.
    await page.locator('.judge__title').waitFor();
    const { waiting } = await on.all.officer.call.assessment.queue({ by: 'line', open: '1.4' });
    expect(waiting).toBeGreaterThan(0);
    for (const key of ['a', 's', 't', 'u']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    expect((await on.all.officer.call.assessment.queue({ by: 'line', open: '1.4' })).waiting).toBe(waiting);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samplePlan } from '../../api/testing/sample-plan.ts';
import { startEmptyProduct, type EmptyProduct } from './support/empty-product.ts';
import { photo } from './support/small-files.ts';

/**
 * The product's main job, from an empty database through the pages alone: set-up, units and people, plan, pledge, signatures,
 * reports with evidence, verification, provisional ranking, papers. The ranking on the page, in the PDF and in Excel is
 * compared cell by cell, and with `giaouoc score` of the year file.
 */

let scene: EmptyProduct;
const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-year-'));
beforeAll(async () => {
  scene = await startEmptyProduct();
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true, force: true });
});

const proofs = { password: 'mat-khau-rat-dai', passwordAgain: 'mat-khau-rat-dai', code: '280726' };
const units = [
  {
    code: 'MN-A',
    name: 'CĐCS Trường Mầm non Hoa Phượng Đỏ – Phân hiệu Xóm Chợ Đầu Mối',
    members: 24,
    visits: '8',
    rules: ['bch', 'ubkt'],
  },
  { code: 'MN-B', name: 'CĐCS Trường Mầm non Vành Khuyên', members: 31, visits: '3', rules: ['bch'] },
  { code: 'MN-C', name: 'CĐCS Trường Mầm non Sao Mai', members: 18, visits: '0', rules: [] },
];

/** Days from today, in Việt Nam. */
const day = (offset: number) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

/** The sample plan around today: one period that was due yesterday, so that the year can be ranked. */
function planOfToday() {
  const document = samplePlan();
  const [from, to] = [day(-80), day(200)];
  document.scoring = { ...document.scoring, from, to };
  document.conduct.periods = [{ code: 'ky', title: 'Cả năm', from, to: day(-2), due: `${day(-1)}T17:00` }];
  for (const line of Object.values(document.conduct.lines)) line.due = ['ky'];
  document.conduct.signing = { due: `${day(30)}T17:00`, unitSigns: ['chair'] };
  return document;
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).first().fill(value);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();
const save = (name: string, bytes: Buffer | string) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

it('plays a whole year of a small federation', async () => {
  const officer = await scene.device('desk');

  // Set-up with the code from the console.
  await officer.goto(`${scene.url}/setup`);
  await fill(officer, {
    setupCode: scene.setupCode.toLowerCase(),
    name: 'Công đoàn phường Vân Hải',
    kind: 'công đoàn phường',
    superior: 'Liên đoàn Lao động thành phố',
    symbol: 'CĐP',
    place: 'Vân Hải',
    title: 'Cán bộ thi đua',
    userName: 'canbo.vanhai',
    ...proofs,
  });
  await press(officer, 'Thiết lập công đoàn');
  await officer.waitForURL(/\/federation/);

  // The year and its block.
  await officer.goto(`${scene.url}/federation/years`);
  await fill(officer, { code: 'nam-nay', title: 'Năm học này', from: day(-80), to: day(200), blocks: 'Khối Mầm non' });
  await press(officer, 'Tạo năm');
  await officer.getByRole('status').filter({ hasText: 'Đã tạo năm' }).waitFor();

  // Units one by one, each with its chair.
  for (const unit of units) {
    await officer.goto(`${scene.url}/federation/units/add`);
    await fill(officer, { code: unit.code, name: unit.name, activeSince: day(-2000) });
    await press(officer, 'Thêm đơn vị');
    await officer.waitForURL(/\/federation\/units\/[0-9a-f-]{36}/);
    const person = officer.locator('form[action*="addPerson"]');
    if (!(await person.isVisible())) await officer.locator('details:has(form[action*="addPerson"]) > summary').click();
    await person.locator('[name="title"]').fill('Chủ tịch CĐCS');
    await person.getByRole('button', { name: 'Thêm người' }).click();
    await officer.getByRole('status').filter({ hasText: 'Đã thêm người' }).waitFor();
  }

  // Invitations: each chair opens their own link on a phone.
  await officer.goto(`${scene.url}/federation/units/invitations`);
  await press(officer, 'Tạo liên kết mời');
  await officer.locator('.link').first().waitFor();
  const links = await officer.locator('.link').allTextContents();
  expect(links).toHaveLength(3);
  const owners = await officer.locator('li:has(.link) strong').allTextContents();
  const chairs = new Map<string, Page>();
  for (const [index, link] of links.entries()) {
    const phone = await scene.device('phone');
    const unit = units.find((one) => one.name === owners[index])!;
    await phone.goto(link.trim());
    await fill(phone, { userName: `chutich.${unit.code.toLowerCase()}`, ...proofs });
    await press(phone, 'Lưu và vào Giao Ước');
    await phone.waitForURL(/\/unit/);
    chairs.set(unit.code, phone);
  }

  // The plan from a file, published.
  await officer.goto(`${scene.url}/federation/plan`);
  await officer
    .locator('input[type="file"][name="file"]')
    .setInputFiles(save('plan.json', JSON.stringify(planOfToday())));
  await press(officer, /Tải lên/);
  await officer.getByText('Đã nhận tệp').waitFor();
  await officer.getByRole('link', { name: 'Công bố', exact: true }).click();
  await press(officer, 'Công bố bản 1');
  await officer.getByText('Đã công bố bản 1').waitFor();

  // Offered to all at once; each chair sets the own target and signs with the code; countersigned in bulk.
  await officer.goto(`${scene.url}/federation/pledges`);
  await press(officer, 'Mời ký 3 đơn vị');
  await officer.getByText('Đã mời 3 đơn vị ký').waitFor();
  for (const phone of chairs.values()) {
    await phone.goto(`${scene.url}/unit/pledge`, { waitUntil: 'networkidle' });
    await phone.locator('[name="t.1.2"]').first().fill('2');
    await press(phone, 'Ghi chỉ tiêu và ký');
    await phone.locator('form[action*="sign"] [name="code"]').first().fill(proofs.code);
    await phone.locator('form[action*="sign"]:has([name="code"]) button[type=submit]').click();
    await phone
      .getByText(/KY-\d{4}-\d{6}/)
      .first()
      .waitFor();
  }
  await officer.goto(`${scene.url}/federation/pledges`);
  expect(await heading(officer).textContent()).toContain('3 trên 3 đơn vị đã ký');
  await officer.getByRole('link', { name: 'Ký 3 giao ước' }).click();
  await officer.locator('[name="secret"]').first().fill(proofs.code);
  await officer.locator('.sheet').getByRole('button', { name: 'Ký 3 giao ước', exact: true }).click();
  await officer.getByText('Đã ký 3 giao ước').waitFor();

  // Each chair reports: every kind of input, a photo, review, receipt.
  for (const unit of units) {
    const phone = chairs.get(unit.code)!;
    await phone.goto(`${scene.url}/unit/report/ky`, { waitUntil: 'networkidle' });
    const line = (code: string) => phone.locator(`article:has(input[type="hidden"][value="${code}"])`).first();
    await line('1.1')
      .locator('[name$=".part"]')
      .fill(String(unit.members - 1));
    await line('1.1').locator('[name$=".whole"]').fill(String(unit.members));
    await line('1.2').locator('[name$=".value"]').fill('2');
    await line('1.3').getByText('Có', { exact: true }).click();
    await line('1.3').locator('input[type="file"]').first().setInputFiles(photo('Biên bản.png'));
    await line('1.4').locator('[name$=".value"]').fill(unit.visits);
    for (const rule of unit.rules) await line('1.5').locator(`input[value="${rule}"]`).check();
    if (unit.rules.length === 0) await line('1.5').locator('[name$=".none"]').check();
    await line('T.1').locator('[name$=".value"]').fill('0');
    await phone
      .getByText(/Đã lưu \d/)
      .first()
      .waitFor();
    await press(phone, 'Xem lại và gửi');
    await phone.waitForURL(/\/send$/);
    await press(phone, /^Gửi \d+ mục/);
    await phone
      .getByText(/BC-\d{4}-\d{6}/)
      .first()
      .waitFor();
  }

  // Verification: the queue opens at what waits; accept until nothing does.
  for (let judged = 0; judged < 24; judged += 1) {
    await officer.goto(`${scene.url}/federation/verify`, { waitUntil: 'networkidle' });
    const accept = officer.getByRole('button', { name: /^Chấp nhận [\d,]+ điểm/ });
    if (!(await accept.count())) break;
    const answered = officer.waitForResponse((answer) => answer.request().method() === 'POST');
    await accept.first().click();
    await answered;
  }

  // Provisional: blockers in words, then the snapshot.
  await officer.goto(`${scene.url}/federation/ranking`, { waitUntil: 'networkidle' });
  for (const box of await officer.locator('input[name="despite"]').all()) await box.check();
  await officer.getByRole('link', { name: 'Công bố tạm', exact: true }).click();
  await officer.getByRole('button', { name: 'Công bố tạm', exact: true }).click();
  await officer
    .getByText(/BXH-nam-nay-01/)
    .first()
    .waitFor();
  await officer.goto(`${scene.url}/federation/ranking`, { waitUntil: 'networkidle' });

  // Page, PDF, Excel and the year file say the same (S6).
  const shown = await officer
    .locator('table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) =>
          (cell as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim(),
        ),
      ),
    );
  const onPage = units.map((unit) => shown.find((cells) => cells.some((cell) => cell.includes(unit.name)))!);
  expect(onPage.every(Boolean)).toBe(true);

  const fetchFile = async (part: string) => {
    const href = await officer.locator(`a[href*="${part}"]`).first().getAttribute('href');
    const answer = await officer.request.get(new URL(href!, scene.url).href);
    expect(answer.ok()).toBe(true);
    return answer.body();
  };
  const yearFile = save('year.json', await fetchFile('year.json'));
  const results = JSON.parse(
    execFileSync(
      process.execPath,
      [path.join(import.meta.dirname, '../../api/src/cli/giaouoc.ts'), 'score', yearFile],
      { encoding: 'utf8' },
    ),
  ) as {
    digest: string;
    units: { unit: string; rank: number; total: string; base: string; bonus: string; penalty: string; grade: string }[];
  };
  const vi = (points: string) => points.replace('.', ',').replace('-', '−');
  for (const [index, unit] of units.entries()) {
    const result = results.units.find((one) => one.unit === unit.code)!;
    expect(onPage[index]!.join(' ')).toContain(vi(result.total));
    expect(onPage[index]!.join(' ')).toContain(vi(result.base));
  }

  const workbook = read(await fetchFile('ranking.xlsx'), { type: 'buffer' });
  const cells = workbook.SheetNames.flatMap((name) =>
    utils.sheet_to_json<unknown[]>(workbook.Sheets[name]!, { header: 1, defval: null, raw: true }),
  );
  for (const unit of units) {
    const result = results.units.find((one) => one.unit === unit.code)!;
    const row = cells.find((one) => one.includes(unit.name) && one.includes(Number(result.total)))!;
    expect(row, `Excel row of ${unit.code}`).toBeTruthy();
    for (const points of [result.base, result.bonus, result.penalty, result.total])
      expect(row).toContain(Number(points));
  }
  expect(JSON.stringify(cells)).toContain('BXH-nam-nay-01');

  const pdf = await getDocument({ data: new Uint8Array(await fetchFile('ranking.pdf')) }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }
  const words = text.replaceAll(/\s+/g, ' ');
  expect(words).toContain('BXH-nam-nay-01');
  for (const result of results.units) expect(words).toContain(vi(result.total));
  // The digest of the snapshot is that of the year file, scored without any database.
  expect(words.replaceAll(' ', '')).toContain(results.digest.replace('sha256:', '').slice(0, 16));
  expect(readFileSync(yearFile).length).toBeGreaterThan(1000);
});

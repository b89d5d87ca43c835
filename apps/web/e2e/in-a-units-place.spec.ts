import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCode } from '../../api/testing/people.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { photo } from './support/small-files.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** What an officer does where a unit does not: paper sheets, entering, more time, reminders; and what the unit sees of it. */
const phone = { viewport: { width: 390, height: 844 } };
let on: RunningProduct;
let officer: Page;
beforeAll(async () => {
  on = await startProduct();
  await publishSamplePlan(on.all);
  await on.all.officer.call.pledge.offer({ clientId: randomUUID() });
  officer = await on.open(on.all.officer, {
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
});
afterAll(() => on.close());

const unit = (code: string) => on.all.federation.units[code]!;
const pledgePage = (code: string) => `${on.url}/federation/pledges/${unit(code).id}`;

describe('a pledge on paper', () => {
  it('a sheet refused: the unit reads why and sends another, which counts once confirmed', async () => {
    const { chair } = on.all;
    await chair.call.pledge.setTargets({ clientId: randomUUID(), targets: [{ line: '1.2', typed: '3' }] });
    const page = await on.open(chair, phone);
    const send = async (file: string) => {
      await page.goto(`${on.url}/unit/pledge`, { waitUntil: 'networkidle' });
      await page.getByText('Đã ký trên giấy?').click();
      await page.locator('form[action="?/paper"] [name=file]').setInputFiles(photo(file));
      await page.getByRole('button', { name: 'Gửi ảnh bản giấy' }).click();
      await page.getByText('Đã gửi ảnh bản giấy').waitFor();
    };
    await send('trang-ky.png');

    await officer.goto(pledgePage('A'), { waitUntil: 'networkidle' });
    await officer.locator('summary', { hasText: 'Trả bản giấy' }).click();
    await officer.getByLabel('Lý do, đơn vị sẽ đọc').fill('Ảnh mờ, không đọc được chữ ký.');
    await officer.getByRole('button', { name: 'Trả bản giấy' }).click();
    await officer.getByText('Đã trả bản giấy').waitFor();
    expect((await chair.call.pledge.mine({}))!.paper).toMatchObject({ state: 'refused' });

    await page.reload();
    const notice = page.locator('.notice', { hasText: 'Bản giấy chưa được nhận' });
    // One full stop, though the reason brought its own.
    expect(await notice.innerText()).toContain('Ảnh mờ, không đọc được chữ ký. Ký trên máy');
    on.all.clock.now = new Date(on.all.clock.now.getTime() + 60_000);
    await send('trang-ky-ro.png');
    await officer.goto(pledgePage('A'), { waitUntil: 'networkidle' });
    await officer.getByRole('button', { name: 'Xác nhận đã ký' }).click();
    await expect.poll(async () => (await chair.call.pledge.mine({}))!.state, { timeout: 10_000 }).toBe('signed');
    await page.context().close();
  });

  it('deputy and principal read the pledge, and are not asked to sign what is not theirs', async () => {
    for (const who of [on.all.deputy, on.all.principal]) {
      const page = await on.open(who, phone);
      await page.goto(`${on.url}/unit/pledge`);
      await page.getByRole('heading', { level: 1, name: /đơn vị đã ký/ }).waitFor();
      expect(await page.getByRole('link', { name: 'Ký giao ước' }).count()).toBe(0);
      expect(await page.getByText('Đến lượt bạn').count()).toBe(0);
      for (const address of ['/unit', '/unit/report/hk1', '/unit/score', '/unit/papers', '/unit/audit']) {
        const answer = await page.goto(on.url + address);
        expect([address, answer!.status()]).toEqual([address, 200]);
      }
      await page.context().close();
    }
    // A deputy prepares, the chair sends; a principal only reads.
    const principal = await on.open(on.all.principal, phone);
    await principal.goto(`${on.url}/unit/report/hk1`);
    await principal.getByText('Chủ tịch và ủy viên ban chấp hành nhập số liệu').waitFor();
    expect(await principal.locator('#report-form input:visible').count()).toBe(0);
    await principal.context().close();
    const deputy = await on.open(on.all.deputy, phone);
    await deputy.goto(`${on.url}/unit/report/hk1/send`);
    await deputy.getByText('Chủ tịch công đoàn cơ sở gửi báo cáo').waitFor();
    expect(await deputy.getByRole('button', { name: /^Gửi \d/ }).count()).toBe(0);
    await deputy.context().close();
  });

  it('anybody with the sheet can check its code, signed in or not', async () => {
    const { otherChair } = on.all;
    await otherChair.call.pledge.setTargets({ clientId: randomUUID(), targets: [{ line: '1.2', typed: '3' }] });
    const { version, hash } = (await otherChair.call.pledge.mine({}))!;
    const reader = await on.open(null, phone);
    const check = async (code: string) => {
      const answer = await reader.goto(`${on.url}/check/${code}`);
      return [answer!.status(), await reader.getByRole('heading').first().innerText()];
    };
    const code = hash.replace('sha256:', '');
    // Nobody signed it yet: there is nothing to vouch for.
    expect(await check(code)).toEqual([200, 'Không có giao ước nào mang mã này']);
    await otherChair.call.pledge.sign({
      clientId: randomUUID(),
      version,
      hash,
      presence: { kind: 'code', secret: testCode },
    });
    expect(await check(code)).toEqual([200, 'Giao ước thật']);
    await reader.getByText(unit('B').name).waitFor();
    expect(await check(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toEqual([
      200,
      'Không có giao ước nào mang mã này',
    ]);
    expect(await check(code.slice(0, 20))).toEqual([200, 'Mã nội dung chưa đủ']);
    await reader.context().close();
  });
});

describe('a report', () => {
  const entering = () => `${on.url}/federation/units/${unit('C').id}/report/hk1`;
  const field = (name: string) => officer.locator(`[name="${name}"]`);

  it('more time for one unit alone, with a reason it reads', async () => {
    await officer.goto(entering(), { waitUntil: 'networkidle' });
    await field('reason').fill('Trường bị ngập ba ngày');
    await field('due').fill('2027-01-10T17:00');
    await officer.getByRole('button', { name: 'Gia hạn' }).click();
    await officer.getByText('Hạn mới phải sau hạn cũ').waitFor();
    expect(await field('reason').inputValue()).toBe('Trường bị ngập ba ngày');
    await field('due').fill('2027-01-20T17:00');
    await officer.getByRole('button', { name: 'Gia hạn' }).click();
    await officer.getByText('Đã gia hạn cho đơn vị này').waitFor();
    const chair = await on.all.join('chair', 'C');
    const due = async (who: typeof chair) => (await who.call.report.get({ period: 'hk1' })).period.due;
    expect(Date.parse(await due(chair))).toBe(Date.parse('2027-01-20T17:00+07:00'));
    expect(Date.parse(await due(on.all.chair))).toBe(Date.parse('2027-01-15T17:00+07:00'));
    const page = await on.open(chair, phone);
    await page.goto(`${on.url}/unit/report/hk1`);
    await page.getByText('Công đoàn cấp trên đã gia hạn: Trường bị ngập ba ngày').waitFor();
    await page.context().close();
  });

  it('entered by the officer: a line refused keeps what was typed, the others are stored, the next press is another write', async () => {
    await officer.goto(entering(), { waitUntil: 'networkidle' });
    await field('r0.f.part').fill('45');
    await field('r0.f.whole').fill('46');
    await field('r2.f.value').fill('bốn');
    await field('r2.note').fill('Theo sổ thăm hỏi');
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
    await officer.getByText('Đã lưu 1 mục').waitFor();
    expect(await field('r2.f.value').inputValue()).toBe('bốn');
    expect(await field('r2.note').inputValue()).toBe('Theo sổ thăm hỏi');
    await field('r2.f.value').fill('4');
    await officer.getByLabel('Quy chế Ban chấp hành').check();
    await officer.getByLabel('Gửi dù mục 1.3 còn thiếu').check();
    await officer.getByRole('button', { name: 'Gửi báo cáo thay đơn vị' }).click();
    await officer.getByText('Đã gửi báo cáo. Biên nhận BC-').waitFor();

    const chair = await on.all.join('chair', 'C');
    const { status, lines } = await chair.call.report.get({ period: 'hk1' });
    expect(status).toBe('submitted');
    const record = lines.find(({ line }) => line.code === '1.4')!.record;
    expect(record).toMatchObject({ value: { value: '4' }, enteredFor: true, note: 'Theo sổ thăm hỏi' });
    // The unit has the receipt too, and reads who entered.
    const page = await on.open(chair, phone);
    await page.goto(`${on.url}/unit/papers`);
    await page.getByRole('link', { name: /Báo cáo Học kỳ I/ }).click();
    await page.getByRole('heading', { name: 'Đã gửi báo cáo' }).waitFor();
    await page.context().close();
  });
});

describe('reminders', () => {
  it('one press reminds those who owe; the text for Zalo is copied whole; the unit reads it line by line', async () => {
    on.all.clock.now = new Date('2027-01-14T03:00:00Z');
    await officer.goto(`${on.url}/federation`, { waitUntil: 'networkidle' });
    await officer.getByRole('button', { name: /^Nhắc \d đơn vị/ }).click();
    await officer.getByText(/Đã nhắc \d đơn vị/).waitFor();
    await officer.getByRole('link', { name: 'Nhắn thêm qua Zalo' }).click();
    await officer.waitForURL('**/federation/remind**');
    await officer.waitForLoadState('networkidle');
    await officer.getByRole('button', { name: 'Chép tất cả' }).click();
    const copied = await officer.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`Kính gửi ${unit('A').name},\n`);
    expect(copied).toContain('- Gửi báo cáo Học kỳ I');
    expect(copied).not.toMatch(/[\u200B\u00AD\u2060]/);

    const page = await on.open(on.all.chair, phone);
    await page.goto(`${on.url}/unit`);
    const notice = page.locator('.notice', { hasText: 'Nhắc việc' });
    expect((await notice.innerText()).split('\n').filter((line) => line.startsWith('- '))).not.toEqual([]);
    await page.getByRole('button', { name: 'Đã xem' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { testCode, testPassword, type Person } from '../../api/testing/people.ts';
import { paper, unnamedPhoto } from './support/small-files.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
const report = '/unit/report/hk1';
/** Lines of the period in the order of the page: 1.1 part of a whole, 1.3 yes or no, 1.4 a count, 1.5 a checklist. */
const field = { part: 'l0.part', whole: 'l0.whole', yes: 'l1.yes', count: 'l2.value', items: 'l3.items' };

let on: RunningProduct;
let unitC: Person;
beforeAll(async () => {
  on = await startProduct();
  await publishSamplePlan(on.all);
  await on.all.officer.call.pledge.offer({ clientId: randomUUID() });
  unitC = await on.all.join('chair', 'C');
});
afterAll(() => on.close());

const input = (page: Page, name: string) => page.locator(`input[name="${name}"]`);
const stored = async (who: Person, code: string) => {
  const { lines } = await who.call.report.get({ period: 'hk1' });
  return lines.find((one) => one.line.code === code)!.record;
};
/** Typing is saved a moment later. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 });
/** The page with its scripts at work: before, typing would be plain typing. */
async function opened(who: Person): Promise<Page> {
  const page = await on.open(who, phone);
  await page.goto(on.url + report);
  await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).waitFor();
  return page;
}
/** Lets the server do its work and loses the answer, once. */
async function losingOneAnswer(page: Page, path: string): Promise<void> {
  await page.route(
    `**/trpc/${path}`,
    async (route: Route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
}

describe('typing a report', () => {
  it('two tabs: the later one sees both versions and chooses (R3)', async () => {
    const { chair } = on.all;
    const first = await opened(chair);
    const second = await opened(chair);
    await input(first, field.part).fill('45');
    await input(first, field.whole).fill('46');
    await first.getByText('Đã lưu lúc').first().waitFor();

    await input(second, field.part).fill('40');
    await input(second, field.whole).fill('46');
    const choice = second.getByRole('group', { name: 'Hai bản khác nhau, chọn một' });
    await choice.waitFor();
    expect(await choice.innerText()).toContain('40/46');
    expect(await choice.innerText()).toContain('45/46');
    expect((await stored(chair, '1.1')).value).toEqual({ part: '45', whole: '46' });

    await choice.getByRole('button', { name: 'Giữ bản này' }).click();
    await eventually(async () => (await stored(chair, '1.1')).value).toEqual({ part: '40', whole: '46' });

    // The first tab now is the stale one, and takes what is stored.
    await input(first, field.part).fill('46');
    await first.getByRole('button', { name: 'Lấy bản đã lưu' }).click();
    expect(await input(first, field.part).inputValue()).toBe('40');
    expect((await stored(chair, '1.1')).value).toEqual({ part: '40', whole: '46' });
    // Given up for good: nothing of it comes back with a reload, hides in a folded line, or keeps the report from sending.
    await first.reload();
    await first.getByRole('button', { name: 'Xem lại và gửi', exact: true }).waitFor();
    expect(await input(first, field.part).inputValue()).toBe('40');
    expect(await first.getByText('nhập dở trên máy này').count()).toBe(0);
    await first.getByRole('button', { name: 'Xem lại và gửi', exact: true }).click();
    await first.waitForURL('**/send');
    await Promise.all([first.context().close(), second.context().close()]);
  });

  it('a lost answer: the same write again, done once', async () => {
    const { otherChair } = on.all;
    const page = await opened(otherChair);
    await losingOneAnswer(page, 'report.save');
    await input(page, field.part).fill('44');
    await input(page, field.whole).fill('46');
    await page.getByText('Chờ mạng để lưu').first().waitFor();
    await page.getByText('Đã lưu lúc').first().waitFor();
    expect(await stored(otherChair, '1.1')).toMatchObject({ value: { part: '44', whole: '46' }, revision: 1 });
    await page.context().close();
  });

  it('without a network it goes on, counts points, says what waits, and saves when the network is back', async () => {
    const { otherChair } = on.all;
    const page = await opened(otherChair);
    await page.context().setOffline(true);
    await page.getByText('Không có mạng.').waitFor();
    await input(page, field.count).fill('6');
    const line = page.locator('#line-1-4');
    await line.getByText('Chờ mạng để lưu').waitFor();
    expect(await line.locator('.line__points').innerText()).toContain('3,00');
    expect((await stored(otherChair, '1.4')).value).toBeNull();
    await page.context().setOffline(false);
    await line.getByText('Đã lưu lúc').waitFor();
    expect((await stored(otherChair, '1.4')).value).toEqual({ value: '6' });
    await page.context().close();
  });

  it('a reload brings back what was typed and not saved', async () => {
    const { otherChair } = on.all;
    const page = await opened(otherChair);
    await page.route('**/trpc/**', (route) => route.abort());
    await page.locator('#line-1-5').getByLabel('Quy chế Ban chấp hành').check();
    await page.locator('#line-1-5').getByText('Chờ mạng để lưu').waitFor();
    await page.reload();
    await page.getByText('Đã lấy lại 1 mục nhập dở').waitFor();
    expect(await page.locator('#line-1-5').getByLabel('Quy chế Ban chấp hành').isChecked()).toBe(true);
    expect((await stored(otherChair, '1.5')).value).toBeNull();
    await page.unroute('**/trpc/**');
    await page.locator('#line-1-5').getByText('Đã lưu lúc').waitFor({ timeout: 30_000 });
    expect((await stored(otherChair, '1.5')).value).toEqual({ items: ['bch'] });
    await page.context().close();
  });

  it('what is typed before the scripts have come is not lost', async () => {
    const page = await on.open(on.all.deputy, phone);
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/_app/**/*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(on.url + report, { waitUntil: 'commit' });
    await page.locator(`input[name="${field.yes}"][value=yes]`).check();
    await page.locator('#line-1-5').getByLabel('Quy chế Ủy ban kiểm tra').check();
    await input(page, field.count).fill('7');
    arrive();
    await page.locator('#line-1-4').getByText('Đã lưu lúc').waitFor();
    expect((await stored(on.all.chair, '1.4')).value).toEqual({ value: '7' });
    expect((await stored(on.all.chair, '1.3')).value).toEqual({ yes: true });
    expect((await stored(on.all.chair, '1.5')).value).toEqual({ items: ['ubkt'] });
    await page.context().close();
  });

  it('bad input: said beside the field, never saved as something else', async () => {
    const { chair } = on.all;
    const page = await opened(chair);
    const line = page.locator('#line-1-4');
    // Done lines are folded.
    await line.locator('summary').first().click();
    const type = async (text: string) => {
      await input(page, field.count).fill(text);
      await input(page, field.count).blur();
    };
    await type('bốn mươi lăm');
    await line.getByText('Chưa đọc được số này').waitFor();
    await type('-3');
    await line.getByText('Số liệu không thể âm').waitFor();
    await line.getByText('Chưa lưu, còn trên máy này').waitFor();
    expect((await stored(chair, '1.4')).value).toEqual({ value: '7' });

    // A count has no fraction, so `1.234` has one meaning, which is shown; a fraction is refused, and said how it was read.
    await type('1.234');
    await line.getByText('Đọc là').waitFor();
    expect(await line.locator('.field__hint').innerText()).toMatch(/Đọc là 1\.234/);
    await eventually(async () => (await stored(chair, '1.4')).value).toEqual({ value: '1234' });
    await type('1.234,5');
    await line.getByText('số vừa nhập đọc là 1.234,5').waitFor();
    expect((await stored(chair, '1.4')).value).toEqual({ value: '1234' });
    const { revision } = await stored(chair, '1.4');
    await type('1.234,0');
    await line.getByText('Đã lưu lúc').waitFor();
    expect((await stored(chair, '1.4')).revision).toBe(revision);

    // Decomposed letters, as some keyboards send them, are kept composed.
    await line.getByText('Ghi chú cho cán bộ').click();
    await line.getByLabel('Ghi chú mục 1.4').fill('Đã thăm hỏi ở viện'.normalize('NFD'));
    await eventually(async () => (await stored(chair, '1.4')).note).toBe('Đã thăm hỏi ở viện'.normalize('NFC'));
    await page.context().close();
  });
});

describe('sending', () => {
  it('pressed twice, or its answer lost: sent once, with one receipt (R2, R4)', async () => {
    const { otherChair } = on.all;
    const page = await opened(otherChair);
    await page.getByRole('button', { name: 'Xem lại và gửi', exact: true }).click();
    await page.waitForURL('**/send');
    await page.getByLabel('Gửi sau mục 1.3').check();
    await losingOneAnswer(page, 'report.submit');
    await page.getByRole('button', { name: 'Gửi 3 mục' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await page.getByText('báo cáo chỉ được nhận một lần').waitFor();
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await page.waitForURL('**/receipts/**');
    const receipts = (await otherChair.call.receipt.list({})).filter(({ kind }) => kind === 'report');
    expect(receipts.map(({ number }) => number)).toEqual([page.url().split('/').at(-1)]);
    expect(receipts[0]!.lines.map(({ code }) => code)).toEqual(['1.1', '1.4', '1.5']);

    // The receipt stays readable on the phone when the network is gone.
    await page.getByText('cả khi không có mạng').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.context().setOffline(true);
    await page.goto(on.url + report);
    await page.getByText(receipts[0]!.number).first().waitFor();
    await page.context().close();
  });
});

describe('a phone that keeps nothing', () => {
  it('says so, never that anything is still on the phone, and warns before the page is left', async () => {
    const { otherChair } = on.all;
    const page = await on.open(await on.all.join('chair', 'B'), phone);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    expect(otherChair.unitId).toBeTruthy();
    await page.goto(on.url + report);
    await page.getByText('Máy này không giữ lại được những gì đang nhập').waitFor();
    await page.context().setOffline(true);
    await page.getByText('giữ trang này mở đến khi thấy').waitFor();
    await page.locator('#line-1-3').getByLabel('Có', { exact: true }).check();
    expect(await page.locator('main').innerText()).not.toContain('trên máy này');
    await page.context().setOffline(false);
    await page.locator('#line-1-3').getByText('Đã lưu lúc').waitFor({ timeout: 30_000 });
    await page.context().close();
  });
});

describe('a photo that Android gives no name to', () => {
  it('is taken by what it is', async () => {
    const page = await opened(on.all.chair);
    const line = page.locator('#line-1-3');
    if ((await line.locator('summary').count()) > 0 && !(await line.locator('input[type=file]').first().isVisible()))
      await line.locator('summary').first().click();
    await line.locator('input[type=file]').last().setInputFiles(unnamedPhoto);
    await line.getByText('1 tệp đã gửi').waitFor();
    await page.context().close();
  });
});

describe('a second device', () => {
  it('after the first has sent: says when, who and which receipt, and leads there', async () => {
    const unit = await on.all.join('chair', 'A');
    const first = await opened(unit);
    const second = await on.open(unit, phone);
    await second.goto(`${on.url}${report}/send`);
    await first.goto(`${on.url}${report}/send`);
    for (const page of [first, second]) {
      await page.getByRole('button', { name: /^Gửi \d mục/ }).waitFor();
      const all = page.getByLabel(/Gửi sau cả/);
      if ((await all.count()) > 0) await all.check();
      else if ((await page.getByLabel(/^Gửi sau mục/).count()) > 0) await page.getByLabel(/^Gửi sau mục/).check();
    }
    await first.getByRole('button', { name: /^Gửi \d mục/ }).click();
    await first.waitForURL('**/receipts/BC-**');
    const number = first.url().split('/').at(-1)!;
    await second.getByRole('button', { name: /^Gửi \d mục/ }).click();
    await second.getByText('Báo cáo này đã được gửi lúc').waitFor();
    await second.getByRole('link', { name: `Mở biên nhận ${number}` }).click();
    await second.waitForURL(`**/receipts/${number}`);
    await Promise.all([first.context().close(), second.context().close()]);
  });
});

describe('without scripts', () => {
  const plain: BrowserContextOptions = { ...phone, javaScriptEnabled: false };

  it('signs in, registers a target, signs with the code, reports with a file, and sends', async () => {
    const page = await on.open(null, plain);
    await page.goto(`${on.url}/unit/pledge`);
    await page.locator('input[name=name]').fill(unitC.userName);
    await page.locator('input[name=password]').fill(testPassword);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL('**/unit/pledge');

    // Bonus and penalty are none of the tasks that are asked for.
    await page.getByText('giao 04 chỉ tiêu và 01 nhiệm vụ, 01 mục điểm thưởng, 01 mục điểm trừ.').waitFor();
    // Below the floor: said beside the number, which stays as typed.
    await page.locator('input[name="t.1.2"]').fill('1');
    await page.getByRole('button', { name: 'Ghi chỉ tiêu và ký' }).click();
    await page.getByText('Chỉ tiêu thấp hơn mức sàn (2)').waitFor();
    expect(await page.locator('input[name="t.1.2"]').inputValue()).toBe('1');
    await page.locator('input[name="t.1.2"]').fill('4');
    await page.getByRole('button', { name: 'Ghi chỉ tiêu và ký' }).click();
    const sheet = page.locator('#sign');
    await sheet.locator('input[name=code]').fill('111111');
    await sheet.getByRole('button', { name: 'Ký', exact: true }).click();
    await sheet.locator('.field__error').waitFor();
    await sheet.locator('input[name=code]').fill(testCode);
    await sheet.getByRole('button', { name: 'Ký', exact: true }).click();
    await page.waitForURL('**/receipts/KY-**');
    expect((await unitC.call.pledge.mine({}))!.state).toBe('signed');

    await page.goto(on.url + report);
    await input(page, field.part).fill('46');
    await input(page, field.whole).fill('46');
    await page.locator(`input[name="${field.yes}"][value=yes]`).check();
    await input(page, field.count).fill('chín lượt');
    await page.locator('input[name="l1.file"]').last().setInputFiles(paper('biên bản.pdf'));
    await page.getByRole('button', { name: 'Lưu nháp' }).last().click();
    await page.getByText('Chưa đọc được số này').waitFor();
    expect(await input(page, field.count).inputValue()).toBe('chín lượt');
    expect((await stored(unitC, '1.1')).value).toEqual({ part: '46', whole: '46' });
    expect(
      (await unitC.call.report.get({ period: 'hk1' })).lines.find((one) => one.line.code === '1.3')!.evidence,
    ).toEqual([expect.objectContaining({ name: 'biên bản.pdf' })]);

    // A number of two meanings is asked about; the file that Android calls by no name is taken as with scripts.
    await input(page, field.count).fill('9');
    // What is done is folded; what was refused lies open.
    await page.locator('#line-1-1 summary').first().click();
    await input(page, field.part).fill('1.234');
    await page.locator('input[name="l1.file"]').last().setInputFiles(unnamedPhoto);
    await page.getByRole('button', { name: 'Lưu nháp' }).last().click();
    await page.getByText('Số này đọc được hai cách').first().waitFor();
    await input(page, field.part).fill('46');
    await page.getByRole('button', { name: 'Lưu nháp' }).last().click();
    await page.getByText('Không có gì thay đổi').waitFor();
    const report1 = await unitC.call.report.get({ period: 'hk1' });
    expect(report1.lines.find((one) => one.line.code === '1.3')!.evidence).toHaveLength(2);
    const traces = async () => (await on.all.officer.call.audit.list({ action: 'figure.save' })).events.length;
    const before = await traces();
    await page.locator('#line-1-4 summary').first().click();
    await input(page, field.count).fill('1.234');
    await page.getByRole('button', { name: 'Lưu nháp' }).last().click();
    await page.getByText('Đã lưu 1 mục').waitFor();
    expect(await traces()).toBe(before + 1);
    await page.getByRole('button', { name: 'Lưu, xem lại và gửi' }).click();
    await page.waitForURL('**/send');
    expect((await stored(unitC, '1.4')).value).toEqual({ value: '1234' });

    // Missing lines must be left out knowingly.
    await page.getByRole('button', { name: 'Gửi 3 mục' }).click();
    await page.getByText('Báo cáo còn thiếu số liệu ở mục 1.5').waitFor();
    await page.getByLabel('Gửi sau mục 1.5').check();
    await page.getByRole('button', { name: 'Gửi 3 mục' }).click();
    await page.waitForURL('**/receipts/BC-**');
    await page.getByText('Rút lại báo cáo').waitFor({ state: 'attached' });
    expect((await unitC.call.report.get({ period: 'hk1' })).status).toBe('submitted');
    await page.context().close();
  });
});

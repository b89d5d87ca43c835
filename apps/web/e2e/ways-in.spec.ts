import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { codeOfApp } from '../../api/testing/authenticator-app.ts';
import { testCode, testPassword, type Person } from '../../api/testing/people.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

let on: RunningProduct;
/** The same server by a name: passkeys are bound to names, never to an address of digits. */
let home: string;
beforeAll(async () => {
  on = await startProduct();
  home = on.url.replace('127.0.0.1', 'localhost');
  on.all.services.publicUrl = home;
  await publishSamplePlan(on.all);
  await on.all.officer.call.pledge.offer({ clientId: randomUUID() });
});
afterAll(() => on.close());

/** A device that keeps keys and whose owner unlocks it whenever asked. */
async function giveKeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
async function typePassword(page: Page, who: Person): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.locator('input[name=name]').fill(who.userName);
  await page.locator('input[name=password]').fill(testPassword);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}
async function signOut(page: Page): Promise<void> {
  await page.goto(`${home}/account`);
  await page.getByRole('button', { name: 'Đăng xuất khỏi thiết bị này' }).click();
  await page.waitForURL('**/sign-in');
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

describe('a chair with a passkey', () => {
  it('registers the phone, signs in and signs the pledge with it; another address offers nothing', async () => {
    const { chair } = on.all;
    const page = await on.open(null, phone);
    await giveKeys(page);
    await typePassword(page, chair);
    await page.waitForURL('**/unit');

    await page.goto(`${home}/account`);
    await page.getByRole('link', { name: /Khóa của thiết bị/ }).click();
    await page.getByLabel('Tên thiết bị').fill('Điện thoại của tôi');
    await page.getByLabel('Mã 6 số của bạn').fill('111111');
    await press(page, 'Thêm khóa');
    await page.getByText('Mã 6 số chưa đúng').waitFor();
    await page.getByLabel('Mã 6 số của bạn').fill(testCode);
    await press(page, 'Thêm khóa');
    await page.getByText('Đã thêm khóa của Điện thoại của tôi').waitFor();
    expect((await chair.call.passkey.list()).passkeys.map(({ name }) => name)).toEqual(['Điện thoại của tôi']);

    await signOut(page);
    await press(page, 'Đăng nhập bằng khóa của thiết bị');
    await page.waitForURL('**/unit');

    await page.goto(`${home}/unit/pledge`);
    await page.locator('input[name="t.1.2"]').fill('4');
    await press(page, 'Ghi chỉ tiêu và ký');
    await page.locator('#sign').getByRole('button', { name: 'Ký bằng khóa của thiết bị' }).click();
    await page.waitForURL('**/receipts/KY-**');
    const pledge = (await chair.call.pledge.mine({}))!;
    expect(pledge.signatures).toMatchObject([{ capacity: 'chair', strength: 'passkey', hash: pledge.hash }]);
    await page.goto(`${home}/check/${pledge.hash.replace('sha256:', '')}`);
    await page.getByText('bằng khóa của thiết bị').waitFor();

    await page.context().clearCookies();
    await page.goto(`${on.url}/sign-in`);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: /khóa của thiết bị/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('an officer with an authenticator app', () => {
  it('sets it up, is asked for its code, countersigns by passkey, and gets in without scripts by a recovery code', async () => {
    const { officer, clock } = on.all;
    const page = await on.open(null);
    await typePassword(page, officer);
    await page.waitForURL('**/federation**');
    await page.goto(`${home}/account`);
    await page.getByRole('link', { name: /Mã từ ứng dụng xác thực/ }).click();
    await page.getByLabel('Mã 6 số của bạn').fill(testCode);
    await press(page, 'Bắt đầu');
    await page.getByRole('img', { name: /Mã QR/ }).waitFor();
    const letters = await page.locator('#totp-key').innerText();
    await page.getByLabel('Mã 6 số đang hiện').fill('000000');
    await press(page, 'Bật');
    await page.getByText('Mã chưa đúng').waitFor();
    await page.getByLabel('Mã 6 số đang hiện').fill(codeOfApp(letters, clock.now));
    await press(page, 'Bật');
    await page.getByRole('heading', { name: 'Đã bật: ghi lại 10 mã dự phòng' }).waitFor();
    const recovery = await page.locator('.codes li').allInnerTexts();
    expect(recovery).toHaveLength(10);

    await signOut(page);
    await typePassword(page, officer);
    await page.getByRole('heading', { name: 'Còn một bước: mã xác thực' }).waitFor();
    // The code that turned it on is used up.
    await page.getByLabel('Mã 6 số từ ứng dụng').fill(codeOfApp(letters, clock.now));
    await press(page, 'Đăng nhập');
    await page.getByText('Mã này đã được dùng').waitFor();
    clock.now = new Date(clock.now.getTime() + 30_000);
    await page.getByLabel('Mã 6 số từ ứng dụng').fill(codeOfApp(letters, clock.now));
    await press(page, 'Đăng nhập');
    await page.waitForURL('**/federation**');

    // With a key of its own the desk countersigns what the chair has signed.
    await giveKeys(page);
    await page.goto(`${home}/account/passkeys`);
    await page.getByLabel('Mã 6 số của bạn').fill(testCode);
    await press(page, 'Thêm khóa');
    await page.getByText('Đã thêm khóa của').waitFor();
    await page.goto(`${home}/federation/pledges`);
    await page.getByRole('link', { name: 'Ký 1 giao ước' }).click();
    await page.locator('#sign').getByRole('button', { name: 'Ký 1 giao ước bằng khóa của thiết bị' }).click();
    await page.getByText('Đã ký 1 giao ước').waitFor();
    const pledge = await officer.call.pledge.of({ unitId: on.all.chair.unitId! });
    expect(pledge?.signatures.at(-1)).toMatchObject({ party: 'federation', strength: 'passkey' });
    await page.context().close();

    const plain = await on.open(null, { javaScriptEnabled: false });
    await plain.goto(`${home}/account/totp`);
    await plain.locator('input[name=name]').fill(officer.userName);
    await plain.locator('input[name=password]').fill(testPassword);
    await press(plain, 'Đăng nhập');
    await plain.getByText('Không có điện thoại?').click();
    await plain.getByLabel('Một mã dự phòng chưa dùng').fill(recovery[0]!);
    await press(plain, 'Đăng nhập bằng mã dự phòng');
    await plain.waitForURL('**/account/totp');
    await plain.getByText('mã dự phòng chưa dùng').first().waitFor();
    expect((await officer.call.totp.get()).recoveryLeft).toBe(9);
    await plain.context().close();
  });
});

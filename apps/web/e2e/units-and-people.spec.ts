import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { examinePage } from './support/examine-page.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** What an officer decides about one unit on its page, and what its people read of it. */
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const id = () => ({ clientId: randomUUID() });
const reason = 'Đơn vị chưa có đối tượng thăm hỏi';
let on: RunningProduct;
let officer: Page;
let unitPage: string;
beforeAll(async () => {
  on = await startProduct();
  await publishSamplePlan(on.all);
  officer = await on.open(on.all.officer, { viewport: desk });
  unitPage = `${on.url}/federation/units/${on.all.federation.units['A']!.id}`;
});
afterAll(() => on.close());

it('lines are taken with a reason, read by the unit, and given back', async () => {
  await officer.goto(unitPage, { waitUntil: 'networkidle' });
  await officer.getByText('Không giao mục cho đơn vị này').click();
  await officer.getByRole('checkbox', { name: /1\.4\s+Lượt thăm hỏi/ }).check();
  await officer.getByLabel('Lý do không giao, đơn vị sẽ đọc').fill(reason);
  await officer.getByRole('button', { name: 'Không giao các mục đã chọn' }).click();
  await officer.getByText('Đã ghi các mục không giao').waitFor();

  const chair = await on.open(on.all.chair, { viewport: phone });
  for (const address of ['/unit/score', '/unit/report/hk1']) {
    const { faults } = await examinePage(chair, { url: on.url + address, ...phone });
    expect(faults, address).toEqual([]);
    const said = await chair.locator('section', { hasText: 'Không giao cho đơn vị' }).last().innerText();
    expect(said, address).toContain('1.4 Lượt thăm hỏi');
    expect(said, address).toContain(reason);
    expect(said, address).toContain('20/12/2026');
  }
  await officer.getByText('Giao lại mục 1.4', { exact: true }).first().click();
  await officer.getByLabel('Lý do giao lại mục 1.4, đơn vị sẽ đọc').fill('Đã có đối tượng');
  await officer.getByRole('button', { name: 'Giao lại mục 1.4' }).click();
  await officer.getByText('Đã giao lại').waitFor();
  expect((await on.all.chair.call.score.mine({})).notAssigned).toEqual([]);
});

it('a unit on which something hangs is kept, and said why; one added by mistake goes after a question', async () => {
  await officer.goto(unitPage, { waitUntil: 'networkidle' });
  await officer.getByText('Xóa đơn vị thêm nhầm').click();
  await officer.getByRole('button', { name: 'Xóa đơn vị', exact: true }).click();
  await officer.getByRole('alert').filter({ hasText: 'Chưa xóa được đơn vị: còn' }).waitFor();
  const { unitId } = await on.all.officer.call.unit.add({
    ...id(),
    code: 'NHAM',
    name: 'CĐCS Trường thêm nhầm',
    kind: 'school',
    foundedOn: null,
    blockCode: 'mn',
    clusterCode: null,
    activeSince: null,
    previousTotal: null,
  });
  await officer.goto(`${on.url}/federation/units/${unitId}`, { waitUntil: 'networkidle' });
  await officer.getByText('Xóa đơn vị thêm nhầm').click();
  await officer.getByText('Xóa CĐCS Trường thêm nhầm?').waitFor();
  await officer.getByRole('button', { name: 'Xóa đơn vị', exact: true }).click();
  await officer.waitForURL('**/federation/units?removed');
  await officer.getByText('Đã xóa đơn vị').waitFor();
  await expect(on.all.officer.call.unit.get({ unitId })).rejects.toMatchObject({ refusal: 'not-found' });
});

it('inviting again asks first; whoever lost a role reads which one, where and when', async () => {
  const deputy = await on.open(on.all.deputy, { viewport: phone });
  await officer.goto(unitPage, { waitUntil: 'networkidle' });
  const person = officer.locator('li', { hasText: 'Người giữ vai deputy' }).first();
  await person.getByText('Sửa, mời lại hoặc kết thúc').click();
  expect(await person.getByRole('button', { name: /^Mời lại/ }).isVisible()).toBe(false);
  await person.getByText('Mời lại (quên mật khẩu, đổi người)').click();
  await person.getByText('bị đăng xuất ngay').waitFor();
  await on.all.owner`update membership set ended_at = '2026-12-20T03:00:00Z' where id = ${on.all.deputy.membershipId}`;
  await deputy.goto(`${on.url}/account`);
  const said = await deputy.getByRole('status').first().innerText();
  expect(said).toContain(`ở ${on.all.federation.units['A']!.name} đã kết thúc ngày 20/12/2026`);
});

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAll, reportFor } from '../../api/testing/entering.ts';
import { publishSamplePlan } from '../../api/testing/sample-plan.ts';
import { startProduct, type RunningProduct } from './support/running-product.ts';

/** A ranking is one snapshot: ties share a rank, later changes are said and not mixed in, earlier ones stay (S6). */
const units = ['A', 'B', 'C', 'D', 'E', 'F'];
let on: RunningProduct;
let officer: Page;
beforeAll(async () => {
  on = await startProduct(units);
  const { all } = on;
  await publishSamplePlan(all);
  // All but F are of one block; A and C have the same points.
  const visits: Record<string, string> = { A: '4', B: '1', C: '4', D: '2', E: '6', F: '3' };
  for (const unit of units) {
    await reportFor(all, unit, { visits: visits[unit]! });
    await acceptAll(all, unit);
  }
  all.clock.now = new Date('2027-06-20T03:00:00Z');
  officer = await on.open(all.officer);
});
afterAll(() => on.close());

const publish = async () => {
  await officer.goto(`${on.url}/federation/ranking`, { waitUntil: 'networkidle' });
  for (const box of await officer.getByLabel('Đã biết, vẫn công bố tạm').all()) await box.check();
  await officer.getByRole('link', { name: /^Công bố tạm/ }).click();
  await officer.getByRole('button', { name: 'Công bố tạm' }).click();
  await officer.getByText(/Đã công bố tạm bản BXH-/).waitFor();
};
const ranks = async () => {
  const rows = officer.locator('.rank-table tbody tr:not(.quota)');
  return Object.fromEntries(
    await rows.evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('summary span')!.textContent.trim().slice(-1),
        row.querySelector('.place')!.textContent.replace(/\s+/g, ' ').trim(),
      ]),
    ),
  );
};

describe('the provisional ranking', () => {
  it('asks to be told what is known, then shows ties as ties, each with its why', async () => {
    await officer.goto(`${on.url}/federation/ranking`, { waitUntil: 'networkidle' });
    await officer.getByRole('heading', { level: 1, name: 'Xếp hạng: sẵn sàng công bố tạm' }).waitFor();
    await officer.getByRole('link', { name: 'Công bố tạm' }).click();
    await officer.getByRole('button', { name: 'Công bố tạm' }).click();
    await officer.locator('.make').getByRole('alert').waitFor();
    await publish();
    const block = on.all.federation.units['A']!.block;
    await officer.goto(`${on.url}/federation/ranking?block=${block}`, { waitUntil: 'networkidle' });
    expect(await ranks()).toEqual({ E: '1', A: '2=đồng hạng', C: '2=đồng hạng', D: '4', B: '5' });
    // The first of them is E.
    const row = officer.locator('.rank-table tbody tr:not(.quota)').first();
    await row.locator('summary').click();
    expect(await row.locator('.why-of p').first().innerText()).toMatch(/điểm/);
    await row.getByRole('link', { name: 'Bảng điểm từng mục' }).click();
    await officer.waitForURL(`**/federation/units/${on.all.federation.units['E']!.id}/score`);
  });

  it('nothing changes until it is withdrawn with a reason; the next snapshot takes the change in and the first can still be had', async () => {
    const { call } = on.all.officer;
    const first = (await call.ranking.get({})).snapshot!;
    const enter = () =>
      call.assessment.enter({
        clientId: randomUUID(),
        unitId: on.all.federation.units['A']!.id,
        line: 'P.1',
        period: 'hk2',
        seen: 0,
        fields: { 'faults.muon': '2' },
      });
    const address = `${on.url}/federation/ranking?block=${on.all.federation.units['A']!.block}`;
    await expect(enter()).rejects.toMatchObject({ refusal: 'year-not-open' });
    await officer.goto(address, { waitUntil: 'networkidle' });
    expect((await ranks())['A']).toBe('2=đồng hạng');
    await officer.locator('.withdraw summary').click();
    await officer.getByLabel('Lý do').fill('Nhập thiếu điểm trừ của đơn vị A');
    await officer.getByRole('button', { name: 'Rút kết quả tạm' }).click();
    await officer.getByText('Nhập thiếu điểm trừ của đơn vị A').waitFor();
    await enter();

    await publish();
    await officer.goto(address, { waitUntil: 'networkidle' });
    expect(await ranks()).toEqual({ E: '1', C: '2', A: '3=đồng hạng', D: '3=đồng hạng', B: '5' });
    const earlier = officer.locator('.earlier li');
    expect(await earlier.count()).toBe(1);
    expect(await earlier.innerText()).toContain(first.number);
    for (const [name, type] of [
      [`PDF bản ${first.number}`, 'application/pdf'],
      [`Excel bản ${first.number}`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [`Tệp năm bản ${first.number}`, 'application/json'],
    ] as const) {
      const link = await officer.getByRole('link', { name, exact: true }).getAttribute('href');
      expect(link).toContain(first.id);
      const answer = await officer.context().request.get(on.url + link);
      expect([answer.status(), answer.headers()['content-type']?.split(';')[0]]).toEqual([200, type]);
    }
  });
});

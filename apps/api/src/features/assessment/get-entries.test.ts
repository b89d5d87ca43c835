import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

describe('lines the federation enters itself', () => {
  it('lists only those, with every unit and nothing entered yet', async () => {
    const { lines, open } = await all.officer.call.assessment.entries({});
    expect(lines).toEqual([
      { line: 'P.1', title: 'Báo cáo chậm', period: 'hk2', periodTitle: 'Cả năm', done: 0, of: 3 },
    ]);
    expect(open?.sort).toBe('faults');
    expect(open?.rows.map((row) => [row.value, row.revision])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  it('shows what was entered, by whom, and shows it gone again once taken back', async () => {
    const unitId = all.federation.units['A']!.id;
    const at = { unitId, line: 'P.1', period: 'hk2' };
    await all.officer.call.assessment.enter({
      clientId: randomUUID(),
      ...at,
      seen: 0,
      fields: { 'faults.muon': '2' },
    });
    const rowOf = async () =>
      (await all.officer.call.assessment.entries({ line: 'P.1', period: 'hk2' })).open?.rows.find(
        (row) => row.unitId === unitId,
      );
    const row = await rowOf();
    expect(row).toMatchObject({ value: { faults: { muon: 2 } }, revision: 1 });
    expect(row?.enteredAs).toBe('Người giữ vai officer');
    await all.officer.call.assessment.undo({ clientId: randomUUID(), ...at, seen: 1 });
    expect(await rowOf()).toMatchObject({ value: null, enteredAs: null });
  });

  it('is for officers of this federation: no chair asks, a stranger sees only their own', async () => {
    await expect(all.chair.call.assessment.entries({})).rejects.toMatchObject({ refusal: 'not-allowed' });
    const strange = all.strangeOfficer.call.assessment.entries({ yearId: all.federation.yearId });
    await expect(strange).rejects.toThrow();
  });
});

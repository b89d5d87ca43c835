import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAll, reportFor, waitingOf } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';
import { randomUUID } from 'node:crypto';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

const tasks = async (person = all.chair) =>
  (await person.call.home.get({})).tasks.map(({ kind, period, line, done, of, late }) => ({
    kind,
    ...(period && { period }),
    ...(line && { line }),
    ...(of !== null && { of: `${done}/${of}` }),
    ...(late && { late }),
  }));

describe('the first page of a unit', () => {
  it('says that nothing is there yet before the plan is published', async () => {
    expect(await all.chair.call.home.get({})).toMatchObject({
      year: { title: 'Năm học 2026–2027' },
      ready: false,
      tasks: [],
      soFar: null,
    });
  });

  it('then says what is owed and by when; the witness is asked for signatures alone', async () => {
    const plan = samplePlan();
    plan.conduct.signing.witness = 'principal';
    await publishSamplePlan(all, plan);
    expect(await tasks()).toEqual([{ kind: 'report', period: 'hk1', of: '0/4' }]);
    await all.officer.call.pledge.offer({ clientId: randomUUID() });
    // The day for signing has gone by.
    expect((await tasks())[0]).toEqual({ kind: 'sign', late: true });
    const principal = await all.principal.call.home.get({});
    expect(principal.tasks.map(({ kind }) => kind)).not.toContain('report');
    expect((await tasks(all.deputy)).map(({ kind }) => kind)).toEqual(['report']);
  });

  it('follows the work: sent lines are no task, returned ones come with their reason', async () => {
    await reportFor(all, 'A');
    expect((await tasks()).find(({ kind }) => kind === 'report')).toEqual({ kind: 'report', period: 'hk1', of: '3/4' });
    const [first] = (await waitingOf(all, 'A')).filter(({ line }) => line === '1.4');
    await all.officer.call.assessment.return({
      clientId: randomUUID(),
      cases: [first!],
      reason: 'Chưa thấy biên nhận',
      due: '2026-12-28T17:00',
    });
    const home = await all.chair.call.home.get({});
    const back = home.tasks.find(({ kind }) => kind === 'returned')!;
    expect(back).toMatchObject({
      line: '1.4',
      lineTitle: 'Lượt thăm hỏi',
      reason: 'Chưa thấy biên nhận',
      due: '2026-12-28T10:00:00.000Z',
      daysLeft: 8,
      late: false,
    });
    await acceptAll(all, 'A');
    expect((await all.chair.call.home.get({})).grades[0]).toEqual({
      title: 'Hoàn thành xuất sắc nhiệm vụ',
      from: '18',
    });
  });

  it('is each unit’s own, and no officer’s', async () => {
    expect((await all.otherChair.call.home.get({})).unit?.name).toBe('CĐCS Trường Tiểu học B');
    expect((await tasks(all.otherChair)).some(({ kind }) => kind === 'returned')).toBe(false);
    for (const person of [all.officer, all.province])
      await expect(person.call.home.get({})).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.nobody.call.home.get({})).rejects.toMatchObject({ refusal: 'not-signed-in' });
    const { yearId } = all.federation;
    expect(await all.strangeChair.call.home.get({ yearId })).toMatchObject({ year: null, unit: null, tasks: [] });
  });
});

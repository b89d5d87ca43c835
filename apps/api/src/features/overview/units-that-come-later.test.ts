import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typed } from '../../../testing/entering.ts';
import { people, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';

/** A unit founded and taking part from 05/01, in a year whose first period was due on 15/11. */
let all: People;
let unitId: string;
let chair: Person;
const id = () => ({ clientId: randomUUID() });
const plan = (beforeJoining?: 'not-assigned') => {
  const document = samplePlan();
  document.conduct.periods[0]!.due = '2026-11-15T17:00';
  return { ...document, conduct: { ...document.conduct, ...(beforeJoining && { beforeJoining }) } };
};

beforeAll(async () => {
  all = await people();
  all.clock.now = new Date('2027-01-08T03:00:00Z');
  await publishSamplePlan(all, plan());
  ({ unitId } = await all.officer.call.unit.add({
    ...id(),
    code: 'N',
    name: 'CĐCS Trường Mầm non Mới',
    kind: 'school',
    foundedOn: '2027-01-05',
    blockCode: 'mn',
    clusterCode: null,
    activeSince: null,
    previousTotal: null,
  }));
  all.federation.units['N'] = { ...all.federation.units.A!, id: unitId };
  chair = await all.join('chair', 'N');
});
afterAll(() => all.close());

const row = async () => (await all.officer.call.overview.get({ period: 'hk1' })).rows.find(({ code }) => code === 'N')!;

describe('a unit that came after a period was due', () => {
  it('is not late, and counts as none that has still to report; others are', async () => {
    expect(await row()).toMatchObject({ overdue: 0, late: 0, owed: 0, daysLate: 0, asked: 0 });
    const { rows, reported, late } = await all.officer.call.overview.get({ period: 'hk1' });
    expect(rows.find(({ code }) => code === 'A')).toMatchObject({ daysLate: 54, asked: 4 });
    expect(reported).toEqual({ done: 0, of: 3 });
    expect(late.units).toBe(3);
  });

  it('is reminded of nothing that was due before', async () => {
    const [text] = await all.officer.call.overview.reminderTexts({ unitIds: [unitId] });
    expect(text!.text).not.toContain('Học kỳ I');
    const [other] = await all.officer.call.overview.reminderTexts({ unitIds: [all.federation.units.A!.id] });
    expect(other!.text).toContain('Gửi báo cáo Học kỳ I');
  });

  it('reads since when, on its report and score', async () => {
    const [hk1, hk2] = await chair.call.report.list({});
    expect(hk1).toMatchObject({ code: 'hk1', asked: 0, beforeJoining: '2027-01-05' });
    expect(hk2).toMatchObject({ code: 'hk2', beforeJoining: null });
    const report = await chair.call.report.get({ period: 'hk1' });
    expect(report.lines).toEqual([]);
    expect(report.notAssigned.map(({ line, why, since, counts }) => ({ line, why, since, counts }))).toEqual(
      ['1.3', '1.5'].map((line) => ({ line, why: 'before-joining', since: '2027-01-05', counts: true })),
    );
    expect((await chair.call.home.get({})).tasks.map(({ period }) => period)).toEqual(['hk2']);
    const sheet = await chair.call.score.mine({});
    expect(sheet.lines.find(({ line }) => line === '1.3')).toMatchObject({ state: 'not-assigned', owedBy: null });
    await expect(chair.call.report.submit({ ...id(), period: 'hk1' })).rejects.toMatchObject({
      refusal: 'report-empty',
    });
    const { lines } = await chair.call.report.save({ ...id(), lines: [typed('1.5', { items: ['bch'] })] });
    expect(lines[0]).toMatchObject({ outcome: 'refused', faults: [{ code: 'line-not-asked' }] });
  });

  it('is asked again where the officer gives it longer', async () => {
    await all.officer.call.report.extend({
      ...id(),
      unitId,
      period: 'hk1',
      due: '2027-01-20T17:00',
      reason: 'Mới thành lập',
    });
    expect((await chair.call.report.get({ period: 'hk1' })).lines).toHaveLength(4);
    expect(await row()).toMatchObject({ overdue: 0, owed: 4 });
  });

  it('points change only by a version that says so', async () => {
    const stored = async () =>
      (await all.owner`select s.result->'lines' as lines from unit_score s where s.unit_id = ${unitId}`)[0]!.lines as {
        line: string;
        status: string;
      }[];
    await all.officer.call.unit.place({
      ...id(),
      unitId,
      revision: 1,
      blockCode: 'mn',
      clusterCode: null,
      activeSince: '2027-01-05',
      previousTotal: null,
    });
    expect((await stored()).find(({ line }) => line === '1.5')).toMatchObject({ status: 'missing' });
    await publishSamplePlan(all, plan('not-assigned'), { version: 2, needsSignature: false });
    await all.officer.call.unit.place({
      ...id(),
      unitId,
      revision: 2,
      blockCode: 'mn',
      clusterCode: null,
      activeSince: '2027-01-05',
      previousTotal: null,
    });
    expect((await stored()).map(({ line }) => line)).not.toContain('1.5');
    expect((await chair.call.score.mine({})).notAssigned).toMatchObject([
      { line: '1.3', counts: false },
      { line: '1.5', counts: false },
    ]);
  });
});

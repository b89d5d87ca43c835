import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor, typed, waitingOf } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

/** Lines that an officer takes from one unit and gives back. */
let all: People;
let unitId: string;
const id = () => ({ clientId: randomUUID() });
const reason = 'Trường mới lập, chưa có đối tượng thăm hỏi';

beforeAll(async () => {
  all = await people();
  unitId = all.federation.units.A!.id;
  await publishSamplePlan(all);
  await reportFor(all, 'A');
});
afterAll(() => all.close());

const take = (lines: string[], more = {}) =>
  all.officer.call.unit.takeLines({ ...id(), unitId, lines, reason, ...more });
const give = (lines: string[], more = {}) =>
  all.officer.call.unit.giveLinesBack({ ...id(), unitId, lines, reason: 'Đã có đối tượng', ...more });
const stored = async (code = 'A') => {
  const [row] =
    await all.owner`select s.result from unit_score s join unit u on u.id = s.unit_id where u.code = ${code}`;
  return (row!.result as { lines: { line: string }[] }).lines.map(({ line }) => line);
};

it('a line taken is gone from report, queue, score and pledge of this unit alone, with day and reason', async () => {
  expect((await waitingOf(all, 'A')).map(({ line }) => line)).toContain('1.4');
  await take(['1.4', '1.2']);
  expect(await stored()).not.toContain('1.4');
  for (const who of [all.chair, all.deputy, all.principal]) {
    const report = await who.call.report.get({ period: 'hk1' });
    expect(report.lines.map(({ line }) => line.code)).toEqual(['1.1', '1.3', '1.5']);
    expect(report.notAssigned).toMatchObject([
      { line: '1.4', why: 'taken', reason, since: expect.stringContaining('2026-12-20'), counts: false },
    ]);
    const sheet = await who.call.score.mine({});
    expect(sheet.notAssigned.map(({ line }) => line)).toEqual(['1.2', '1.4']);
    expect(sheet.lines.map(({ line }) => line)).not.toContain('1.4');
  }
  expect((await all.otherChair.call.report.get({ period: 'hk1' })).lines.map(({ line }) => line.code)).toContain('1.4');
  expect((await all.otherChair.call.score.mine({})).notAssigned).toEqual([]);
  expect((await waitingOf(all, 'A')).map(({ line }) => line)).not.toContain('1.4');
  await all.officer.call.pledge.offer(id());
  const pledge = (await all.chair.call.pledge.mine({}))!;
  expect(pledge.lines.map(({ line }) => line)).not.toContain('1.4');
  expect(pledge.targetsLeft).toEqual([]);
  const [cells] = (await all.officer.call.overview.get({})).rows.filter(({ code }) => code === 'A');
  const { lines } = await all.officer.call.overview.get({});
  expect(cells!.cells[lines.findIndex(({ code }) => code === '1.4')]).toBe('not-assigned');
});

it('nothing can be typed into it or judged of it meanwhile', async () => {
  const { lines } = await all.chair.call.report.save({ ...id(), lines: [typed('1.4', { value: '9' })] });
  expect(lines[0]).toMatchObject({ outcome: 'refused', faults: [{ code: 'line-not-asked' }] });
  const one = { unitId, line: '1.4', period: 'hk1', seen: 1 };
  await expect(all.officer.call.assessment.accept({ ...id(), cases: [one] })).rejects.toMatchObject({
    refusal: 'line-not-asked',
  });
  const { blockers } = await all.officer.call.ranking.blockers({});
  expect(blockers.filter(({ kind }) => kind === 'left-out')).toEqual([]);
});

it('given back, what was sent waits again as it was', async () => {
  await give(['1.4', '1.2']);
  expect(await stored()).toContain('1.4');
  expect((await waitingOf(all, 'A')).map(({ line }) => line)).toContain('1.4');
  expect((await all.chair.call.score.mine({})).notAssigned).toEqual([]);
  const [row] = await all.owner`select assigned, unassigned_reason, unassigned_at from unit_target
    where unit_id = ${unitId} and line_code = '1.4'`;
  expect(row).toMatchObject({ assigned: true, unassigned_reason: null, unassigned_at: null });
  const traces = await all.owner`select action, subject, after from audit_event
    where unit_id = ${unitId} and action in ('unit.takeLines', 'unit.giveLinesBack') order by id`;
  expect(traces.map(({ action, after }) => [action, (after as { lines: string[] }).lines])).toEqual([
    ['unit.takeLines', ['1.4', '1.2']],
    ['unit.giveLinesBack', ['1.4', '1.2']],
  ]);
  expect(traces[0]!.after).toMatchObject({ reason });
});

describe('is refused', () => {
  it('with a code that says why, all or nothing', async () => {
    await expect(take(['1.1', '9.9'])).rejects.toMatchObject({ refusal: 'line-unknown', detail: { line: '9.9' } });
    await expect(give(['1.1'])).rejects.toMatchObject({ refusal: 'line-not-taken' });
    await expect(take(['1.1'], { reason: '  ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(take(['1.1'], { unitId: all.otherFederation.units.X!.id })).rejects.toMatchObject({
      refusal: 'not-found',
    });
    expect(await stored()).toContain('1.1');
  });

  it('a second press is the first; two officers at once take turns', async () => {
    const press = { ...id(), unitId, lines: ['1.5'], reason };
    const two = await Promise.all([all.officer.call.unit.takeLines(press), all.officer.call.unit.takeLines(press)]);
    expect(two[1]).toEqual(two[0]);
    const second = await all.join('officer', null);
    const both = await Promise.allSettled([
      all.officer.call.unit.takeLines({ ...id(), unitId, lines: ['1.3'], reason }),
      second.call.unit.takeLines({ ...id(), unitId, lines: ['1.3'], reason }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await give(['1.5', '1.3']);
  });

  it('to everyone but the officer of this federation', async () => {
    const write = { ...id(), unitId, lines: ['1.1'], reason };
    for (const who of [all.chair, all.deputy, all.principal, all.otherChair, all.province])
      await expect(who.call.unit.takeLines(write)).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.strangeOfficer.call.unit.takeLines(write)).rejects.toMatchObject({
      refusal: expect.stringMatching(/not-found|plan-not-published/),
    });
    const { yearId } = all.federation;
    await expect(all.strangeOfficer.bare.unit.takeLines({ ...write, yearId })).rejects.toMatchObject({
      refusal: 'not-found',
    });
    await expect(all.nobody.call.unit.takeLines(write)).rejects.toMatchObject({ refusal: 'not-signed-in' });
  });

  it('while the year is provisional or closed', async () => {
    const { yearId } = all.federation;
    for (const status of ['provisional', 'frozen', 'closed']) {
      await all.owner`update year set status = ${status} where id = ${yearId}`;
      await expect(take(['1.1'])).rejects.toMatchObject({ refusal: 'year-not-open' });
    }
    await all.owner`update year set status = 'running' where id = ${yearId}`;
  });

  it('for a unit left out of the year', async () => {
    await all.officer.call.unit.leaveOut({ ...id(), unitId, revision: 1, reason: 'Giải thể' });
    await expect(take(['1.1'])).rejects.toMatchObject({ refusal: 'unit-left-out' });
  });
});

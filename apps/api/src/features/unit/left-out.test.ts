import { randomUUID } from 'node:crypto';
import { inScope } from '@giaouoc/db';
import { saveTargets } from '@giaouoc/db/queries/target';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAll, reportFor, typed, waitingOf } from '../../../testing/entering.ts';
import { people, testCode, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';

/** A unit that is left out in the middle of the year: it reads all it did, and changes nothing; nothing of it counts. */
let all: People;
let unitId: string;
let cases: Awaited<ReturnType<typeof waitingOf>>;
const id = () => ({ clientId: randomUUID() });
const reason = 'Sáp nhập vào đơn vị khác';
const leftOut = { refusal: 'unit-left-out', detail: { at: '2026-12-20T03:00:00.000Z', reason } };

beforeAll(async () => {
  all = await people();
  unitId = all.federation.units.A!.id;
  const plan = samplePlan();
  plan.conduct.signing.witness = 'principal';
  await publishSamplePlan(all, plan);
  await all.officer.call.pledge.offer(id());
  await all.chair.call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '3' }] });
  const { hash } = (await all.chair.call.pledge.mine({}))!;
  const presence = { kind: 'code', secret: testCode } as const;
  await all.chair.call.pledge.sign({ ...id(), version: 1, hash, presence });
  await all.principal.call.pledge.sign({ ...id(), version: 1, hash, presence });
  await reportFor(all, 'A');
  cases = (await waitingOf(all, 'A')).filter(({ line }) => line !== '1.1');
  await all.officer.call.assessment.accept({ ...id(), cases: cases.slice(0, 1) });
  await all.officer.call.unit.leaveOut({ ...id(), unitId, revision: 1, reason });
  // Long after: what came due since is not the unit's any more.
  all.clock.now = new Date('2027-08-01T03:00:00Z');
});
afterAll(() => all.close());

describe('a unit left out of the year reads its past', () => {
  it.each(['chair', 'deputy', 'principal'] as const)('from the chair of the %s', async (who) => {
    const { call } = all[who];
    const { yearId } = all.federation;
    expect(await call.home.part({ yearId })).toEqual({
      state: 'left-out',
      since: '2026-12-20T03:00:00.000Z',
      reason,
    });
    expect(await call.home.get({})).toMatchObject({
      ready: true,
      tasks: [],
      reminders: [],
      unit: { name: expect.any(String) },
    });
    expect(await call.pledge.mine({})).toMatchObject({ state: 'signed', maySignAs: null, mayDecline: false });
    expect(await call.pledge.myPapers({})).toMatchObject([{ version: 1 }]);
    expect((await call.receipt.list({})).map(({ kind }) => kind).sort()).toEqual(['report', 'signature', 'signature']);
    const report = await call.report.get({ period: 'hk1' });
    expect(report).toMatchObject({ status: 'submitted', mayWithdraw: false });
    expect(report.lines.find(({ line }) => line.code === '1.1')!.record.submitted).toEqual({ part: '45', whole: '46' });
    // As it stood when the unit left: the second period had not begun.
    expect((await call.report.list({})).map(({ code, open, late }) => ({ code, open, late }))).toEqual([
      { code: 'hk1', open: true, late: false },
      { code: 'hk2', open: false, late: false },
    ]);
    const sheet = await call.score.mine({});
    expect(sheet.lines.map(({ state }) => state)).not.toContain('overdue');
    expect(await call.score.standing({})).toBeNull();
    expect(await call.plan.follow({ yearId })).toMatchObject({ version: 1 });
  });

  it('and so does the officer', async () => {
    const { call } = all.officer;
    expect((await call.unit.get({ unitId })).place).toMatchObject({ leftOut: true, leftOutReason: reason });
    expect((await call.score.of({ unitId })).unit.code).toBe('A');
    expect(await call.report.listOf({ unitId })).toHaveLength(2);
    expect((await call.report.getOf({ unitId, period: 'hk1' })).status).toBe('submitted');
    expect(await call.pledge.of({ unitId })).toMatchObject({ state: 'signed' });
    expect(await call.pledge.papersOf({ unitId })).toHaveLength(1);
  });

  it('which is nobody else’s', async () => {
    const { yearId } = all.federation;
    for (const person of [all.strangeOfficer]) {
      await expect(person.bare.score.of({ yearId, unitId })).rejects.toMatchObject({ refusal: 'not-found' });
      await expect(person.bare.report.listOf({ yearId, unitId })).rejects.toMatchObject({ refusal: 'not-found' });
    }
    await expect(all.strangeChair.bare.home.part({ yearId })).rejects.toMatchObject({ refusal: 'not-found' });
    await expect(all.officer.bare.home.part({ yearId })).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.nobody.call.home.part({ yearId })).rejects.toMatchObject({ refusal: 'not-signed-in' });
  });
});

describe('a unit left out of the year changes nothing', () => {
  const writes: Record<string, (person: Person) => Promise<unknown>> = {
    'report.save': ({ call }) => call.report.save({ ...id(), lines: [typed('1.1', { part: '1', whole: '2' }, 'hk2')] }),
    'report.submit': ({ call }) => call.report.submit({ ...id(), period: 'hk1' }),
    'report.withdraw': ({ call }) => call.report.withdraw({ ...id(), period: 'hk1' }),
    'pledge.setTargets': ({ call }) => call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '4' }] }),
    'pledge.decline': ({ call }) => call.pledge.decline({ ...id(), reason: 'Không ký nữa' }),
  };
  it.each(Object.keys(writes))('%s says since when and why', async (name) => {
    await expect(writes[name]!(all.chair)).rejects.toMatchObject(leftOut);
  });

  const byOfficer: Record<string, (person: Person) => Promise<unknown>> = {
    'report.saveFor': ({ call }) =>
      call.report.saveFor({ ...id(), unitId, lines: [typed('1.1', { part: '1', whole: '2' }, 'hk2')] }),
    'report.submitFor': ({ call }) => call.report.submitFor({ ...id(), unitId, period: 'hk1' }),
    'report.withdrawFor': ({ call }) => call.report.withdrawFor({ ...id(), unitId, period: 'hk1' }),
    'report.extend': ({ call }) =>
      call.report.extend({ ...id(), unitId, period: 'hk2', due: '2027-09-01T17:00', reason: 'Chờ' }),
    'assessment.accept': ({ call }) => call.assessment.accept({ ...id(), cases: cases.slice(1) }),
    'reminder.send': ({ call }) => call.overview.remind({ ...id(), unitIds: [unitId], channel: 'product' }),
    'pledge.offerAgain': ({ call }) => call.pledge.offerAgain({ ...id(), unitId }),
  };
  it.each(Object.keys(byOfficer))('%s, for the officer as well', async (name) => {
    await expect(byOfficer[name]!(all.officer)).rejects.toMatchObject(leftOut);
  });

  it('PostgreSQL holds it too, whoever asks', async () => {
    const row = { unitId, lineCode: '1.2', target: '9', assigned: true };
    for (const who of [all.officer, all.chair])
      await expect(
        inScope(all.services.db, who.scope, (tx) =>
          saveTargets(tx, who.scope, all.federation.yearId, [row], all.clock.now.toISOString()),
        ),
      ).rejects.toThrow();
    const [kept] = await all.owner`select target from unit_target where unit_id = ${unitId} and line_code = '1.2'`;
    expect(kept!.target).toBe('3');
  });
});

describe('nothing of it counts', () => {
  it('in the overview, the queue, the board and what is reminded of', async () => {
    const { call } = all.officer;
    const overview = await call.overview.get({});
    expect(overview.units).toBe(2);
    expect(overview.rows.map(({ code }) => code).sort()).toEqual(['B', 'C']);
    expect((await call.assessment.queue({ by: 'unit' })).items).toEqual([]);
    expect((await call.pledge.board({})).rows.map(({ code }) => code).sort()).toEqual(['B', 'C']);
    expect(await call.overview.reminderTexts({ unitIds: [unitId] })).toEqual([]);
    expect(JSON.stringify(await call.ranking.soFar({}))).not.toContain('"A"');
  });

  it('and all is as before once it is taken back', async () => {
    all.clock.now = new Date('2026-12-21T03:00:00Z');
    await all.officer.call.unit.takeBack({ ...id(), unitId, revision: 2 });
    expect((await all.officer.call.unit.get({ unitId })).place).toMatchObject({ leftOut: false, leftOutAt: null });
    await acceptAll(all, 'A');
    expect((await all.officer.call.overview.get({})).units).toBe(3);
  });
});

it('a unit without a place in the year is told so, instead of a page that is not there', async () => {
  const { yearId } = await all.officer.call.year.create({
    ...id(),
    code: '2027-2028',
    title: 'Năm học 2027–2028',
    from: '2027-09-01',
    to: '2028-08-31',
    blocks: [{ code: 'mn', name: 'Khối Mầm non' }],
    clusters: [],
  });
  expect(await all.chair.bare.home.part({ yearId })).toEqual({ state: 'none', since: null, reason: null });
  expect(await all.chair.bare.home.get({ yearId })).toMatchObject({ ready: false, tasks: [] });
});

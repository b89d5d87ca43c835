import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAll, reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';
import { statementsOf } from '../../../testing/statements.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const unitIds = () => Object.values(all.federation.units).map(({ id }) => id);
const idOf = (unit: string) => all.federation.units[unit]!.id;
const rowOf = async (unit: string) => {
  const overview = await all.officer.call.overview.get({});
  const row = overview.rows.find(({ code }) => code === unit)!;
  return { ...row, cell: (line: string) => row.cells[overview.lines.findIndex(({ code }) => code === line)] };
};

describe('the overview', () => {
  it('speaks of the period that is nearest to being due, with nothing sent and nobody late', async () => {
    const overview = await all.officer.call.overview.get({});
    expect(overview.period).toMatchObject({ code: 'hk1', late: false });
    expect(overview.lines.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', 'T.1', 'P.1']);
    expect(overview).toMatchObject({
      units: 3,
      signed: { offered: 0, done: 0, of: 3 },
      reported: { done: 0, of: 3 },
      late: { units: 0, lines: 0, remindedAt: null },
    });
    const row = await rowOf('A');
    expect([row.cell('1.1'), row.cell('1.2'), row.cell('1.3')]).toEqual(['open', 'not-due', 'open']);
    expect(row).toMatchObject({ owed: 4, late: 0, reported: false, unsigned: false });
    expect((await all.officer.call.overview.get({ period: 'hk2' })).period.code).toBe('hk2');
  });

  it('shows what waits, and where it is settled', async () => {
    await reportFor(all, 'A', { visits: '0' });
    const row = await rowOf('A');
    expect([row.cell('1.1'), row.cell('1.3')]).toEqual(['waiting', 'open']);
    expect(row).toMatchObject({ reported: true, owed: 1 });
    expect(row.periods[row.cells.indexOf('waiting')]).toBe('hk1');
    const { verified, reported } = await all.officer.call.overview.get({});
    expect([verified.waiting, verified.done, reported.done]).toEqual([3, 0, 1]);
  });

  it('tells zero from verified (S2), once the second period owes nothing any more', async () => {
    await acceptAll(all, 'A');
    const row = await rowOf('A');
    // Line 1.4 is due again in the second period, which has not begun; its figure of 0 visits stands judged.
    expect([row.cell('1.5'), row.cell('1.4')]).toEqual(['verified', 'zero']);
    expect((await all.officer.call.overview.get({})).verified).toMatchObject({ waiting: 0, done: 3, of: 3 });
  });

  it('names who is late and for how long, whoever needs a word most first', async () => {
    const before = all.clock.now;
    all.clock.now = new Date('2027-01-18T01:05:00Z');
    const overview = await all.officer.call.overview.get({}).finally(() => (all.clock.now = before));
    expect(overview.period).toMatchObject({ code: 'hk1', late: true });
    expect(overview.late).toMatchObject({ units: 3 });
    expect(overview.rows.map(({ code, late, daysLate }) => [code, late, daysLate])).toEqual([
      ['B', 4, 3],
      ['C', 4, 3],
      ['A', 1, 3],
    ]);
  });

  it('is the officer’s alone, and another federation’s year is not there', async () => {
    for (const person of [all.chair, all.deputy, all.principal, all.province])
      await expect(person.call.overview.get({})).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.nobody.call.overview.get({})).rejects.toMatchObject({ refusal: 'not-signed-in' });
    const { yearId } = all.federation;
    await expect(all.strangeOfficer.call.overview.get({ yearId })).rejects.toMatchObject({ refusal: 'not-found' });
  });
});

describe('a reminder', () => {
  it('says what the unit owes, by when, and where to do it', async () => {
    const texts = await all.officer.call.overview.reminderTexts({ unitIds: [idOf('B')] });
    expect(texts).toHaveLength(1);
    expect(texts[0]!.text).toContain('Kính gửi CĐCS Trường Tiểu học B');
    expect(texts[0]!.text).toMatch(/Gửi báo cáo Học kỳ I \(xong 0\/4 mục\), hạn 17 giờ 00 phút ngày 15\/01\/2027/);
    expect(texts[0]!.text).toContain(texts[0]!.link);
  });

  it('is on the unit’s first page until it was seen, once however often the button is pressed (R2)', async () => {
    const remind = { clientId: randomUUID(), unitIds: [idOf('B')], channel: 'product' as const };
    expect(await all.officer.call.overview.remind(remind)).toBe(1);
    expect(await all.officer.call.overview.remind(remind)).toBe(1);
    const home = await all.otherChair.call.home.get({});
    expect(home.reminders).toHaveLength(1);
    expect((await all.chair.call.home.get({})).reminders).toEqual([]);
    expect(await rowOf('B')).toMatchObject({ remindedAt: expect.any(String), reminderSeen: false });
    await all.otherChair.call.home.seen({ yearId: all.federation.yearId });
    expect((await all.otherChair.call.home.get({})).reminders).toEqual([]);
    expect(await rowOf('B')).toMatchObject({ reminderSeen: true });
    const other = all.officer.call.overview.remind({ ...remind, channel: 'zalo' });
    await expect(other).rejects.toMatchObject({ refusal: 'replayed-with-other-content' });
  });

  it('by Zalo is noted as such, with its trace', async () => {
    await all.officer.call.overview.remind({ clientId: randomUUID(), unitIds: unitIds(), channel: 'zalo' });
    const [sent] = await all.owner<{ n: number }[]>`
      select count(*)::int as n from reminder where federation_id = ${all.federation.id} and channel = 'zalo'`;
    expect(sent!.n).toBe(3);
    const { events } = await all.officer.call.audit.list({ action: 'reminder.' });
    expect(events.slice(0, 3).map(({ after }) => (after as { channel: string }).channel)).toEqual([
      'zalo',
      'zalo',
      'zalo',
    ]);
  });

  it('goes to no unit of another federation, nor from a unit', async () => {
    const strange = { clientId: randomUUID(), unitIds: [all.otherFederation.units.X!.id], channel: 'product' as const };
    await expect(all.officer.call.overview.remind(strange)).rejects.toMatchObject({ refusal: 'not-found' });
    const [none] = await all.owner<{ n: number }[]>`
      select count(*)::int as n from reminder where federation_id = ${all.otherFederation.id}`;
    expect(none!.n).toBe(0);
    const own = { clientId: randomUUID(), unitIds: [idOf('A')], channel: 'product' as const };
    await expect(all.chair.call.overview.remind(own)).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.officer.call.overview.remind({ ...own, unitIds: [] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('however many units there are (P6)', () => {
  const codes = Array.from({ length: 30 }, (_, index) => `U${index + 1}`);
  let many: People;
  beforeAll(async () => {
    many = await people({ units: codes });
    await publishSamplePlan(many);
    for (const code of codes.slice(0, 6)) await reportFor(many, code);
  });
  afterAll(() => many.close());

  it('overview and messages ask PostgreSQL as often for 30 units as for 3', async () => {
    const asked = async (world: People) => {
      const ids = Object.values(world.federation.units).map(({ id }) => id);
      const { officer } = world;
      return {
        overview: (await statementsOf(world, () => officer.call.overview.get({}))).length,
        texts: (await statementsOf(world, () => officer.call.overview.reminderTexts({ unitIds: ids }))).length,
        home: (await statementsOf(world, () => world.chair.call.home.get({}))).length,
        blockers: (await statementsOf(world, () => officer.call.ranking.blockers({}))).length,
        trace: (await statementsOf(world, () => officer.call.audit.list({}))).length,
      };
    };
    const [few, lots] = [await asked(all), await asked(many)];
    expect(lots).toEqual(few);
    // Counting works at all: an overview is a transaction with a round of reads.
    expect(few.overview).toBeGreaterThan(5);
    expect((await many.officer.call.overview.get({})).rows).toHaveLength(30);
  });
});

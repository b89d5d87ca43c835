import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import { parseYear } from '@giaouoc/domain/year-check/index';
import { buildServer } from '../../server.ts';
import { acceptAll, reportFor, waitingOf } from '../../../testing/entering.ts';
import { people, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';
import { sessionCookie } from '../session/sign-in.ts';
import { statementsOf } from '../../../testing/statements.ts';

/** The sample plan with one line on which whoever does most sets the mark. */
function leaderPlan() {
  const plan = samplePlan();
  const line = plan.scoring.groups[0]!.lines!.find(({ code }) => code === '1.4')!;
  Object.assign(line, { rule: { kind: 'leader', target: '2', within: 'block' } });
  return plan;
}

const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
let all: People;
let server: FastifyInstance;
let colleague: Person;
beforeAll(async () => {
  all = await people({ units });
  await publishSamplePlan(all, leaderPlan());
  server = await buildServer({ services: all.services, logLevel: 'silent' });
  colleague = await all.join('officer', null);
  for (const [index, unit] of units.entries())
    await reportFor(all, unit, {
      part: String(46 - index),
      visits: String(index + 1),
      items: index % 2 ? ['bch'] : ['bch', 'ubkt'],
    });
});
afterAll(async () => {
  await server.close();
  await all.close();
});

type Stored = {
  code: string;
  total: string;
  result: { lines: unknown; groups: unknown; total: string };
  whys: unknown;
};
const stored = () =>
  all.owner<Stored[]>`
    select unit.code, unit_score.total, unit_score.result, unit_score.whys from unit_score join unit on unit.id = unit_score.unit_id
    where unit_score.federation_id = ${all.federation.id} order by unit.code`;

/** The exported year, scored here and now from nothing but the file. */
async function fromScratch() {
  const { body } = await server.inject({
    method: 'GET',
    url: '/files/year.json',
    cookies: { [sessionCookie]: all.officer.token },
  });
  const parsed = parseYear(JSON.parse(body));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return scoreYear(parsed.year, { digest: false }).units;
}

describe('stored scores', () => {
  it('of two officers judging at once are those of the whole year scored from scratch (S4)', async () => {
    const work = await Promise.all(units.map((unit) => waitingOf(all, unit)));
    // Each judges every second figure, all at the same time; leader lines tie the units together.
    const cases = work.flat();
    const half = (remainder: number) => cases.filter((_, index) => index % 2 === remainder);
    const pressed = [
      [all.officer, half(0)],
      [colleague, half(1)],
    ] as const;
    const outcomes = await Promise.all(
      pressed.flatMap(([officer, mine]) =>
        [mine.slice(0, 4), mine.slice(4, 8), mine.slice(8)].map((some) =>
          officer.call.assessment.accept({ clientId: randomUUID(), cases: some }),
        ),
      ),
    );
    expect(outcomes.flatMap((one) => one.cases).every((one) => one.done)).toBe(true);
    const [rows, scratch] = [await stored(), await fromScratch()];
    expect(rows.map((row) => row.code)).toEqual(units);
    for (const row of rows) {
      const fresh = scratch.find((one) => one.unit === row.code)!;
      expect([row.total, row.result.lines, row.result.groups]).toEqual([fresh.total, fresh.lines, fresh.groups]);
    }
  });

  it('of one figure judged by both at once are judged once', async () => {
    const { items } = await all.officer.call.assessment.queue({
      by: 'unit',
      open: all.federation.units['F']!.id,
      show: 'all',
    });
    // The leader of the block comes down: everyone's points on the line change with it.
    const item = items.find((one) => one.line === '1.4')!;
    const held = { unitId: item.unitId, line: item.line, period: item.period };
    await all.officer.call.assessment.undo({ clientId: randomUUID(), ...held, seen: item.revision });
    const seen = { ...held, seen: item.revision + 1 };
    const press = (officer: Person) =>
      officer.call.assessment.adjust({
        clientId: randomUUID(),
        ...seen,
        correction: { kind: 'figure', fields: { value: '3' } },
        reason: 'Ba lượt có biên nhận',
      });
    const both = await Promise.allSettled([press(all.officer), press(colleague)]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const [rows, scratch] = [await stored(), await fromScratch()];
    for (const row of rows) expect(row.total).toBe(scratch.find((one) => one.unit === row.code)!.total);
  });

  it('name nobody else in their whys (A2)', async () => {
    for (const row of await stored()) {
      const text = JSON.stringify(row.whys);
      for (const other of units.filter((code) => code !== row.code)) {
        expect(text).not.toContain(all.federation.units[other]!.name);
        expect(text).not.toMatch(new RegExp(`"${other}"`));
      }
    }
  });
});

describe('a score sheet', () => {
  it('is the unit’s own, down to the why, for each of its people', async () => {
    for (const person of [all.chair, all.deputy, all.principal]) {
      const sheet = await person.call.score.mine({});
      expect(sheet.unit.code).toBe('A');
      const line = sheet.lines.find((one) => one.line === '1.1')!;
      expect(line).toMatchObject({ figure: expect.stringContaining('46/46'), judged: { decision: 'accepted' } });
      expect(line.rule).not.toBe('');
      expect(line.why).not.toBe('');
    }
    expect((await all.otherChair.call.score.mine({})).unit.code).toBe('B');
  });

  it('gives the points on leader lines that the whole year gives, not those of a unit alone', async () => {
    const whole = await fromScratch();
    for (const [person, code] of [
      [all.chair, 'A'],
      [all.otherChair, 'B'],
    ] as const) {
      const sheet = await person.call.score.mine({});
      const ofYear = whole.find((one) => one.unit === code)!;
      for (const line of sheet.lines.filter((one) => ['1.1', '1.4', '1.5'].includes(one.line)))
        expect([line.line, line.points]).toEqual([
          line.line,
          ofYear.lines.find((one) => one.line === line.line)!.points,
        ]);
      const led = sheet.lines.find((one) => one.line === '1.4')!;
      expect(led.why).not.toContain(' +');
      expect(Number(led.points)).toBeLessThan(4);
    }
  });

  it('says nothing of the others', async () => {
    const text = JSON.stringify(await all.chair.call.score.mine({}));
    for (const other of units.slice(1)) {
      expect(text).not.toContain(all.federation.units[other]!.name);
      expect(text).not.toContain(all.federation.units[other]!.id);
    }
  });

  it('of any unit is for the officer; not for units, nor for another federation', async () => {
    const unitId = all.federation.units['B']!.id;
    expect((await all.officer.call.score.of({ unitId })).unit.code).toBe('B');
    await expect(all.officer.call.score.mine({})).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.chair.call.score.of({ unitId })).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.strangeOfficer.call.score.of({ unitId })).rejects.toMatchObject({ refusal: 'plan-not-published' });
    const { yearId } = all.federation;
    await expect(all.strangeOfficer.call.score.of({ yearId, unitId })).rejects.toMatchObject({ refusal: 'not-found' });
    await expect(all.nobody.call.score.mine({})).rejects.toMatchObject({ refusal: 'not-signed-in' });
  });
});

describe('the place among the others (A2)', () => {
  it('is one’s own and unnamed points of the block', async () => {
    const standing = (await all.chair.call.score.standing({}))!;
    // Six units of the block `th`; the two of the other block are not among them.
    expect(standing).toMatchObject({ of: 6, blockName: 'Khối Tiểu học' });
    expect(standing.others).toHaveLength(5);
    expect(standing.rank).toBe(1 + standing.others.filter((points) => Number(points) > Number(standing.own)).length);
    const text = JSON.stringify(standing);
    for (const code of units) expect(text).not.toContain(all.federation.units[code]!.name);
  });

  it('is not shown in a block of fewer than five', async () => {
    const small = await all.join('chair', 'H');
    expect(await small.call.score.standing({})).toBeNull();
    const few = await people();
    await publishSamplePlan(few);
    for (const unit of ['A', 'B', 'C']) {
      await reportFor(few, unit);
      await acceptAll(few, unit);
    }
    expect(await few.chair.call.score.standing({})).toBeNull();
    const ask = async (world: People) => [
      (await statementsOf(world, () => world.chair.call.score.mine({}))).length,
      (await statementsOf(world, () => world.chair.call.score.standing({}))).length,
    ];
    expect(await ask(all)).toEqual(await ask(few));
    await few.close();
  });

  it('is not the officer’s to ask', async () => {
    await expect(all.officer.call.score.standing({})).rejects.toMatchObject({ refusal: 'not-allowed' });
  });
});

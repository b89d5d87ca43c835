import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';
import { statementsOf } from '../../../testing/statements.ts';

let all: People;
const unitOf = (code: string) => all.federation.units[code]!;
const queue = (of: Omit<Parameters<typeof all.officer.call.assessment.queue>[0], 'show'> & { show?: 'all' } = {}) =>
  all.officer.call.assessment.queue(of);

beforeAll(async () => {
  all = await people({ units: ['A', 'B', 'C'] });
  await publishSamplePlan(all);
  // Names whose order is neither that of their codes nor that of code points.
  const names = { A: 'CĐCS Đông Khê 10', B: 'CĐCS Đông Khê 9', C: 'CĐCS Ân Thi' };
  for (const [code, name] of Object.entries(names))
    await all.owner`update unit set name = ${name} where id = ${unitOf(code).id}`;
  await reportFor(all, 'A');
  await reportFor(all, 'B', { visits: '0' });
  await reportFor(all, 'C', { part: '44' });
});
afterAll(() => all.close());

describe('the queue by line', () => {
  it('holds the lines in plan order, the units of the open one as Vietnamese sort them', async () => {
    const { groups, open, items, waiting, pages, blocks } = await queue();
    expect(groups.map(({ key, waiting: left, done }) => [key, left, done])).toEqual([
      ['1.1', 3, 0],
      ['1.4', 3, 0],
      ['1.5', 3, 0],
    ]);
    expect([open, waiting, pages]).toEqual(['1.1', 9, 1]);
    expect(items.map((item) => item.unitName)).toEqual(['CĐCS Ân Thi', 'CĐCS Đông Khê 9', 'CĐCS Đông Khê 10']);
    expect(items[2]).toMatchObject({
      line: '1.1',
      period: 'hk1',
      status: 'submitted',
      words: '45/46 = 97,83\u00a0%',
      max: '4',
    });
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('gives the points of the rule, and says what is worth a second look', async () => {
    const { items } = await queue({ open: '1.4' });
    expect(items.map(({ unitName, points, flags }) => [unitName, points, flags.map(({ code }) => code)])).toEqual([
      ['CĐCS Ân Thi', '3.00', expect.any(Array)],
      ['CĐCS Đông Khê 9', '0.00', expect.arrayContaining(['zero'])],
      ['CĐCS Đông Khê 10', '3.00', expect.not.arrayContaining(['zero'])],
    ]);
  });

  it('keeps to a block', async () => {
    const { blocks, items } = await queue();
    const first = items[0]!.blockCode;
    const inBlock = await queue({ block: first });
    expect(inBlock.items.map((item) => item.blockCode)).toEqual(inBlock.items.map(() => first));
    expect(inBlock.items).toHaveLength(items.filter((item) => item.blockCode === first).length);
    expect(blocks.map(({ code }) => code)).toContain(first);
    expect((await queue({ block: 'không có' })).groups).toEqual([]);
  });
});

describe('the queue by unit', () => {
  it('holds the units by name, the open one’s lines in plan order', async () => {
    const { groups, items } = await queue({ by: 'unit', open: unitOf('B').id });
    expect(groups.map(({ title }) => title)).toEqual(['CĐCS Ân Thi', 'CĐCS Đông Khê 9', 'CĐCS Đông Khê 10']);
    expect(items.map(({ line, unitId }) => [line, unitId])).toEqual(
      ['1.1', '1.4', '1.5'].map((line) => [line, unitOf('B').id]),
    );
  });
});

it('shows what was judged only when asked to, and counts it as done', async () => {
  const { items } = await queue({ open: '1.5' });
  const cases = items
    .slice(0, 1)
    .map(({ unitId, line, period, revision }) => ({ unitId, line, period, seen: revision }));
  await all.officer.call.assessment.accept({ clientId: randomUUID(), cases });
  const after = await queue({ open: '1.5' });
  expect(after.items.map(({ unitId }) => unitId)).toEqual(items.slice(1).map(({ unitId }) => unitId));
  expect(after.groups.find(({ key }) => key === '1.5')).toMatchObject({ waiting: 2, done: 1 });
  const everything = await queue({ open: '1.5', show: 'all' });
  expect(everything.items.map(({ status }) => status)).toEqual(['accepted', 'submitted', 'submitted']);
});

it('marks a figure counted out of another number than the unit’s others of the period', async () => {
  const flags = async () => {
    const { item } = await all.officer.call.assessment.item({ unitId: unitOf('C').id, line: '1.1', period: 'hk1' });
    return item.flags.filter(({ code }) => code === 'whole-differs');
  };
  // One figure alone has nothing to differ from.
  expect(await flags()).toEqual([]);
  const count = (whole: string) =>
    all.owner`update figure set submitted = submitted || ${all.owner.json({ whole })}
      where unit_id = ${unitOf('C').id} and line_code in ('1.4', '1.5')`;
  await count('50');
  expect(await flags()).toEqual([{ code: 'whole-differs', line: '1.4' }]);
  await count('46');
  expect(await flags()).toEqual([]);
});

it('shows one figure with those of the line’s other periods', async () => {
  // The second period has not begun on the clock of the tests.
  await all.owner`insert into figure (federation_id, year_id, unit_id, line_code, period_code, state, sending, value, submitted, entered_by, entered_as)
    select federation_id, year_id, unit_id, line_code, 'hk2', state, sending, ${all.owner.json({ part: '46', whole: '46' })},
      ${all.owner.json({ part: '46', whole: '46' })}, entered_by, entered_as
    from figure where unit_id = ${unitOf('A').id} and line_code = '1.1'`;
  const { item, others } = await all.officer.call.assessment.item({
    unitId: unitOf('A').id,
    line: '1.1',
    period: 'hk2',
  });
  expect(item).toMatchObject({ period: 'hk2', words: '46/46 = 100\u00a0%' });
  expect(others).toEqual([{ periodTitle: 'Học kỳ I', words: '45/46 = 97,83\u00a0%', status: 'submitted' }]);
});

it('asks no more when there is more to show (P6)', async () => {
  const few = await statementsOf(all, () => queue({ block: 'không có', open: '1.1' }));
  const many = await statementsOf(all, () => queue({ show: 'all' }));
  // Nothing to open in an empty block: one statement less.
  expect(many.length - few.length).toBeLessThanOrEqual(1);
});

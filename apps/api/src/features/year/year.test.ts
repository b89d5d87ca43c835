import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, type People } from '../../../testing/people.ts';

let all: People;
let yearId: string;
beforeAll(async () => {
  all = await people();
  yearId = all.federation.yearId;
});
afterAll(() => all.close());

const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });
const id = () => ({ clientId: randomUUID() });
const span = { title: 'Năm học 2027–2028', from: '2027-09-01', to: '2028-08-31' };

describe('a year', () => {
  it('begins with its blocks and clusters, their codes made from their names', async () => {
    const made = await all.officer.call.year.create({
      ...id(),
      code: '2027-2028',
      ...span,
      blocks: [{ name: 'Khối Tiểu học' }, { code: 'mn', name: 'Khối Mầm non' }],
      clusters: [{ name: 'Cụm 2' }],
    });
    const year = await all.officer.call.year.get(made);
    expect(year).toMatchObject({
      status: 'running',
      planVersion: null,
      revision: 1,
      from: '2027-09-01',
      to: '2028-08-31',
    });
    expect(year.blocks.map(({ code, name }) => [code, name])).toEqual([
      ['tieu-hoc', 'Khối Tiểu học'],
      ['mn', 'Khối Mầm non'],
    ]);
    expect(year.clusters).toEqual([{ code: 'cum-2', name: 'Cụm 2', position: 1, units: 0 }]);
    const list = await all.officer.call.year.list();
    expect(list.map((one) => one.code)).toEqual(['2027-2028', '2026-2027']);
    const { id: meant } = await all.officer.call.year.get({});
    expect(list.filter((one) => one.current).map((one) => one.id)).toEqual([meant]);
  });

  it('takes over blocks, clusters and places of the one before', async () => {
    const { A } = all.federation.units;
    await all.officer.call.unit.leaveOut({ ...id(), yearId, unitId: A!.id, revision: 1, reason: 'Sửa trường' });
    const made = await all.officer.call.year.create({
      ...id(),
      code: '2028',
      ...span,
      blocks: [],
      clusters: [],
      copyFrom: yearId,
    });
    const list = await all.officer.call.unit.list({ yearId: made.yearId });
    expect(list.units.map((unit) => [unit.code, unit.place?.blockCode, unit.place?.leftOut])).toEqual([
      ['A', 'th', false],
      ['B', 'th', false],
      ['C', 'th', false],
    ]);
  });

  it('has a code of its own and ends after it begins', async () => {
    const wrong = { ...id(), code: '2026-2027', ...span, blocks: [], clusters: [] };
    await refuses(all.officer.call.year.create(wrong), 'year-code-taken');
    await refuses(
      all.officer.call.year.create({ ...wrong, code: 'q', blocks: [{ name: 'Khối Một' }, { name: 'khối một' }] }),
      'block-name-taken',
    );
    for (const [days, code] of [
      [{ to: '2027-09-01' }, 'year-ends-first'],
      [{ to: '2063-08-31' }, 'year-too-long'],
      [{ from: '0227-09-01' }, 'year-out-of-reach'],
    ] as const) {
      await refuses(all.officer.call.year.create({ ...wrong, code: 'q', ...days }), code);
      await refuses(all.officer.call.year.change({ ...id(), yearId, revision: 1, ...span, ...days }), code);
    }
    for (const bad of [{ from: '2027-02-30' }, { code: 'năm' }, { title: '' }])
      await expect(all.officer.call.year.create({ ...wrong, code: 'q', ...bad })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  it('is changed by whoever saw it last', async () => {
    await all.officer.call.year.change({ ...id(), yearId, revision: 1, ...span, title: 'Năm học mới' });
    await refuses(all.officer.call.year.change({ ...id(), yearId, revision: 1, ...span }), 'stale-revision');
  });

  it('shows a unit’s people the blocks, not how many others there are', async () => {
    const seen = await all.chair.call.year.get({ yearId });
    expect(seen.blocks.map((block) => [block.code, block.units])).toEqual([
      ['th', null],
      ['mn', null],
    ]);
    await refuses(all.province.call.year.get({}), 'not-allowed');
  });
});

describe.each([
  ['Block', 'block-name-taken', 'block-in-use', 'th'],
  ['Cluster', 'cluster-name-taken', 'cluster-in-use', 'cum-1'],
] as const)('%s', (noun, taken, inUse, used) => {
  it('is added, renamed and, while nobody is in it, taken away', async () => {
    const { year } = all.officer.call;
    const { code } = await year[`add${noun}`]({ ...id(), yearId, name: 'Khối Trung học cơ sở' });
    expect(code).toBe('trung-hoc-co-so');
    await refuses(year[`add${noun}`]({ ...id(), yearId, name: 'Trung học cơ sở' }), taken);
    await year[`rename${noun}`]({ ...id(), yearId, code, name: 'Khối THCS' });
    await refuses(year[`rename${noun}`]({ ...id(), yearId, code: 'khong-co', name: 'x' }), 'not-found');
    await year[`remove${noun}`]({ ...id(), yearId, code });
    await refuses(year[`remove${noun}`]({ ...id(), yearId, code }), 'not-found');
    await refuses(year[`remove${noun}`]({ ...id(), yearId, code: used }), inUse);
    const traces = await all.owner`select action from audit_event where federation_id = ${all.federation.id}
      and action like ${`year.%-${noun.toLowerCase()}`} order by id`;
    expect(traces.map((trace) => trace.action)).toEqual(
      ['add', 'rename', 'remove'].map((verb) => `year.${verb}-${noun.toLowerCase()}`),
    );
  });
});

it('keeps name and letterhead of the federation, changed by whoever saw them last', async () => {
  const { id: _id, code: _code, demo: _demo, ...now } = await all.officer.call.federation.get();
  const changed = { ...now, name: 'Công đoàn phường Vân Hải', superior: '' };
  expect(await all.officer.call.federation.update({ ...id(), ...changed })).toMatchObject({
    revision: 2,
    superior: '',
  });
  await expect(all.officer.call.federation.update({ ...id(), ...changed })).rejects.toMatchObject({
    refusal: 'stale-revision',
    current: { name: 'Công đoàn phường Vân Hải' },
  });
  expect((await all.chair.call.federation.get()).name).toBe('Công đoàn phường Vân Hải');
});

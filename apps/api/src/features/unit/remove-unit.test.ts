import { randomUUID } from 'node:crypto';
import { inScope } from '@giaouoc/db';
import { deleteUnit } from '@giaouoc/db/queries/remove';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

/** Units and years added by mistake: removed while nothing hangs on them, kept by the rule and by PostgreSQL otherwise. */
let all: People;
const id = () => ({ clientId: randomUUID() });
const place = { blockCode: 'mn', clusterCode: null, activeSince: null, previousTotal: null };
const add = (code: string) =>
  all.officer.call.unit.add({ ...id(), code, name: `CĐCS Trường ${code}`, kind: 'school', foundedOn: null, ...place });

beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

describe('a unit', () => {
  it('goes with its place, its points of nothing and its uninvited people; the trail stays', async () => {
    const { unitId } = await add('M1');
    await all.officer.call.people.add({ ...id(), unitId, role: 'chair', title: 'Chủ tịch' });
    const accounts = async () => (await all.owner`select count(*)::int as n from platform.account`)[0]!.n as number;
    const before = await accounts();
    await all.officer.call.unit.remove({ ...id(), unitId, revision: 1 });
    for (const table of ['unit_score', 'unit_progress', 'year_unit', 'membership'])
      expect(await all.owner`select 1 from ${all.owner(table)} where unit_id = ${unitId}`, table).toHaveLength(0);
    expect(await accounts()).toBe(before - 1);
    await expect(all.officer.call.unit.get({ unitId })).rejects.toMatchObject({ refusal: 'not-found' });
    const [trace] =
      await all.owner`select subject, before from audit_event where action = 'unit.remove' and unit_id = ${unitId}`;
    expect(trace).toMatchObject({ subject: 'CĐCS Trường M1', before: { code: 'M1' } });
    // The code is free again.
    await all.officer.call.unit.remove({ ...id(), unitId: (await add('M1')).unitId, revision: 1 });
  });

  it('on which something hangs stays, and everything is named at once', async () => {
    await all.officer.call.pledge.offer(id());
    await reportFor(all, 'A');
    const unitId = all.federation.units.A!.id;
    await expect(all.officer.call.unit.remove({ ...id(), unitId, revision: 1 })).rejects.toMatchObject({
      refusal: 'unit-in-use',
      detail: { pledges: 1, figures: 3, reports: 1, people: 3 },
    });
  });

  it('whose person was invited stays', async () => {
    const { unitId } = await add('M2');
    const { membershipId } = await all.officer.call.people.add({ ...id(), unitId, role: 'chair', title: 'Chủ tịch' });
    await all.officer.call.invitation.issue({ ...id(), membershipIds: [membershipId] });
    await expect(all.officer.call.unit.remove({ ...id(), unitId, revision: 1 })).rejects.toMatchObject({
      refusal: 'unit-in-use',
      detail: { people: 1 },
    });
  });

  it('is kept by PostgreSQL too, whatever the procedure said', async () => {
    const unitId = all.federation.units.A!.id;
    await expect(
      inScope(all.services.db, all.officer.scope, (tx) => deleteUnit(tx, all.officer.scope, unitId, 1)),
    ).rejects.toThrow();
    // A unit's own people delete nothing.
    expect(await inScope(all.services.db, all.chair.scope, (tx) => deleteUnit(tx, all.chair.scope, unitId, 1))).toBe(
      false,
    );
    expect(await all.owner`select 1 from year_unit where unit_id = ${unitId}`).toHaveLength(1);
    expect(await all.owner`select 1 from membership where unit_id = ${unitId}`).toHaveLength(3);
  });

  it('is removed by nobody but its federation’s officer, as they saw it', async () => {
    const { unitId } = await add('M3');
    const remove = { ...id(), unitId, revision: 1 };
    for (const who of [all.chair, all.deputy, all.principal, all.province])
      await expect(who.call.unit.remove(remove)).rejects.toMatchObject({ refusal: 'not-allowed' });
    await expect(all.strangeOfficer.call.unit.remove(remove)).rejects.toMatchObject({ refusal: 'not-found' });
    await expect(all.officer.call.unit.remove({ ...remove, ...id(), revision: 9 })).rejects.toMatchObject({
      refusal: 'stale-revision',
    });
    const [one, two] = await Promise.all([all.officer.call.unit.remove(remove), all.officer.call.unit.remove(remove)]);
    expect(two).toEqual(one);
  });
});

describe('a year', () => {
  const create = (code: string) =>
    all.officer.call.year.create({
      ...id(),
      code,
      title: `Năm ${code}`,
      from: '2027-09-01',
      to: '2028-08-31',
      blocks: [],
      clusters: [],
      copyFrom: all.federation.yearId,
    });

  it('goes with its blocks, clusters and places; units stay', async () => {
    const { yearId } = await create('2027-2028');
    await all.officer.bare.year.remove({ ...id(), yearId, revision: 1 });
    for (const table of ['block', 'cluster', 'year_unit'])
      expect(await all.owner`select 1 from ${all.owner(table)} where year_id = ${yearId}`, table).toHaveLength(0);
    expect((await all.officer.call.year.list()).map(({ id: one }) => one)).not.toContain(yearId);
    expect((await all.officer.call.unit.list({})).total).toBeGreaterThan(2);
    const [trace] = await all.owner`select subject from audit_event where action = 'year.remove'`;
    expect(trace!.subject).toBe('Năm 2027-2028');
  });

  it('with a plan, drafted or published, stays and says so', async () => {
    const { yearId } = await create('2028-2029');
    await all.officer.bare.plan.start({ ...id(), yearId, revision: 0, source: { kind: 'empty' } });
    await expect(all.officer.bare.year.remove({ ...id(), yearId, revision: 1 })).rejects.toMatchObject({
      refusal: 'year-in-use',
      detail: { drafts: 1 },
    });
    await expect(
      all.officer.call.year.remove({ ...id(), yearId: all.federation.yearId, revision: 1 }),
    ).rejects.toMatchObject({ refusal: 'year-in-use', detail: { versions: 1 } });
    for (const who of [all.chair, all.province])
      await expect(who.bare.year.remove({ ...id(), yearId, revision: 1 })).rejects.toMatchObject({
        refusal: 'not-allowed',
      });
    await expect(all.strangeOfficer.bare.year.remove({ ...id(), yearId, revision: 1 })).rejects.toMatchObject({
      refusal: 'not-found',
    });
  });
});

it('whoever has no role left is told which one ended, where and when; others’ are nobody else’s', async () => {
  const leaving = await all.join('deputy', 'C');
  expect(await leaving.call.session.endedMemberships()).toEqual([]);
  await all.owner`update membership set ended_at = '2026-12-20T03:00:00Z', revision = 2 where id = ${leaving.membershipId}`;
  expect(await leaving.call.session.endedMemberships()).toEqual([
    expect.objectContaining({
      role: 'deputy',
      unitName: all.federation.units.C!.name,
      endedAt: '2026-12-20T03:00:00.000Z',
    }),
  ]);
  expect(await all.chair.call.session.endedMemberships()).toEqual([]);
  await expect(all.nobody.call.session.endedMemberships()).rejects.toMatchObject({ refusal: 'not-signed-in' });
});

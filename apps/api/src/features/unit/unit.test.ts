import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
let yearId: string;
beforeAll(async () => {
  all = await people();
  yearId = all.federation.yearId;
});
afterAll(() => all.close());

const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });
const id = () => ({ clientId: randomUUID() });
const facts = (code: string, name = `CĐCS Trường Mầm non ${code}`) => ({ code, name, kind: 'school', foundedOn: null });
const place = { blockCode: 'mn', clusterCode: null, activeSince: null, previousTotal: null };
const add = (code: string, name?: string) =>
  all.officer.call.unit.add({ ...id(), yearId, ...facts(code, name), ...place });

describe('units of a year', () => {
  it('come in, are found without accents, page by page, with constant queries', async () => {
    await add('SC', 'CĐCS Trường Mầm non Sơn Ca – Đằng Hải');
    const found = await all.officer.call.unit.list({ search: 'dang hai son' });
    expect(found).toMatchObject({ total: 1, page: 1, pages: 1, yearId });
    expect(found.units[0]).toMatchObject({ code: 'SC', place: { blockCode: 'mn', leftOut: false }, people: [] });
    expect(
      (await all.officer.call.unit.list({ blockCode: 'mn' })).units.every((u) => u.place?.blockCode === 'mn'),
    ).toBe(true);
    const everyone = await all.officer.call.unit.list({});
    expect(
      everyone.units
        .find((unit) => unit.code === 'A')
        ?.people.map((person) => person.role)
        .sort(),
    ).toEqual(['chair', 'deputy', 'principal']);
  });

  it('are stored once however often one presses, composed and without stray spaces', async () => {
    const press = { ...id(), yearId, ...facts('NFD', ` CĐCS  Trường Mầm non Hoạ Mi `.normalize('NFD')), ...place };
    const [one, two] = await Promise.all([all.officer.call.unit.add(press), all.officer.call.unit.add(press)]);
    expect(two).toEqual(one);
    expect((await all.officer.call.unit.get({ unitId: one!.unitId })).name).toBe(
      'CĐCS Trường Mầm non Hoạ Mi'.normalize('NFC'),
    );
    await refuses(all.officer.call.unit.add({ ...press, name: 'Tên khác' }), 'replayed-with-other-content');
  });

  it('have codes of their own, and a block the year knows', async () => {
    await refuses(add('A'), 'unit-code-taken');
    const elsewhere = { ...id(), yearId, ...facts('Z1'), ...place };
    await refuses(all.officer.call.unit.add({ ...elsewhere, blockCode: 'dai-hoc' }), 'block-unknown');
    await refuses(all.officer.call.unit.add({ ...elsewhere, clusterCode: 'cum-9' }), 'cluster-unknown');
    // Another federation may use the same code.
    const { yearId: there } = all.otherFederation;
    await all.strangeOfficer.call.unit.add({ ...id(), yearId: there, ...facts('A'), ...place });
    for (const bad of ['', 'có dấu', 'a b', '-a', 'x'.repeat(41)])
      await expect(all.officer.call.unit.add({ ...elsewhere, ...facts(bad) })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    const nul = all.officer.call.unit.add({ ...elsewhere, name: 'a\u0000b' });
    await expect(nul).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('have names of their own, by the rule of the import', async () => {
    const { unitId } = await add('N1', 'CĐCS Trường Tiểu học Đống Đa');
    for (const name of ['CĐCS Trường Tiểu học Đống Đa', 'cđcs trường tiểu học  Ðống Ða'])
      await expect(add('N2', name)).rejects.toMatchObject({ refusal: 'unit-name-taken', detail: { unit: 'N1' } });
    const other = await add('N2', 'CĐCS Trường Tiểu học Đống Đa (phường Vân Hải)');
    const rename = { ...id(), unitId: other.unitId, revision: 1, ...facts('N2', 'CĐCS Trường Tiểu học Đống Đa') };
    await refuses(all.officer.call.unit.change(rename), 'unit-name-taken');
    // Its own name is no double of itself.
    await all.officer.call.unit.change({
      ...id(),
      unitId,
      revision: 1,
      ...facts('N1', 'CĐCS trường tiểu học Đống Đa'),
    });
  });

  it('are renamed by whoever saw them last (R3)', async () => {
    const { unitId } = await add('R3');
    await all.officer.call.unit.change({ ...id(), unitId, revision: 1, ...facts('R3', 'Tên mới') });
    await expect(
      all.officer.call.unit.change({ ...id(), unitId, revision: 1, ...facts('R3', 'Tên cũ hơn') }),
    ).rejects.toMatchObject({ refusal: 'stale-revision', current: { name: 'Tên mới', revision: 2 } });
    await refuses(all.officer.call.unit.change({ ...id(), unitId, revision: 2, ...facts('A') }), 'unit-code-taken');
  });

  it('move, rest with a reason, come back, and leave for good only then', async () => {
    const { unitId } = await add('MV');
    const at = { yearId, unitId };
    await all.officer.call.unit.place({ ...id(), ...at, revision: 1, ...place, blockCode: 'th', clusterCode: 'cum-1' });
    await refuses(all.officer.call.unit.place({ ...id(), ...at, revision: 1, ...place }), 'stale-revision');
    await refuses(all.officer.call.unit.archive({ ...id(), unitId, revision: 1 }), 'unit-still-in-year');
    await expect(all.officer.call.unit.leaveOut({ ...id(), ...at, revision: 2, reason: '  ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await all.officer.call.unit.leaveOut({ ...id(), ...at, revision: 2, reason: 'Sáp nhập từ 01/01' });
    expect((await all.officer.call.unit.list({ search: 'MV' })).total).toBe(0);
    expect((await all.officer.call.unit.list({ search: 'MV', show: 'leftOut' })).units[0]?.place).toMatchObject({
      leftOut: true,
      leftOutReason: 'Sáp nhập từ 01/01',
    });
    await all.officer.call.unit.takeBack({ ...id(), ...at, revision: 3 });
    await all.officer.call.unit.leaveOut({ ...id(), ...at, revision: 4, reason: 'Giải thể' });

    const chair = await all.officer.call.people.add({ ...id(), unitId, role: 'chair', title: 'Chủ tịch' });
    const { cards } = await all.officer.call.invitation.issue({ ...id(), membershipIds: [chair.membershipId] });
    await all.officer.call.unit.archive({ ...id(), unitId, revision: 1 });
    await refuses(all.nobody.call.invitation.look({ token: cards[0]!.link.split('/').at(-1)! }), 'invitation-expired');
    expect((await all.officer.call.unit.list({ show: 'archived' })).units.map((unit) => unit.code)).toContain('MV');
    const traces = await all.owner`select action from audit_event where unit_id = ${unitId} order by id`;
    expect(traces.map((trace) => trace.action)).toEqual([
      'unit.add',
      'unit.place',
      'unit.leaveOut',
      'unit.takeBack',
      'unit.leaveOut',
      'people.add',
      'invitation.issue',
      'unit.archive',
    ]);
  });
});

it('S4: scores follow when units come, move, leave and come back, in the same transaction', async () => {
  await publishSamplePlan(all);
  const stored = () => all.owner`select u.code, s.result->>'block' as block, s.result->>'unit' as unit from unit_score s
    join unit u on u.id = s.unit_id where s.year_id = ${yearId} and u.code in ('S4', 'S5') order by u.code`;
  const { unitId } = await add('S4');
  expect([...(await stored())]).toEqual([{ code: 'S4', block: 'mn', unit: 'S4' }]);
  await all.officer.call.unit.place({ ...id(), yearId, unitId, revision: 1, ...place, blockCode: 'th' });
  expect([...(await stored())]).toEqual([{ code: 'S4', block: 'th', unit: 'S4' }]);
  await all.officer.call.unit.change({ ...id(), unitId, revision: 1, ...facts('S5') });
  expect([...(await stored())]).toEqual([{ code: 'S5', block: 'th', unit: 'S5' }]);
  const atOnce = await Promise.allSettled(['P1', 'P2', 'P3', 'P4'].map((code) => add(code)));
  expect(atOnce.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
});

describe('people', () => {
  it('belong where their role says', async () => {
    const unitId = all.federation.units.A!.id;
    const someone = { ...id(), title: 'Ai đó' };
    await refuses(all.officer.call.people.add({ ...someone, unitId: null, role: 'chair' }), 'role-needs-unit');
    await refuses(all.officer.call.people.add({ ...someone, unitId, role: 'officer' }), 'role-needs-unit');
    await refuses(all.officer.call.people.add({ ...someone, unitId: randomUUID(), role: 'chair' }), 'not-found');
  });

  it('A7: entering a phone never tells whether somebody has an account', async () => {
    const theirs = await all.strangeOfficer.call.people.add({
      ...id(),
      unitId: all.otherFederation.units.X!.id,
      role: 'deputy',
      title: 'Ủy viên',
    });
    const { cards } = await all.strangeOfficer.call.invitation.issue({ ...id(), membershipIds: [theirs.membershipId] });
    await all.nobody.call.invitation.accept({
      token: cards[0]!.link.split('/').at(-1)!,
      userName: 'uy-vien-x',
      phone: '0977 111 222',
      password: 'một mật khẩu dài',
      passwordAgain: 'một mật khẩu dài',
      code: '905172',
    });
    const unitId = all.federation.units.B!.id;
    const enter = (phone: string) =>
      all.officer.call.people.add({
        ...id(),
        unitId,
        role: 'deputy',
        title: 'Ủy viên',
        phone,
        proposedName: 'uy-vien-x',
      });
    await enter('0977 111 222');
    await enter('0977 111 223');
    const listed = (await all.officer.call.people.list({ unitId })).filter((person) => person.role === 'deputy');
    expect(
      listed.map(({ phone, activated, userName, proposedName }) => [phone, activated, userName, proposedName]),
    ).toEqual([
      ['+84977111222', false, null, 'uy-vien-x'],
      ['+84977111223', false, null, 'uy-vien-x'],
    ]);
  });

  it('are called and reached differently from now on, if nobody was quicker', async () => {
    const unitId = all.federation.units.C!.id;
    const { membershipId } = await all.officer.call.people.add({ ...id(), unitId, role: 'chair', title: 'Chủ tịch' });
    await all.officer.call.people.change({
      ...id(),
      membershipId,
      revision: 1,
      title: 'Phó Chủ tịch',
      phone: '0912345678',
    });
    await refuses(all.officer.call.people.change({ ...id(), membershipId, revision: 1, title: 'x' }), 'stale-revision');
    await refuses(
      all.officer.call.people.change({ ...id(), membershipId, revision: 2, title: 'x', phone: '09' }),
      'phone-unreadable',
    );
  });

  it('lose their sessions when their work here ends', async () => {
    const leaving = await all.join('chair', 'C');
    expect(await leaving.call.session.list()).toHaveLength(1);
    await all.officer.call.people.end({ ...id(), membershipId: leaving.membershipId, revision: 1 });
    await refuses(leaving.call.session.list(), 'session-ended');
    await refuses(
      all.officer.call.people.end({ ...id(), membershipId: leaving.membershipId, revision: 2 }),
      'not-found',
    );
  });

  it('always leave one officer, also when two end each other', async () => {
    const second = await all.join('officer', null);
    const both = await Promise.allSettled([
      all.officer.call.people.end({ ...id(), membershipId: second.membershipId, revision: 1 }),
      second.call.people.end({ ...id(), membershipId: all.officer.membershipId, revision: 1 }),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const [left] = await all.owner`select count(*)::int as n from membership
      where federation_id = ${all.federation.id} and role = 'officer' and ended_at is null`;
    expect(left!.n).toBe(1);
  });
});

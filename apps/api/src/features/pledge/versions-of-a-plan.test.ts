import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testCode, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';

const presence = { kind: 'code' as const, secret: testCode };
let all: People;
beforeAll(async () => {
  all = await people({ units: ['A', 'B', 'C'] });
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const id = () => ({ clientId: randomUUID() });
const offer = () => all.officer.call.pledge.offer(id());
async function sign(chair: Person, version: number) {
  await chair.call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '5' }] });
  const pledge = (await chair.call.pledge.mine({}))!;
  return chair.call.pledge.sign({ ...id(), version, hash: pledge.hash, name: 'Họ và tên', presence });
}
const rowOf = async (unitId: string) =>
  (await all.officer.call.pledge.board({})).rows.find((row) => row.unitId === unitId)!;
const countersign = async (pledges: { unitId: string; hash: string }[]) =>
  all.officer.call.pledge.countersign({ ...id(), pledges, presence });

/** A version like the first one, with another number of points for a line, or another deadline. */
function changed(...what: ('points' | 'deadline')[]) {
  const plan = samplePlan();
  if (what.includes('deadline')) plan.conduct.periods[1]!.due = '2027-06-30T17:00';
  if (what.includes('points')) plan.scoring.groups[0]!.lines![0]!.max = '3';
  return plan;
}

describe('plan versions after signatures', () => {
  let signedHash: string;

  it('version 1: unit A signs, unit B does not', async () => {
    await offer();
    await sign(all.chair, 1);
    signedHash = (await rowOf(all.chair.unitId!)).hash!;
    expect(await rowOf(all.chair.unitId!)).toMatchObject({
      state: 'signed',
      stateWords: 'Đơn vị đã ký',
      pledged: true,
    });
  });

  it('a version that needs no signature leaves the earlier one sufficient, and says so', async () => {
    await publishSamplePlan(all, changed('deadline'), { version: 2, needsSignature: false });
    const board = await all.officer.call.pledge.board({});
    expect(board).toMatchObject({ version: 1, latestVersion: 2 });
    expect(await rowOf(all.chair.unitId!)).toMatchObject({ state: 'signed', awaitsAddendum: false, hash: signedHash });
    expect(await all.chair.call.pledge.mine({})).toMatchObject({ version: 1, latestVersion: 2, state: 'signed' });
    expect((await all.chair.call.home.get({})).tasks.filter(({ kind }) => kind.startsWith('sign'))).toEqual([]);
    // The other unit is still asked, for the same pledge.
    expect((await all.otherChair.call.home.get({})).tasks[0]).toMatchObject({ kind: 'sign' });
  });

  it('a version that needs one keeps what was signed in reach, and makes waiting a state', async () => {
    await publishSamplePlan(all, changed('points', 'deadline'), { version: 3, note: 'Giảm điểm mục 1.1 theo góp ý' });
    const unitId = all.chair.unitId!;
    expect(await rowOf(unitId)).toMatchObject({
      state: null,
      stateWords: 'Đã ký bản 1, chưa mời ký phụ lục',
      signedBefore: 1,
      awaitsAddendum: true,
      pledged: true,
      toCountersign: { hash: signedHash, version: 1 },
    });
    for (const papers of [await all.officer.call.pledge.papersOf({ unitId }), await all.chair.call.pledge.myPapers({})])
      expect(papers).toMatchObject([{ version: 1, name: 'Giao ước thi đua', hash: signedHash }]);
    await offer();
    expect(await rowOf(unitId)).toMatchObject({ state: 'offered', stateWords: 'Đã ký bản 1, chờ phụ lục' });
    const [task] = (await all.chair.call.home.get({})).tasks;
    expect(task).toMatchObject({ kind: 'sign-addendum', signedBefore: 1 });
    const overview = await all.officer.call.overview.get({});
    expect(overview.signed).toMatchObject({ done: 1, awaitingAddendum: 1, of: 3 });
    const text = await all.officer.call.overview.reminderTexts({ unitIds: [unitId] });
    expect(text[0]!.text).toContain('Ký phụ lục giao ước (đã ký bản 1)');
  });

  it('an addendum says what changed and what the officer wrote; who signed nothing is asked for the pledge itself', async () => {
    const addendum = (await all.chair.call.pledge.mine({}))!;
    expect(addendum).toMatchObject({ version: 3, name: 'Phụ lục giao ước số 1', content: { kind: 'addendum' } });
    expect(addendum.addendum).toMatchObject({
      after: 1,
      notes: [{ version: 3, note: 'Giảm điểm mục 1.1 theo góp ý' }],
    });
    // All that changed since the version this unit signed, not only since the last one.
    expect(addendum.addendum!.changes.join('\n')).toContain('điểm tối đa: 4 → 3');
    expect(addendum.addendum!.changes.join('\n')).toContain('17:00, 30/06/2027');
    const pledge = (await all.otherChair.call.pledge.mine({}))!;
    expect(pledge).toMatchObject({ version: 3, name: 'Giao ước thi đua', addendum: null, content: { kind: 'pledge' } });
    expect((await all.otherChair.call.home.get({})).tasks[0]).toMatchObject({ kind: 'sign', signedBefore: null });
  });

  it('an earlier version is still countersigned, its own content and with its own receipt', async () => {
    const unitId = all.chair.unitId!;
    expect(await countersign([{ unitId, hash: signedHash }])).toBe(1);
    const [paper] = await all.officer.call.pledge.papersOf({ unitId });
    expect(paper).toMatchObject({ version: 1, stateWords: 'Đã ký đủ', countersignedAt: expect.any(String) });
    expect((await rowOf(unitId)).toCountersign).toBeNull();
  });

  it('signing goes on, each unit numbered by what it really signed', async () => {
    const receipt = await sign(all.chair, 3);
    expect(receipt.receipt).toMatchObject({ addendum: 1, name: 'Họ và tên', plan: { version: 3 } });
    expect((await all.chair.call.receipt.get({ number: receipt.receiptNumber })).title).toBe(
      'Ký phụ lục giao ước số 1',
    );
    const first = await sign(all.otherChair, 3);
    expect((await all.otherChair.call.receipt.get({ number: first.receiptNumber })).title).toBe('Ký giao ước thi đua');
    await publishSamplePlan(all, changed('points'), { version: 4 });
    await offer();
    expect((await all.chair.call.pledge.mine({}))!.name).toBe('Phụ lục giao ước số 2');
    expect((await all.otherChair.call.pledge.mine({}))!.name).toBe('Phụ lục giao ước số 1');
    expect((await all.chair.call.pledge.myPapers({})).map(({ name }) => name)).toEqual([
      'Giao ước thi đua',
      'Phụ lục giao ước số 1',
    ]);
  });
});

it('the publisher says whether a version needs signatures, but must ask where units are to set their own numbers', async () => {
  const fresh = await people({ units: ['A', 'B'] });
  try {
    const { officer, federation } = fresh;
    const { yearId } = federation;
    const upload = async (plan: ReturnType<typeof samplePlan>, revision: number) => {
      const done = await officer.call.plan.upload({ ...id(), yearId, revision, text: JSON.stringify(plan) });
      expect(done.faults).toEqual([]);
      return done.revision!;
    };
    const publish = (revision: number, needsSignature: boolean) =>
      officer.call.plan.publish({ ...id(), yearId, revision, needsSignature });
    const plan = samplePlan();
    let revision = await upload(plan, 0);
    await expect(publish(revision, false)).rejects.toMatchObject({ refusal: 'signature-needed' });
    revision = (await publish(revision, true)).revision;
    plan.conduct.periods[1]!.due = '2027-06-30T17:00';
    revision = await upload(plan, revision);
    const moved = await publish(revision, false);
    expect(moved).toMatchObject({ version: 2, needsSignature: false });
    const { lines } = plan.scoring.groups[0]!;
    lines!.push({ ...lines![1]!, code: '1.6', title: 'Sáng kiến cấp cơ sở', max: '0' });
    plan.conduct.lines['1.6'] = plan.conduct.lines['1.2']!;
    revision = await upload(plan, moved.revision);
    await expect(publish(revision, false)).rejects.toMatchObject({
      refusal: 'signature-needed',
      detail: { lines: ['1.6'] },
    });
    const stored = await fresh.owner`select version, needs_signature from plan_version order by version`;
    expect(stored.map((row) => row.needs_signature)).toEqual([true, false]);
  } finally {
    await fresh.close();
  }
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFor, waitingOf } from '../../../testing/entering.ts';
import { people, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

/** One queue, several people who judge: an officer and verifiers, each as themselves, none waiting for another. */
let all: People;
let second: Person;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'A');
  second = await all.join('verifier', null);
});
afterAll(() => all.close());

const at = () => ({ unitId: all.federation.units['A']!.id, line: '1.1', period: 'hk1' });
const item = (who: Person) => who.call.assessment.item(at());
const accept = async (who: Person, seen?: number) =>
  who.call.assessment.accept({
    clientId: randomUUID(),
    cases: [{ ...at(), seen: seen ?? (await item(who)).item.revision }],
  });
const undo = async (who: Person) =>
  who.call.assessment.undo({ clientId: randomUUID(), ...at(), seen: (await item(who)).item.revision });
const trail = async () =>
  (await all.officer.call.audit.list({ action: 'assessment.' })).events.map(({ action, role, title }) => [
    action,
    role,
    title,
  ]);

describe('judging in turns', () => {
  it('a verifier judges as an officer does, and the score follows', async () => {
    const unit = all.federation.units['A']!.id;
    const before = await all.owner`select total from unit_score where unit_id = ${unit}`;
    expect(await accept(all.verifier)).toMatchObject({ cases: [{ done: true }] });
    const after = await all.owner`select total from unit_score where unit_id = ${unit}`;
    expect(after).not.toEqual(before);
    const { history } = await item(all.officer);
    expect(history[0]).toMatchObject({ decision: 'accepted', by: all.verifier.scope.title });
  });

  it.each([
    ['the officer', 'a verifier', () => all.officer, () => all.verifier],
    ['a verifier', 'the officer', () => all.verifier, () => all.officer],
    ['a verifier', 'another verifier', () => second, () => all.verifier],
  ] as const)('%s takes back what %s said; the trail names both as what they are', async (_, __, takes, said) => {
    if (!(await item(all.officer)).mayUndo) await accept(said());
    else if ((await item(all.officer)).history[0]?.by !== said().scope.title) {
      await undo(said());
      await accept(said());
    }
    expect(await item(takes())).toMatchObject({ mayUndo: true });
    expect(await undo(takes())).toMatchObject({ cases: [{ done: true }] });
    const [taken, given] = await trail();
    expect(taken).toEqual(['assessment.undo', takes().role, takes().scope.title]);
    expect(given).toEqual(['assessment.accept', said().role, said().scope.title]);
    const [row] = await all.owner`
      select by_membership, undone_by from assessment where line_code = '1.1' order by id desc limit 1`;
    expect(row).toEqual({ by_membership: said().membershipId, undone_by: takes().membershipId });
  });

  it('of two at one moment the later is told, and nothing of theirs stays', async () => {
    const seen = (await item(all.officer)).item.revision;
    const outcomes = await Promise.all([all.officer, all.verifier, second].map((who) => accept(who, seen)));
    const done = outcomes.flatMap(({ cases }) => cases.map((one) => one.done));
    expect(done.filter(Boolean)).toHaveLength(1);
    const standing = await all.owner`select 1 from assessment where line_code = '1.1' and undone_at is null`;
    expect(standing).toHaveLength(1);
  });

  it('whoever only reads judges nothing and takes nothing back', async () => {
    const [one] = await waitingOf(all, 'A');
    const { reader } = all;
    const refused = { refusal: 'not-allowed' };
    await expect(reader.call.assessment.accept({ clientId: randomUUID(), cases: [one!] })).rejects.toMatchObject(
      refused,
    );
    await expect(undo(reader)).rejects.toMatchObject(refused);
    expect((await item(reader)).item.status).toBe('accepted');
  });

  it('what the federation entered is taken back by an officer, and by no verifier', async () => {
    const { lines } = await all.verifier.call.assessment.entries({});
    const line = lines[0]!;
    const of = { unitId: all.federation.units['A']!.id, line: line.line, period: line.period };
    const { open } = await all.officer.call.assessment.entries({ line: line.line, period: line.period });
    const row = () => open!.rows.find(({ unitId }) => unitId === of.unitId)!;
    const entry = { clientId: randomUUID(), ...of, seen: row().revision, fields: { 'faults.muon': '2' } };
    await expect(all.verifier.call.assessment.enter(entry)).rejects.toMatchObject({ refusal: 'not-allowed' });
    await all.officer.call.assessment.enter(entry);
    const seen = row().revision + 1;
    await expect(all.verifier.call.assessment.undo({ clientId: randomUUID(), ...of, seen })).rejects.toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await all.officer.call.assessment.undo({ clientId: randomUUID(), ...of, seen })).toMatchObject({
      cases: [{ done: true }],
    });
  });
});

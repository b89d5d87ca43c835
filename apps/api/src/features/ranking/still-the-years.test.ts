import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptAll, reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';

const all: People[] = [];
/** A federation whose plan counts what nobody has verified, or does not. */
async function federation(unverifiedCounts: boolean): Promise<People> {
  const made = await people({ units: ['A', 'B'] });
  all.push(made);
  const plan = samplePlan();
  plan.conduct.unverifiedCounts = unverifiedCounts;
  await publishSamplePlan(made, plan);
  await reportFor(made, 'A');
  await acceptAll(made, 'A');
  // Everything is due.
  made.clock.now = new Date('2027-06-20T03:00:00Z');
  return made;
}

let counting: People;
let verifying: People;
beforeAll(async () => {
  counting = await federation(true);
  verifying = await federation(false);
});
afterAll(() => Promise.all(all.map((one) => one.close())));

/** A provisional year that an earlier version let go on: figures came after its snapshot. Today PostgreSQL refuses that. */
async function rank({ officer, owner }: People): Promise<void> {
  const { blockers } = await officer.call.ranking.blockers({});
  const despite = blockers.filter(({ blocks }) => !blocks).map(({ kind }) => kind);
  await officer.call.ranking.makeProvisional({ clientId: randomUUID(), despite });
  await owner`update year set status = 'running'`;
}
const isStale = async ({ officer }: People) => (await officer.call.ranking.get({})).stale;

it('a ranking is no longer the year’s once a unit sends what counts unverified', async () => {
  await rank(counting);
  expect(await isStale(counting)).toBe(false);
  await reportFor(counting, 'B');
  expect(await isStale(counting)).toBe(true);
});

it('a ranking stays the year’s until what was sent is accepted, where only that counts', async () => {
  await rank(verifying);
  await reportFor(verifying, 'B');
  expect(await isStale(verifying)).toBe(false);
  await acceptAll(verifying, 'B');
  expect(await isStale(verifying)).toBe(true);
});

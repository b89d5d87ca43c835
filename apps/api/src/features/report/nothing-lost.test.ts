import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '@giaouoc/db';
import { typed } from '../../../testing/entering.ts';
import { people, type People, type Person } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

const units = Array.from({ length: 30 }, (_, number) => `U${number}`);
let all: People;
let chairs: Person[];
let knife: Database;
beforeAll(async () => {
  all = await people({ units });
  await publishSamplePlan(all);
  const { host, port, user, pass, database } = all.services.db.$client.options;
  knife = openDatabase(`postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`, { max: 1 });
  chairs = await Promise.all(units.map((unit) => all.join('chair', unit)));
});
afterAll(async () => {
  await knife.$client.end({ timeout: 1 });
  await all.close();
});

/** What a phone does when it gets no answer: it asks again, with the same id. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<{ answer: T; again: number }> {
  for (let again = 0; ; again += 1) {
    try {
      return { answer: await ask(), again };
    } catch (error) {
      if ((error as { refusal?: string }).refusal !== 'server-busy') throw error;
      await sleep(5);
    }
  }
}

it('while connections are cut under it, every report is sent once and every receipt is true', async () => {
  let over = false;
  let cut = 0;
  const cutting = (async () => {
    // Not for ever: on a busy machine everybody would be cut off before they were through.
    while (!over && cut < 60) {
      await sleep(50);
      // The role may end connections of its own.
      const gone = await knife.$client`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid() order by random() limit 2`;
      cut += gone.length;
    }
  })();
  const lines = [typed('1.1', { part: '45', whole: '46' }), typed('1.4', { value: '6' })];
  const sent = await Promise.all(
    chairs.map(async ({ call, unitId }, place) => {
      const input = { clientId: randomUUID(), period: 'hk1', lines, leaveOut: ['1.3', '1.5'] };
      // Every other chair presses twice.
      const presses = Array.from({ length: 1 + (place % 2) }, () => untilAnswered(() => call.report.submit(input)));
      return { unitId, answers: await Promise.all(presses) };
    }),
  ).finally(() => (over = true));
  await cutting;
  expect(cut).toBeGreaterThan(5);

  const [stored] = await all.owner<Record<string, string>[]>`
    select
      (select json_agg(json_build_object('unit', s.unit_id, 'number', s.number, 'of', s.content->'unit'->>'code', 'is', u.code))
        from submission s join unit u on u.id = s.unit_id) as submissions,
      (select count(*)::int from figure_status where status = 'submitted') as figures,
      (select count(*)::int from write where action = 'report.submit') as writes,
      (select count(*)::int from unit_progress) as progress,
      (select count(*)::int from audit_event a join membership m on m.id = a.membership_id
        where a.action = 'report.submit' and a.unit_id = m.unit_id) as trace`;
  const submissions = stored!['submissions'] as unknown as { unit: string; number: string; of: string; is: string }[];
  const numbers = new Map(submissions.map(({ unit, number }) => [unit, number]));
  for (const { unitId, answers } of sent)
    expect(answers.map(({ answer }) => answer.number)).toEqual(answers.map(() => numbers.get(unitId!)));
  expect(submissions.filter((one) => one.of !== one.is)).toEqual([]);
  expect(new Set(numbers.values()).size).toBe(chairs.length);
  const { figures, writes, progress, trace } = stored!;
  expect([submissions.length, figures, writes, progress, trace]).toEqual([30, 60, 30, 30, 30]);
});

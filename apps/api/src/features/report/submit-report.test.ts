import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typed } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { photo } from '../../../testing/photo.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';
import { statementsOf } from '../../../testing/statements.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const lines = [
  typed('1.1', { part: '45', whole: '46' }),
  typed('1.3', { yes: 'yes' }),
  typed('1.4', { value: '6' }),
  typed('1.5', { items: ['bch'] }),
];

it('counts a file that lay beside a line before its figure was typed, and stores each figure once', async () => {
  await all.chair.call.evidence.upload(photo('Biên bản', '1.3|hk1'));

  let sent: Awaited<ReturnType<typeof all.chair.call.report.submit>> | undefined;
  const asked = await statementsOf(all, async () => {
    sent = await all.chair.call.report.submit({ clientId: randomUUID(), period: 'hk1', lines });
  });
  const proofOf = (line: string) => sent!.receipt.figures.find((figure) => figure.line === line)?.evidence;
  expect([proofOf('1.1'), proofOf('1.3')]).toEqual([0, 1]);
  const rows =
    await all.owner`select line_code, state, revision from figure where unit_id = ${all.chair.unitId} order by 1`;
  expect(rows.map(({ line_code, state, revision }) => [line_code, state, revision])).toEqual(
    lines.map(({ line }) => [line, 'sent', 1]),
  );
  // What fifty chairs do in the last minutes before a deadline: each round more is felt by all of them.
  expect(asked.length).toBeLessThanOrEqual(16);
});

it('leaves a trace of each figure that came along, and of the sending', async () => {
  const trace = await all.owner<{ action: string; subject: string }[]>`
    select action, subject from audit_event where unit_id = ${all.chair.unitId} and action in ('figure.save', 'report.submit')
    order by id`;
  expect(trace.map(({ action, subject }) => [action, subject.split(' · ')[0]!.replace(/^(\d\.\d) .*/, '$1')])).toEqual([
    ...lines.map(({ line }) => ['figure.save', line]),
    ['report.submit', 'Học kỳ I'],
  ]);
});

it('numbers receipts upwards, and gives each number once, also to those who send at one moment', async () => {
  const units = [all.otherChair, await all.join('chair', 'C')];
  const receipts = await Promise.all(
    units.map((chair) =>
      chair.call.report.submit({
        clientId: randomUUID(),
        period: 'hk1',
        lines: [lines[0]!],
        leaveOut: ['1.3', '1.4', '1.5'],
      }),
    ),
  );
  const numbers = receipts.map(({ number }) => number).sort();
  expect(new Set(numbers).size).toBe(2);
  const [first] = await all.owner<
    { number: string }[]
  >`select number from submission where unit_id = ${all.chair.unitId}`;
  for (const number of numbers) expect(number > first!.number).toBe(true);
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '@giaouoc/domain/hash/index';
import { people, testCode, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

const presence = { kind: 'code' as const, secret: testCode };
const id = () => ({ clientId: randomUUID() });
let all: People;
beforeAll(async () => {
  all = await people({ units: ['A', 'B', 'C'] });
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer(id());
  for (const chair of [all.chair, all.otherChair, await all.join('chair', 'C')]) {
    await chair.call.pledge.setTargets({ ...id(), targets: [{ line: '1.2', typed: '5' }] });
    const { hash } = (await chair.call.pledge.mine({}))!;
    await chair.call.pledge.sign({ ...id(), version: 1, hash, presence });
  }
});
afterAll(() => all.close());

it('pledges countersigned together have a receipt number each, the one that stands in the receipt', async () => {
  const { rows } = await all.officer.call.pledge.board({});
  const pledges = rows.map(({ unitId, hash }) => ({ unitId, hash: hash! }));
  expect(await all.officer.call.pledge.countersign({ ...id(), pledges, presence })).toBe(3);
  const stored = await all.owner<{ number: string; inside: string }[]>`
    select receipt_number as number, receipt->>'number' as inside from signature`;
  expect(new Set(stored.map(({ number }) => number)).size).toBe(6);
  for (const { number, inside } of stored) expect(inside).toBe(number);
});

it('PostgreSQL takes no number twice in a federation', async () => {
  await expect(
    all.owner`update signature set receipt_number = (select min(receipt_number) from signature)`,
  ).rejects.toMatchObject({ code: '23505', constraint_name: 'signature_receipt_number' });
});

it('numbers that were given twice are found, told apart and traced before the constraint comes', async () => {
  const { owner, federation, services } = all;
  const file = path.join(import.meta.dirname, '../../../../../drizzle/0032_signatures_on_paper.sql');
  const [, , renumber, constrain] = readFileSync(file, 'utf8').split('--> statement-breakpoint');
  await owner`alter table signature drop constraint signature_receipt_number`;
  // As it was: what was countersigned together carries the number of its first.
  const twice = await owner<{ id: string; number: string }[]>`
    update signature set receipt_number = (select min(receipt_number) from signature where party = 'federation')
    where party = 'federation' returning id, receipt_number as number`;
  const { number } = twice[0]!;
  await owner.begin(async (tx) => {
    await tx.unsafe(renumber!);
    await tx.unsafe(constrain!);
  });
  const after = await owner<{ number: string; unitId: string; receipt: { number: string }; signed: string }[]>`
    select receipt_number as number, unit_id as "unitId", receipt, server_signature as signed from signature
    where party = 'federation' order by receipt_number`;
  expect(after.map((row) => row.number)).toEqual([number, `${number}-2`, `${number}-3`]);
  const traces =
    await owner`select subject, before, after, unit_id from audit_event where action = 'pledge.renumberReceipt' order by id`;
  expect(traces).toHaveLength(2);
  expect(traces[0]).toMatchObject({
    subject: number,
    before: { receiptNumber: number },
    after: { receiptNumber: `${number}-2` },
    unit_id: after[1]!.unitId,
  });
  expect(
    await owner`select 1 from audit_event where action = 'pledge.renumberReceipt' and federation_id <> ${federation.id}`,
  ).toEqual([]);
  // What the server signed is untouched, and its unit opens the receipt by the number it now has.
  for (const row of after) expect(services.signer.sign(hashOf(row.receipt))).toBe(row.signed);
  const renamed = after.find((row) => row.unitId === all.chair.unitId)!;
  expect(await all.chair.call.receipt.get({ number: renamed.number })).toMatchObject({ number: renamed.number });
});

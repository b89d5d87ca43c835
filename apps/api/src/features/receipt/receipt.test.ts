import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people, testCode, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

it('a receipt of a report is there for its unit, and for nobody else', async () => {
  const { chair, otherChair, strangeChair, officer } = all;
  const line = { line: '1.1', period: 'hk1', fields: { part: '45', whole: '46' }, seen: 0 };
  const sent = await chair.call.report.submit({
    clientId: randomUUID(),
    period: 'hk1',
    lines: [line],
    leaveOut: ['1.3', '1.4', '1.5'],
  });
  const receipt = await chair.call.receipt.get({ number: sent.number.toLowerCase() });
  expect(receipt).toMatchObject({ number: sent.number, kind: 'report', title: 'Báo cáo Học kỳ I', withdrawnAt: null });
  expect(receipt.lines).toEqual([expect.objectContaining({ code: '1.1', evidence: 0 })]);
  expect(receipt.leftOut).toEqual(['1.3', '1.4', '1.5']);
  expect(`sha256:${receipt.hash}`).toBe(sent.hash);
  expect(await chair.call.receipt.list({})).toHaveLength(1);

  for (const other of [otherChair, strangeChair])
    await expect(other.call.receipt.get({ number: sent.number })).rejects.toMatchObject({ refusal: 'not-found' });
  await expect(officer.call.receipt.get({ number: sent.number })).rejects.toMatchObject({ refusal: 'not-allowed' });
  await expect(chair.call.receipt.get({ number: 'BC-1' })).rejects.toMatchObject({ refusal: 'not-found' });

  await chair.call.report.withdraw({ clientId: randomUUID(), period: 'hk1' });
  expect((await chair.call.receipt.get({ number: sent.number })).withdrawnAt).not.toBeNull();
});

it('a receipt of a signature says what was signed', async () => {
  const { chair, officer, clock } = all;
  await officer.call.pledge.offer({ clientId: randomUUID() });
  await chair.call.pledge.setTargets({ clientId: randomUUID(), targets: [{ line: '1.2', typed: '5' }] });
  const pledge = (await chair.call.pledge.mine({}))!;
  clock.now = new Date(clock.now.getTime() + 1000);
  const signed = await chair.call.pledge.sign({
    clientId: randomUUID(),
    version: 1,
    hash: pledge.hash,
    presence: { kind: 'code', secret: testCode },
  });
  const receipt = await chair.call.receipt.get({ number: signed.receiptNumber });
  expect(receipt).toMatchObject({ kind: 'signature', title: 'Ký giao ước thi đua', planVersion: 1 });
  expect(`sha256:${receipt.hash}`).toBe(pledge.hash);
  expect((await chair.call.receipt.list({})).map(({ number }) => number)[0]).toBe(signed.receiptNumber);
});

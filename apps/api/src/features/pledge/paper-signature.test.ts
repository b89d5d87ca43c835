import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people, type People } from '../../testing/people.ts';
import { publishSamplePlan } from '../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  const { chair, officer } = all;
  await officer.call.pledge.offer({ clientId: randomUUID() });
  await chair.call.pledge.setTargets({ clientId: randomUUID(), targets: [{ line: '1.2', typed: '5' }] });
});
afterAll(() => all.close());

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const send = async (signedOn: string, signedBy: string) => {
  const form = new FormData();
  form.append('file', new File([dot], 'ban-giay.png'));
  const { id: evidenceId } = await all.chair.call.evidence.upload(form);
  return all.chair.call.pledge.sendPaper({ clientId: randomUUID(), evidenceId, signedOn, signedBy }).then(
    () => 'done',
    (error: { refusal?: string; code?: string }) => error.refusal ?? error.code,
  );
};

// The clock of the test: 20 December 2026, in a year that began on 1 September.
it.each([
  ['2026-12-21', 'Chủ tịch CĐCS', 'day-out-of-reach'],
  ['9999-12-31', 'Chủ tịch CĐCS', 'BAD_REQUEST'],
  ['2025-08-30', 'Chủ tịch CĐCS', 'day-out-of-reach'],
  ['2026-12-20', '   ', 'BAD_REQUEST'],
  ['2026-12-20', '\u200b\u202e', 'BAD_REQUEST'],
  ['2026-12-20', 'Chủ\u202e tịch\u200b CĐCS', 'done'],
])('a sheet signed on %s by %j: %s', async (signedOn, signedBy, answer) => {
  expect(await send(signedOn, signedBy)).toBe(answer);
});

it('stands there as it is read, without what nobody sees', async () => {
  const board = await all.officer.call.pledge.of({ unitId: all.chair.unitId! });
  expect(board?.paper).toMatchObject({ signedOn: '2026-12-20', signedBy: 'Chủ tịch CĐCS' });
});

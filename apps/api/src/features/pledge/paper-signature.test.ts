import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people, type People } from '../../../testing/people.ts';
import { photo } from '../../../testing/photo.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  const { chair, officer } = all;
  await officer.call.pledge.offer({ clientId: randomUUID() });
  await chair.call.pledge.setTargets({ clientId: randomUUID(), targets: [{ line: '1.2', typed: '5' }] });
});
afterAll(() => all.close());

const send = async (signedOn: string, signedBy: string) => {
  const { id: evidenceId } = await all.chair.call.evidence.upload(photo('ban-giay'));
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

it('of sheets sent and refused at one instant, the last is the one that is shown', async () => {
  const { officer, chair, owner } = all;
  const unitId = chair.unitId!;
  const refuse = (reason: string) => officer.call.pledge.refusePaper({ clientId: randomUUID(), unitId, reason });
  const shown = async () => (await officer.call.pledge.of({ unitId }))?.paper;
  await refuse('Ảnh mờ');
  for (const reason of ['Thiếu chữ ký', 'Thiếu trang hai']) {
    expect(await send('2026-12-20', 'Chủ tịch CĐCS')).toBe('done');
    expect(await shown()).toMatchObject({ state: 'waiting' });
    await refuse(reason);
    expect(await shown()).toMatchObject({ state: 'refused', refusedReason: reason });
  }
  // Wherever PostgreSQL happens to keep the rows.
  for (const reason of ['Thiếu trang hai', 'Ảnh mờ', 'Thiếu chữ ký']) {
    const moved = await owner`update paper_signature set state = state where refused_reason = ${reason}`;
    expect(moved.count).toBe(1);
    expect(await shown()).toMatchObject({ refusedReason: 'Thiếu trang hai' });
  }
  expect(new Set((await owner`select sent_at::text from paper_signature`).map((row) => row.sent_at)).size).toBe(1);
});

import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { reportFor, typed } from './entering.ts';
import { people, testCode, type People, type Person } from './people.ts';
import { photo } from './photo.ts';
import { publishSamplePlan } from './sample-plan.ts';

/** What a unit's people cannot write in their own rows: statements of the application's role in their scope. */
let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
});
afterAll(() => all.close());

const id = () => randomUUID();
type Statement = ReturnType<typeof sql>;

/** How many rows a statement changed, PostgreSQL's word for not letting it, or the code of a guard. Nothing is kept. */
const tries = (who: Person, ...statements: Statement[]) => {
  const undo = new Error('undo');
  let rows = 0;
  return inScope(all.services.db, who.scope, async (tx) => {
    for (const statement of statements) rows = [...(await tx.execute(statement))].length;
    throw undo;
  }).catch((error: Error & { cause?: { code?: string } }) => {
    if (error === undo) return rows;
    if (error.cause?.code === '42501') return 'refused';
    if (error.cause?.code?.startsWith('GU')) return error.cause.code;
    throw error;
  });
};

describe('a pledge and its targets', () => {
  const state = (to: string) => sql`update pledge set state = ${to} returning 1`;
  const target = sql`insert into unit_target (federation_id, year_id, unit_id, line_code, target, updated_by)
    select federation_id, year_id, unit_id, '1.2', '3', federation_id from pledge
    on conflict (federation_id, year_id, unit_id, line_code) do update set target = '1' returning 1`;

  it('is not signed by writing that it is', async () => {
    for (const to of ['signed', 'countersigned', 'declined', 'paper'])
      expect(await tries(all.chair, state(to)), to).toBe('refused');
    expect(await tries(all.chair, sql`update pledge set hash = 'sha256:x', content = '{}' returning 1`)).toBe(
      'refused',
    );
    expect(await tries(all.chair, sql`update pledge set offered_at = now() - interval '1 year' returning 1`)).toBe(
      'refused',
    );
    expect(await tries(all.chair, state('registered'), target)).toBe(1);
  });

  it('stays declined until the federation offers it again, and takes no targets meanwhile', async () => {
    const decline = sql`update pledge set declined_reason = 'Chưa họp' returning 1`;
    expect(await tries(all.chair, decline)).toBe(1);
    expect(await tries(all.chair, decline, sql`update pledge set declined_reason = null returning 1`)).toBe('refused');
    expect(await tries(all.chair, decline, target)).toBe('refused');
  });

  it('keeps its targets and its state once it is signed', async () => {
    const { chair } = all;
    await chair.call.pledge.setTargets({ clientId: id(), targets: [{ line: '1.2', typed: '5' }] });
    const { version, hash } = (await chair.call.pledge.mine({}))!;
    await chair.call.pledge.sign({ clientId: id(), version, hash, presence: { kind: 'code', secret: testCode } });
    expect((await chair.call.pledge.mine({}))?.state).toBe('signed');
    for (const forged of [
      target,
      state('registered'),
      state('countersigned'),
      sql`update pledge set declined_reason = 'x' returning 1`,
      sql`update unit_target set target = '1' returning 1`,
    ])
      expect(await tries(chair, forged)).toBe('refused');
  });

  it('on paper is a file of the unit itself, and is not changed after it was sent', async () => {
    const { chair, otherChair } = all;
    const theirs = await otherChair.call.evidence.upload(photo('khac'));
    const own = await chair.call.evidence.upload(photo('to-giay'));
    const paper = (file: string) => sql`insert into paper_signature
      (federation_id, year_id, unit_id, version, evidence_id, signed_on, signed_by, sent_by)
      select federation_id, year_id, unit_id, version, ${file}, '2026-12-01', 'Chủ tịch', federation_id from pledge returning 1`;
    expect(await tries(chair, paper(theirs.id))).toBe('refused');
    expect(await tries(chair, paper(own.id))).toBe(1);
    const changed = sql`update paper_signature set signed_by = 'Người khác' returning 1`;
    expect(await tries(chair, paper(own.id), changed)).toBe('refused');
  });
});

describe('what was sent', () => {
  let sent: string;
  beforeAll(async () => {
    sent = (await all.chair.call.evidence.upload(photo('bien-ban', '1.4|hk1'))).id;
    await reportFor(all, 'A');
  });

  it('is neither changed where it lies nor made to have been something else', async () => {
    const of = sql`where line_code = '1.4'`;
    for (const forged of [
      sql`update figure set value = '{"kind":"value","value":"99"}' ${of} returning 1`,
      sql`update figure set submitted = '{"kind":"value","value":"99"}' ${of} returning 1`,
      sql`update figure set note = 'x' ${of} returning 1`,
      sql`update figure set sending = sending + 1 ${of} returning 1`,
      sql`update figure_status set status = 'accepted' ${of} returning 1`,
      sql`update report set due_reason = 'x' returning 1`,
    ])
      expect(await tries(all.chair, forged)).toBe('refused');
    // Taken back, as withdrawing does, it is the unit's again.
    expect(await tries(all.chair, sql`update figure set state = 'draft', submitted = null ${of} returning 1`)).toBe(1);
  });

  it('is what was typed', async () => {
    const forged = sql`insert into figure
      (federation_id, year_id, unit_id, line_code, period_code, state, sending, value, submitted, entered_by, entered_as)
      select federation_id, year_id, unit_id, '1.1', 'hk2', 'sent', 1, '{"a":1}', '{"a":2}', entered_by, 'x' from figure limit 1
      returning 1`;
    expect(await tries(all.chair, forged)).toBe('refused');
  });

  it('keeps its files: none is taken away, added, or brought back', async () => {
    const later = await all.chair.call.evidence.upload(photo('them'));
    const link = (file: string, line: string) => sql`insert into figure_evidence
      (federation_id, year_id, unit_id, line_code, period_code, evidence_id)
      select federation_id, year_id, unit_id, ${line}, 'hk1', ${file} from pledge limit 1
      on conflict (federation_id, year_id, unit_id, line_code, period_code, evidence_id) do update set removed_at = null
      returning 1`;
    expect(await tries(all.chair, link(later.id, '1.4'))).toBe('GU001');
    expect(await tries(all.chair, sql`update figure_evidence set removed_at = now() returning 1`)).toBe('GU001');
    await all.owner`update figure_evidence set removed_at = now() where evidence_id = ${sent}`;
    expect(await tries(all.chair, sql`update figure_evidence set removed_at = null returning 1`)).toBe('GU001');
    await all.owner`update figure_evidence set removed_at = null where evidence_id = ${sent}`;
    // The same file again is no change; a line that was left out is open.
    expect(await tries(all.chair, link(sent, '1.4'))).toBe(1);
    expect(await tries(all.chair, link(later.id, '1.3'))).toBe(1);
    const theirs = await all.otherChair.call.evidence.upload(photo('cua-don-vi-khac'));
    expect(await tries(all.chair, link(theirs.id, '1.3'))).toBe('refused');
    expect(await tries(all.chair, sql`update figure_evidence set line_code = '1.3' returning 1`)).toBe('refused');
  });

  it('was taken back once, and stays taken back', async () => {
    const withdraw = sql`update submission set withdrawn_at = now() returning 1`;
    expect(await tries(all.chair, withdraw)).toBe(1);
    expect(await tries(all.chair, withdraw, sql`update submission set withdrawn_at = null returning 1`)).toBe(
      'refused',
    );
    expect(await tries(all.chair, withdraw, withdraw)).toBe('refused');
  });

  it('by the officer in its place is the unit’s to take back', async () => {
    await reportFor(all, 'B');
    await all.otherChair.call.report.withdraw({ clientId: id(), period: 'hk1' });
    expect((await all.otherChair.call.report.get({ period: 'hk1' })).status).toBe('open');
  });

  it('and returned stays returned until it is sent again', async () => {
    const { officer, chair } = all;
    const { items } = await officer.call.assessment.queue({ by: 'unit', open: all.chair.unitId! });
    const case1 = items.find((item) => item.line === '1.4')!;
    const { unitId, line, period, revision } = case1;
    await officer.call.assessment.return({
      clientId: id(),
      cases: [{ unitId, line, period, seen: revision }],
      reason: 'Thiếu biên bản',
    });
    const of = sql`where line_code = '1.4'`;
    for (const forged of [
      sql`update figure set state = 'draft', submitted = null ${of} returning 1`,
      sql`update figure set state = 'empty', submitted = null, value = null ${of} returning 1`,
      sql`update figure set submitted = '{"value":"99"}' ${of} returning 1`,
      sql`update figure set sending = sending + 2 ${of} returning 1`,
    ])
      expect(await tries(chair, forged)).toBe('refused');
    const returned = (await chair.call.report.get({ period: 'hk1' })).lines.find((one) => one.line.code === '1.4')!;
    const lines = [typed('1.4', { value: '5' }, 'hk1', returned.record.revision)];
    const saved = await chair.call.report.save({ clientId: id(), lines });
    expect(saved.lines[0]?.outcome).toBe('saved');
  });
});

it('a reminder is the federation’s; the unit only says that it has seen it', async () => {
  const { chair, officer } = all;
  await officer.call.overview.remind({ clientId: id(), unitIds: [chair.unitId!], channel: 'zalo' });
  const insert = sql`insert into reminder (federation_id, year_id, unit_id, text, channel, sent_by)
    select federation_id, year_id, unit_id, 'x', 'zalo', federation_id from pledge limit 1 returning 1`;
  expect(await tries(chair, insert)).toBe('refused');
  expect(await tries(chair, sql`update reminder set text = 'x' returning 1`)).toBe('refused');
  const seen = sql`update reminder set seen_at = now() returning 1`;
  expect(await tries(chair, seen)).toBe(1);
  expect(await tries(chair, seen, sql`update reminder set seen_at = null returning 1`)).toBe('refused');
});

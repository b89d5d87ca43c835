import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testCode, type People } from '../../../testing/people.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const id = () => randomUUID();
const typed = (line: string, fields: Record<string, string | string[]>, seen = 0, period = 'hk1') => ({
  line,
  period,
  fields,
  seen,
});

describe('a report', () => {
  it('asks for the lines of the period, with nothing in them', async () => {
    const report = await all.chair.call.report.get({ period: 'hk1' });
    expect(report.lines.map((line) => line.line.code)).toEqual(['1.1', '1.3', '1.4', '1.5']);
    expect(report.missing.filter((one) => one.blocks).map((one) => one.line)).toEqual(['1.1', '1.3', '1.4', '1.5']);
    expect(report.status).toBe('open');
  });

  it('keeps each line for itself: one that cannot be read does not hold up the others', async () => {
    const saved = await all.deputy.call.report.save({
      clientId: id(),
      lines: [
        typed('1.1', { part: '45', whole: '46' }),
        typed('1.4', { value: 'tám' }),
        typed('1.5', { items: ['bch'] }),
      ],
    });
    expect(saved.lines.map((line) => line.outcome)).toEqual(['saved', 'refused', 'saved']);
    const report = await all.chair.call.report.get({ period: 'hk1' });
    expect(report.lines[0]?.record).toMatchObject({ status: 'draft', value: { part: '45', whole: '46' }, revision: 1 });
  });

  it('shows both versions of a line that somebody changed meanwhile (R3)', async () => {
    const stale = await all.chair.call.report.save({
      clientId: id(),
      lines: [typed('1.1', { part: '44', whole: '46' }, 0)],
    });
    expect(stale.lines[0]).toMatchObject({
      outcome: 'stale',
      current: { value: { part: '45', whole: '46' }, revision: 1 },
    });
  });

  it('answers a repeated write as the first time and refuses other content under its id (R2)', async () => {
    const clientId = id();
    const write = { clientId, lines: [typed('1.4', { value: '6' })] };
    const [once, twice] = await Promise.all([all.chair.call.report.save(write), all.chair.call.report.save(write)]);
    expect(twice).toEqual(once);
    const other = all.chair.call.report.save({ clientId, lines: [typed('1.4', { value: '7' })] });
    await expect(other).rejects.toMatchObject({ refusal: 'replayed-with-other-content' });
  });

  it('asks about a number that can mean two things', async () => {
    const asked = await all.chair.call.report.save({
      clientId: id(),
      lines: [typed('1.1', { part: '1.234', whole: '46' }, 1)],
    });
    expect(asked.lines[0]).toMatchObject({
      outcome: 'refused',
      faults: [{ field: 'part', code: 'number-ambiguous' }],
    });
    const halved = await all.chair.call.report.save({ clientId: id(), lines: [typed('1.4', { value: '1.234,5' }, 1)] });
    expect(halved.lines[0]).toMatchObject({
      outcome: 'refused',
      faults: [{ field: 'value', code: 'count-not-whole', detail: { read: '1234.5' } }],
    });
  });

  it('that is saved again as it stands has no new version, no conflict and no trace', async () => {
    const traces = async () => (await all.officer.call.audit.list({ action: 'figure.save' })).events.length;
    const before = await traces();
    const again = await all.deputy.call.report.save({
      clientId: id(),
      lines: [
        typed('1.1', { part: '45,0', whole: '\u200e46' }, 0),
        typed('1.4', { value: '6,0' }, 0),
        typed('1.3', {}, 0),
        typed('1.5', { items: ['bch'] }, 1),
      ],
    });
    expect(again.lines.map((line) => line.outcome === 'saved' && [line.changed, line.record.revision])).toEqual([
      [false, 1],
      [false, 1],
      [false, 0],
      [false, 1],
    ]);
    expect(await traces()).toBe(before);
  });

  it('is not sent with a figure or required evidence missing, unless knowingly left out', async () => {
    const missing = all.chair.call.report.submit({ clientId: id(), period: 'hk1' });
    await expect(missing).rejects.toMatchObject({ refusal: 'report-incomplete', detail: { lines: ['1.3'] } });
    await all.chair.call.report.save({ clientId: id(), lines: [typed('1.3', { yes: 'yes' })] });
    const unproven = all.chair.call.report.submit({ clientId: id(), period: 'hk1' });
    await expect(unproven).rejects.toMatchObject({ refusal: 'evidence-missing', detail: { lines: ['1.3'] } });
  });

  it('is sent once however often the button is pressed, with a signed receipt (R2, R4)', async () => {
    const clientId = id();
    const send = { clientId, period: 'hk1', leaveOut: ['1.3'] };
    const [first, second] = await Promise.all([all.chair.call.report.submit(send), all.chair.call.report.submit(send)]);
    expect(second).toEqual(first);
    expect(first.number).toMatch(/^BC-2026-\d{6}$/);
    expect(all.services.signer.verify(first.hash, first.serverSignature)).toBe(true);
    const report = await all.chair.call.report.get({ period: 'hk1' });
    expect(report.submissions).toHaveLength(1);
    expect(report.status).toBe('submitted');
    const [progress] = await all.owner<{ soFar: { best: { base: string } } }[]>`
      select so_far as "soFar" from unit_progress where unit_id = ${all.chair.unitId}`;
    expect(progress?.soFar.best.base).toBe('0.00');
  });

  it('is nobody else’s to read, enter or send', async () => {
    expect((await all.otherChair.call.report.get({ period: 'hk1' })).lines[0]?.record.status).toBe('empty');
    const principal = all.principal.call.report.save({
      clientId: id(),
      lines: [typed('1.1', { part: '1', whole: '2' })],
    });
    await expect(principal).rejects.toMatchObject({ refusal: 'not-allowed' });
    const foreign = all.strangeOfficer.call.report.getOf({
      unitId: all.chair.unitId!,
      period: 'hk1',
      yearId: all.federation.yearId,
    });
    await expect(foreign).rejects.toMatchObject({ refusal: 'not-found' });
  });

  it('is withdrawn until verification begins, then not any more', async () => {
    await all.chair.call.report.withdraw({ clientId: id(), period: 'hk1' });
    expect((await all.chair.call.report.get({ period: 'hk1' })).lines[0]?.record.status).toBe('draft');
    await all.chair.call.report.submit({ clientId: id(), period: 'hk1', leaveOut: ['1.3'] });
    const { items } = await all.officer.call.assessment.queue({ by: 'line', open: '1.1' });
    expect(items.map((item) => [item.words, item.points])).toEqual([['45/46 = 97,83\u00a0%', '4.00']]);
    const item = items[0]!;
    await all.officer.call.assessment.accept({
      clientId: id(),
      cases: [{ unitId: item.unitId, line: item.line, period: item.period, seen: item.revision }],
    });
    const late = all.chair.call.report.withdraw({ clientId: id(), period: 'hk1' });
    await expect(late).rejects.toMatchObject({ refusal: 'report-being-verified' });
  });
});

describe('an officer', () => {
  it('gives one unit longer, with a reason', async () => {
    const extend = {
      clientId: id(),
      unitId: all.chair.unitId!,
      period: 'hk1',
      due: '2027-01-20T17:00',
      reason: 'Trường bị ngập',
    };
    await all.officer.call.report.extend(extend);
    const report = await all.chair.call.report.get({ period: 'hk1' });
    expect(report.period).toMatchObject({ due: '2027-01-20T10:00:00.000Z', extendedReason: 'Trường bị ngập' });
  });

  it('enters for a unit, marked so', async () => {
    const unitId = all.otherChair.unitId!;
    const lines = [
      typed('1.1', { part: '40', whole: '46' }),
      typed('1.4', { value: '2' }),
      typed('1.5', { items: ['bch', 'ubkt'] }),
    ];
    const sent = await all.officer.call.report.submitFor({
      clientId: id(),
      unitId,
      period: 'hk1',
      lines,
      leaveOut: ['1.3'],
    });
    expect(sent.receipt.as).toContain('nhập thay');
    const theirs = await all.otherChair.call.report.get({ period: 'hk1' });
    expect(theirs.lines[0]?.record).toMatchObject({ status: 'submitted', enteredFor: true });
  });
});

describe('a judgement', () => {
  const caseOf = async (line: string, unitId: string) => {
    const { items } = await all.officer.call.assessment.queue({ by: 'unit', open: unitId, show: 'all' });
    const item = items.find((one) => one.line === line)!;
    return { unitId, line, period: item.period, seen: item.revision };
  };

  it('stores the scores it changes, with the why (S3)', async () => {
    const [score] = await all.owner<
      { total: string; whys: { lines: { line: string; rule: { formula: string } | null }[] } }[]
    >`
      select total, whys from unit_score where unit_id = ${all.chair.unitId}`;
    expect(score?.total).toBe('4.00');
    expect(score?.whys.lines.find((line) => line.line === '1.1')?.rule?.formula).toBeTruthy();
  });

  it('needs a reason to put other points in place, and says who was faster', async () => {
    const held = await caseOf('1.1', all.otherChair.unitId!);
    const bare = all.officer.call.assessment.adjust({
      clientId: id(),
      ...held,
      correction: { kind: 'points', typed: '3,5' },
      reason: ' ',
    });
    await expect(bare).rejects.toMatchObject({ refusal: 'reason-needed' });
    // Pressed by mistake on a figure left as it was: nothing the unit should read as a correction.
    const same = all.officer.call.assessment.adjust({
      clientId: id(),
      ...held,
      correction: { kind: 'figure', fields: { part: '40', whole: '46,0' } },
      reason: 'Đã đối chiếu',
    });
    await expect(same).rejects.toMatchObject({ refusal: 'figure-unchanged' });
    const colleague = await all.join('officer', null);
    const [mine, theirs] = await Promise.allSettled([
      all.officer.call.assessment.adjust({
        clientId: id(),
        ...held,
        correction: { kind: 'points', typed: '3,5' },
        reason: 'Thiếu biên bản',
      }),
      colleague.call.assessment.accept({ clientId: id(), cases: [held] }),
    ]);
    const accepted = theirs.status === 'fulfilled' && theirs.value.cases[0]?.done === true;
    expect([mine.status === 'fulfilled', accepted].filter(Boolean)).toHaveLength(1);
  });

  it('returns a line, which the unit answers and the officer judges again', async () => {
    const unitId = all.otherChair.unitId!;
    const held = await caseOf('1.4', unitId);
    const returning = { clientId: id(), cases: [held], reason: 'Chưa thấy biên nhận', due: '2027-01-10T17:00' };
    const returned = await all.officer.call.assessment.return(returning);
    // The same answer for a repeat, also when that day has come; not for a new one (R2).
    const before = all.clock.now;
    all.clock.now = new Date('2027-01-11T01:00:00Z');
    try {
      expect(await all.officer.call.assessment.return(returning)).toEqual(returned);
      const anew = all.officer.call.assessment.return({ ...returning, clientId: id() });
      await expect(anew).rejects.toMatchObject({ refusal: 'due-in-the-past' });
    } finally {
      all.clock.now = before;
    }
    const report = await all.otherChair.call.report.get({ period: 'hk1' });
    const back = report.lines[0]!;
    expect(back).toMatchObject({ why: 'returned', reason: 'Chưa thấy biên nhận' });
    await all.otherChair.call.report.submit({
      clientId: id(),
      period: 'hk1',
      lines: [typed('1.4', { value: '3' }, back.record.revision)],
      leaveOut: ['1.3'],
      again: ['1.4'],
    });
    const again = await caseOf('1.4', unitId);
    await all.officer.call.assessment.accept({ clientId: id(), cases: [again] });
    const undone = await all.officer.call.assessment.undo({ clientId: id(), ...again, seen: again.seen + 1 });
    expect(undone.cases[0]?.done).toBe(true);
    const item = await all.officer.call.assessment.item({ unitId, line: '1.4', period: 'hk1' });
    expect(item.item.status).toBe('resubmitted');
    expect(item.history.map((one) => [one.decision, one.undoneAt !== null])).toEqual([
      ['accepted', true],
      ['returned', false],
    ]);
  });

  it('enters a line that is the federation’s', async () => {
    const unitId = all.chair.unitId!;
    const entered = await all.officer.call.assessment.enter({
      clientId: id(),
      unitId,
      line: 'P.1',
      period: 'hk2',
      seen: 0,
      fields: { 'faults.muon': '2' },
    });
    expect(entered).toMatchObject({ changed: 1, cases: [{ done: true }] });
    const [score] = await all.owner<{ total: string }[]>`select total from unit_score where unit_id = ${unitId}`;
    expect(score?.total).toBe('3.00');
  });

  it('is not a unit’s to give, in the procedure or in PostgreSQL', async () => {
    const held = await caseOf('1.5', all.otherChair.unitId!);
    await expect(all.chair.call.assessment.accept({ clientId: id(), cases: [held] })).rejects.toMatchObject({
      refusal: 'not-allowed',
    });
  });
});

describe('a pledge', () => {
  it('is offered, targets set, signed with the code, countersigned, and checked by anyone', async () => {
    expect(await all.chair.call.pledge.mine({})).toBeNull();
    expect(await all.officer.call.pledge.offer({ clientId: id() })).toBe(3);
    const offered = (await all.chair.call.pledge.mine({}))!;
    expect(offered).toMatchObject({ state: 'offered', targetsLeft: ['1.2'], maySignAs: 'chair' });
    const presence = { kind: 'code' as const, secret: testCode };
    const early = all.chair.call.pledge.sign({ clientId: id(), version: 1, hash: offered.hash, presence });
    await expect(early).rejects.toMatchObject({ refusal: 'target-missing' });
    const low = await all.chair.call.pledge.setTargets({ clientId: id(), targets: [{ line: '1.2', typed: '1' }] });
    expect(low.faults).toMatchObject([{ line: '1.2', code: 'target-below-floor' }]);
    const { hash } = await all.chair.call.pledge.setTargets({ clientId: id(), targets: [{ line: '1.2', typed: '3' }] });
    const stale = all.chair.call.pledge.sign({ clientId: id(), version: 1, hash: offered.hash, presence });
    await expect(stale).rejects.toMatchObject({ refusal: 'pledge-content-changed' });
    const wrong = all.chair.call.pledge.sign({
      clientId: id(),
      version: 1,
      hash,
      presence: { kind: 'code', secret: '000000' },
    });
    await expect(wrong).rejects.toMatchObject({ refusal: 'wrong-code' });
    const clientId = id();
    const [signed, again] = await Promise.all(
      [0, 1].map(() => all.chair.call.pledge.sign({ clientId, version: 1, hash, presence })),
    );
    expect(again).toEqual(signed);
    expect(signed).toMatchObject({ party: 'unit', capacity: 'chair', strength: 'code', hash });

    const board = await all.officer.call.pledge.board({});
    expect(board.rows.map((row) => row.state).sort()).toEqual(['offered', 'offered', 'signed']);
    await all.officer.call.pledge.countersign({
      clientId: id(),
      pledges: [{ unitId: all.chair.unitId!, hash }],
      presence,
    });
    expect(await all.chair.call.pledge.mine({})).toMatchObject({ state: 'countersigned', left: [], hash });
    expect(await all.nobody.call.pledge.check({ hash })).toMatchObject({
      state: 'countersigned',
      unitName: 'CĐCS Trường Tiểu học A',
    });
    expect(await all.nobody.call.pledge.check({ hash: `sha256:${'0'.repeat(64)}` })).toBeNull();
  });

  it('is declined with a reason, and offered again', async () => {
    await expect(all.otherChair.call.pledge.decline({ clientId: id(), reason: '' })).rejects.toMatchObject({
      refusal: 'reason-needed',
    });
    await all.otherChair.call.pledge.decline({ clientId: id(), reason: 'Đang sáp nhập trường' });
    expect(await all.otherChair.call.pledge.mine({})).toMatchObject({ state: 'declined' });
    await all.officer.call.pledge.offerAgain({ clientId: id(), unitId: all.otherChair.unitId! });
    expect(await all.otherChair.call.pledge.mine({})).toMatchObject({ state: 'offered' });
  });
});

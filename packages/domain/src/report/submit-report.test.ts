import { describe, expect, it } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { code, drafts, figure, now, recordsAfter, sending, unit, value } from '../../testing/reporting.ts';
import { receiptHash } from './receipt.ts';
import type { Return } from './report.ts';
import { resubmitFigures, submitReport } from './submit-report.ts';

const allOfK1 = { leaveOut: [], again: [] };

describe('sending', () => {
  it('drafts become submitted, with a receipt that reads by itself', () => {
    const sent = value(submitReport(unit(drafts), 'k1', allOfK1, sending, now));
    expect(sent.changes.at(-1)).toEqual({ kind: 'report', unit: 'TH-01', period: 'k1', state: 'submitted' });
    expect(
      recordsAfter(drafts, sent.changes).map(({ line, status, submitted, revision }) => [
        line,
        status,
        submitted,
        revision,
      ]),
    ).toEqual([
      ['1.1', 'submitted', { part: '41', whole: '46' }, 2],
      ['1.2', 'submitted', { value: '8' }, 2],
      ['T.1', 'submitted', { value: '1' }, 2],
    ]);
    expect(sent.receipt).toMatchObject({
      number: 'BC-2027-000001',
      at: '2027-01-08T03:42:00.000Z',
      late: false,
      leftOut: [],
    });
    expect(sent.receipt.figures[0]).toMatchObject({
      line: '1.1',
      words: '41/46 = 89,13\u00a0%',
      evidence: 2,
      again: false,
    });
    expect(sent.hash).toBe(receiptHash(JSON.parse(JSON.stringify(sent.receipt)) as typeof sent.receipt));
  });
  it('late is late, and still taken', () => {
    const sent = value(submitReport(unit(drafts), 'k1', allOfK1, sending, instantOf('2027-01-15T17:01')));
    expect(sent.receipt.late).toBe(true);
    const reports = [{ period: 'k1', status: 'open' as const, extendedTo: '2027-01-20T17:00' }];
    const extended = submitReport(unit(drafts, { reports }), 'k1', allOfK1, sending, instantOf('2027-01-15T17:01'));
    expect(value(extended).receipt.late).toBe(false);
  });
  it('one missing figure does not hold the others hostage, if it is knowingly left out', () => {
    const two = drafts.slice(0, 2);
    expect(submitReport(unit(two), 'k1', allOfK1, sending, now)).toMatchObject({
      code: 'report-incomplete',
      detail: { lines: ['T.1'] },
    });
    const sent = value(submitReport(unit(two), 'k1', { leaveOut: ['T.1'], again: [] }, sending, now));
    expect(sent.receipt.leftOut).toEqual(['T.1']);
    expect(recordsAfter(two, sent.changes)).toHaveLength(2);
  });
  it('nor does a photo that will not load', () => {
    const dark = [drafts[0]!, { ...drafts[1]!, evidence: 1 }, drafts[2]!];
    expect(submitReport(unit(dark), 'k1', allOfK1, sending, now)).toMatchObject({
      code: 'evidence-missing',
      detail: { lines: ['1.2'] },
    });
    expect(code(submitReport(unit(dark), 'k1', { leaveOut: ['1.2'], again: [] }, sending, now))).toBe('ok');
  });
  it('nothing to send is refused; so is a period that has not begun', () => {
    expect(code(submitReport(unit([]), 'k1', { leaveOut: ['1.1', '1.2', 'T.1'], again: [] }, sending, now))).toBe(
      'report-empty',
    );
    expect(code(submitReport(unit(drafts), 'k1', allOfK1, sending, instantOf('2026-08-31T23:59')))).toBe(
      'period-not-open',
    );
  });
  it('sending again sends only what came since', () => {
    const sent = drafts.map(({ line, value }) => figure(line, 'submitted', { value, submitted: value }));
    expect(code(submitReport(unit(sent), 'k1', allOfK1, sending, now))).toBe('report-sent-already');
    const later = [sent[0]!, sent[1]!, drafts[2]!];
    expect(
      recordsAfter(later, value(submitReport(unit(later), 'k1', allOfK1, sending, now)).changes).map(
        ({ line }) => line,
      ),
    ).toEqual(['T.1']);
  });
  it('a returned line goes again only when it is named', () => {
    const back: Return = { line: '1.2', period: 'k1', reason: 'Thiếu 2 biên nhận' };
    const figures = [
      drafts[0]!,
      figure('1.2', 'returned', { value: { value: '6' }, submitted: { value: '8' } }),
      drafts[2]!,
    ];
    const asking = unit(figures, { returns: [back] });
    expect(
      recordsAfter(figures, value(submitReport(asking, 'k1', allOfK1, sending, now)).changes).map(({ line }) => line),
    ).toEqual(['1.1', 'T.1']);
    const both = value(submitReport(asking, 'k1', { leaveOut: [], again: ['1.2'] }, sending, now));
    expect(recordsAfter(figures, both.changes)[0]).toMatchObject({
      line: '1.2',
      status: 'resubmitted',
      submitted: { value: '6' },
    });
    expect(both.receipt.figures[0]?.again).toBe(true);
    const alone = value(resubmitFigures(asking, 'k1', ['1.2'], sending, now));
    expect(recordsAfter(figures, alone.changes).map(({ line }) => line)).toEqual(['1.2']);
    const afterDue = resubmitFigures(asking, 'k1', ['1.2'], sending, instantOf('2027-02-01T08:00'));
    expect(value(afterDue).receipt.late).toBe(false);
    expect(code(resubmitFigures(asking, 'k1', ['1.1'], sending, now))).toBe('figure-not-returned');
    expect(code(resubmitFigures(asking, 'k1', ['9.9'], sending, now))).toBe('line-not-asked');
  });
});

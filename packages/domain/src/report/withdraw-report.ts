import { ok, refuse, type Result } from '../result.ts';
import { figureStanding } from './figure-status.ts';
import { mayReport } from './report-status.ts';
import type { FigureRecord, ReportRecord } from './report.ts';

/** What follows from taking a report back. */
export type Withdrawn = { readonly report: ReportRecord; readonly figures: readonly FigureRecord[] };

/**
 * Takes a sent report back, as long as verification of none of its lines began: as soon as one line was accepted, adjusted
 * or returned since it was sent, the officer is working on it and would judge what is no longer there.
 * `figures` are the unit's records of this period. Lines that had been sent again go back to being returned.
 */
export function withdrawReport(
  report: ReportRecord,
  figures: readonly FigureRecord[],
): Result<Withdrawn, 'report-not-submitted' | 'report-being-verified'> {
  if (!mayReport(report.status, 'withdraw')) {
    return refuse(report.status === 'open' ? 'report-not-submitted' : 'report-being-verified');
  }
  const ofReport = figures.filter(({ period }) => period === report.period);
  const judged = ofReport.filter(({ status }) => ['settled', 'returned'].includes(figureStanding(status)));
  if (judged.length > 0) return refuse('report-being-verified', { lines: judged.map(({ line }) => line) });
  const back = ofReport
    .filter(({ status }) => figureStanding(status) === 'waiting')
    .map((record): FigureRecord => {
      const status = record.status === 'resubmitted' ? 'returned' : 'draft';
      return { ...record, status, revision: record.revision + 1 };
    });
  return ok({ report: { ...report, status: 'open' }, figures: back });
}

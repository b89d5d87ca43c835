import { ok, refuse, type Result } from '../result.ts';
import { figureStanding } from '../figure/status.ts';
import { mayReport } from './report-status.ts';
import type { FigureRecord } from '../figure/record.ts';
import type { YearChange } from '../year-change/year-change.ts';
import type { ReportRecord } from './report.ts';

/**
 * Takes a sent report back, as long as verification of none of its lines began: as soon as one line was accepted, adjusted
 * or returned since it was sent, the officer is working on it and would judge what is no longer there.
 * `unit` is its code, `figures` its records of this period. Lines that had been sent again go back to being returned.
 */
export function withdrawReport(
  unit: string,
  report: ReportRecord,
  figures: readonly FigureRecord[],
): Result<YearChange[], 'report-not-submitted' | 'report-being-verified'> {
  if (!mayReport(report.status, 'withdraw')) {
    return refuse(report.status === 'open' ? 'report-not-submitted' : 'report-being-verified');
  }
  const ofReport = figures.filter(({ period }) => period === report.period);
  const judged = ofReport.filter(({ status }) => ['settled', 'returned'].includes(figureStanding(status)));
  if (judged.length > 0) return refuse('report-being-verified', { lines: judged.map(({ line }) => line) });
  const back = ofReport
    .filter(({ status }) => figureStanding(status) === 'waiting')
    .map(({ line, period, value, sending }): YearChange => {
      return { kind: 'figure', unit, side: { line, period, state: 'draft', value, submitted: undefined, sending } };
    });
  return ok([...back, { kind: 'report', unit, period: report.period, state: 'open' }]);
}

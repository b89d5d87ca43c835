import { instantOf } from '../src/period/local-time.ts';
import type { Assessment } from '../src/figure/assessment.ts';
import type { FigureValue } from '../src/figure/figure.ts';
import { type FigureRecord, figureRecord, type UnitFigure, withSide } from '../src/figure/record.ts';
import type { FigureStatus } from '../src/figure/status.ts';
import { recordOf } from '../src/report/report.ts';
import type { YearChange } from '../src/year-change/year-change.ts';
import type { AskingFor } from '../src/report/what-is-asked.ts';
import { twoSemesters as document } from './two-semesters.ts';

/** What a rule granted; fails where it refused. */
export const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
/** `ok`, or why a rule refused. */
export const code = (answer: { ok: true } | { ok: false; code: string }) => (answer.ok ? 'ok' : answer.code);

/** A week before the first period of `twoSemesters` is due. */
export const now = instantOf('2027-01-08T10:42');
/** Both sides of a figure of that period as they lead to a status, with evidence enough. */
export function figure(
  line: string,
  status: FigureStatus,
  more: Partial<UnitFigure> & { settled?: FigureValue; assessment?: Partial<Assessment> } = {},
): FigureRecord {
  const { settled, assessment, ...side } = more;
  const said = assessmentOf(line, side.period ?? 'k1', status, { figure: settled, ...assessment });
  return figureRecord(
    { line, period: 'k1', state: stateOf(status), sending: sendingOf(status), evidence: 2, revision: 1, ...side },
    said,
  );
}
const stateOf = (status: FigureStatus) => (status === 'empty' || status === 'draft' ? status : 'sent');
const sendingOf = (status: FigureStatus) => ({ empty: 0, draft: 0, resubmitted: 2 })[status as string] ?? 1;

/** The assessment in force that leads to a status; none where none does. */
export function assessmentOf(
  line: string,
  period: string,
  status: FigureStatus,
  more: Partial<Assessment> = {},
): Assessment | undefined {
  const decision = status === 'resubmitted' ? 'returned' : status;
  if (decision !== 'accepted' && decision !== 'adjusted' && decision !== 'returned') return undefined;
  return { line, period, stage: 'federation', decision, sending: 1, at: 1, ...more };
}

/** A primary school that reports by `twoSemesters`. */
export const unit = (figures: FigureRecord[], more: Partial<AskingFor> = {}): AskingFor => ({
  unit: 'TH-01',
  document,
  block: 'th',
  targets: [],
  figures,
  returns: [],
  ...more,
});
/** What goes onto the receipt of what it sends. */
export const sending = {
  number: 'BC-2027-000001',
  federation: { code: 'f', name: 'Công đoàn phường' },
  unit: { code: 'TH-01', name: 'CĐCS Trường Tiểu học' },
  plan: { code: 'p', version: 1, hash: 'sha256:00' },
  as: 'Chủ tịch CĐCS',
};
/** All it is asked for in that period, ready to be sent. */
export const drafts = [
  figure('1.1', 'draft', { value: { part: '41', whole: '46' } }),
  figure('1.2', 'draft', { value: { value: '8' } }),
  figure('T.1', 'draft', { value: { value: '1' } }),
];

/** The figures that changes touch, as they stand afterwards, in the order of the changes. */
export const recordsAfter = (figures: readonly FigureRecord[], changes: readonly YearChange[]): FigureRecord[] =>
  changes.flatMap((change) =>
    change.kind === 'figure' ? [withSide(recordOf(figures, change.side.line, change.side.period), change.side)] : [],
  );

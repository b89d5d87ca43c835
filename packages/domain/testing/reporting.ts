import { instantOf } from '../src/period/local-time.ts';
import type { FigureStatus } from '../src/report/figure-status.ts';
import type { FigureRecord } from '../src/report/report.ts';
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
/** A figure of that period, with evidence enough. */
export const figure = (line: string, status: FigureStatus, more: Partial<FigureRecord> = {}): FigureRecord => ({
  line,
  period: 'k1',
  status,
  evidence: 2,
  revision: 1,
  ...more,
});
/** A primary school that reports by `twoSemesters`. */
export const unit = (figures: FigureRecord[], more: Partial<AskingFor> = {}): AskingFor => ({
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

import { figureInWords } from '../figure/in-words.ts';
import type { Instant } from '../period/local-time.ts';
import { isLate, isOpen } from '../period/period.ts';
import { ok, refuse, type Result } from '../result.ts';
import { figureStanding, mayFigure } from '../figure/status.ts';
import { type ReceiptFigure, receiptHash, type ReportReceipt } from './receipt.ts';
import type { FigureRecord } from '../figure/record.ts';
import type { FigureChange, YearChange } from '../year-change/year-change.ts';
import { type AskedLine, type AskingFor, whatIsAsked } from './what-is-asked.ts';
import { whatIsMissing } from './what-is-missing.ts';

/** What the receipt needs beside the figures. */
export type Sending = Pick<ReportReceipt, 'number' | 'federation' | 'unit' | 'plan' | 'as'>;

/** Which lines of a period to send. */
export type Choice = {
  /** Lines without a figure or without required evidence that are knowingly left for later. */
  readonly leaveOut: readonly string[];
  /** Returned lines of this period that are answered now; a returned line is never sent unasked. */
  readonly again: readonly string[];
};

/** What follows from sending a report. */
export type Sent = {
  /** The figures that are sent, and the report's state. */
  readonly changes: readonly YearChange[];
  readonly receipt: ReportReceipt;
  readonly hash: string;
};

export type SubmitRefusal =
  | 'period-not-open'
  | 'report-empty'
  | 'report-sent-already'
  | 'report-incomplete'
  | 'evidence-missing'
  | 'line-not-asked'
  | 'figure-not-returned';

/**
 * Sends what a unit has ready for a period: drafts become submitted, returned lines named in `again` become resubmitted.
 * Lines in `leaveOut` stay owed, so that one missing figure, or one photo that will not load, never holds the others
 * hostage; every other line must have its figure, and its evidence where the plan requires it. A report may be sent late;
 * the receipt says so. Sending again later sends what has been added since, with a receipt of its own.
 *
 * Refusals: `report-incomplete` and `evidence-missing` (detail `lines`), `report-empty` (nothing typed), `report-sent-already`
 * (every line was sent, from another device perhaps), `period-not-open`, `line-not-asked` (a line in `again` that is not the
 * unit's) and `figure-not-returned` (one that was not returned).
 */
export function submitReport(
  unit: AskingFor,
  period: string,
  { leaveOut, again }: Choice,
  sending: Sending,
  now: Instant,
): Result<Sent, SubmitRefusal> {
  const asked = whatIsAsked(unit, period).filter((line) => line.period === period);
  const owed = asked.filter(({ line, status }) => figureStanding(status) === 'owed' && !leaveOut.includes(line.code));
  const answers = answered(asked, again);
  if (!answers.ok) return answers;
  const left = asked.filter(({ line, status }) => figureStanding(status) === 'owed' && leaveOut.includes(line.code));
  return send(unit, period, [...answers.value, ...owed], left, sending, now);
}

/** Sends only returned lines of a period again; the rest of the report stays as it is. Refusals as `submitReport`. */
export function resubmitFigures(
  unit: AskingFor,
  period: string,
  lines: readonly string[],
  sending: Sending,
  now: Instant,
): Result<Sent, SubmitRefusal> {
  const asked = whatIsAsked(unit, period).filter((line) => line.period === period);
  const answers = answered(asked, lines);
  return answers.ok ? send(unit, period, answers.value, [], sending, now) : answers;
}

function answered(
  asked: readonly AskedLine[],
  again: readonly string[],
): Result<AskedLine[], 'line-not-asked' | 'figure-not-returned'> {
  const answers: AskedLine[] = [];
  for (const code of again) {
    const found = asked.find(({ line }) => line.code === code);
    if (found === undefined) return refuse('line-not-asked', { line: code });
    if (figureStanding(found.status) !== 'returned') return refuse('figure-not-returned', { line: code });
    answers.push(found);
  }
  return ok(answers);
}

function send(
  unit: AskingFor,
  period: string,
  lines: readonly AskedLine[],
  left: readonly AskedLine[],
  sending: Sending,
  now: Instant,
): Result<Sent, SubmitRefusal> {
  const place = unit.document.conduct.periods.find((other) => other.code === period);
  if (place === undefined || !isOpen(place, now)) return refuse('period-not-open', { from: place?.from ?? '' });
  const missing = whatIsMissing(lines).filter(({ blocks }) => blocks);
  const noFigure = missing.filter(({ what }) => what === 'figure').map(({ line }) => line);
  if (noFigure.length > 0) return refuse('report-incomplete', { lines: noFigure });
  if (missing.length > 0) return refuse('evidence-missing', { lines: missing.map(({ line }) => line) });
  const ready = lines.filter(({ status }) => mayFigure(status, 'submit'));
  if (ready.length === 0) {
    const sent = whatIsAsked(unit, period).filter((line) => line.period === period && isSent(line.status));
    return refuse(sent.length > 0 ? 'report-sent-already' : 'report-empty');
  }
  const receipt: ReportReceipt = {
    kind: 'report',
    ...sending,
    at: new Date(now).toISOString(),
    period: { code: place.code, title: place.title },
    // An answer to a return is not a late report: the report itself was there.
    late: ready.some(({ why, due }) => why === 'due' && isLate(due, now)),
    figures: ready.flatMap(receiptFigure),
    leftOut: left.map(({ line }) => line.code),
  };
  return ok({
    changes: [
      ...ready.map(({ record }) => sentFigure(unit.unit, record)),
      { kind: 'report', unit: unit.unit, period, state: 'submitted' },
    ],
    receipt,
    hash: receiptHash(receipt),
  });
}

const isSent = (status: AskedLine['status']) => ['waiting', 'settled'].includes(figureStanding(status));

function sentFigure(unit: string, { line, period, value, sending }: FigureRecord): FigureChange {
  return {
    kind: 'figure',
    unit,
    side: { line, period, state: 'sent', value, submitted: value, sending: sending + 1 },
  };
}

function receiptFigure({ line, period, record, why }: AskedLine): ReceiptFigure[] {
  if (record.value === undefined) return [];
  return [
    {
      line: line.code,
      title: line.title,
      period,
      figure: record.value,
      words: figureInWords(line, record.value),
      evidence: record.evidence,
      again: why === 'returned',
    },
  ];
}

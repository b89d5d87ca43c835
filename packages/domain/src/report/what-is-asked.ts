import { type FigureInput, type FigureValue, inputOf } from '../figure/figure.ts';
import { dueOn, inOrder } from '../period/period.ts';
import type { Day, Instant } from '../period/local-time.ts';
import type { LineConduct } from '../plan/conduct.schema.ts';
import { isBeforeJoining } from '../plan/before-joining.ts';
import { conductOf, isForBlock, linesOf, type PlanDocument } from '../plan/document.ts';
import type { Line } from '../year-file/index.ts';
import { figureStanding, type FigureStatus } from '../figure/status.ts';
import type { FigureRecord } from '../figure/record.ts';
import { isTakenAway, recordOf, type ReportRecord, type Return, type UnitTarget } from './report.ts';

/** What is known of a unit when it opens its report. Everything belongs to this one unit. */
export type AskingFor = {
  /** The unit's code. */
  readonly unit: string;
  readonly document: PlanDocument;
  readonly block: string;
  /** Since when it takes part, where it came during the year: what was due before is not asked. */
  readonly activeSince?: Day | undefined;
  readonly targets: readonly UnitTarget[];
  readonly figures: readonly FigureRecord[];
  /** Returns that are not answered yet. */
  readonly returns: readonly Return[];
  readonly reports?: readonly ReportRecord[];
};

/** One line that a unit is to answer in a period. */
export type AskedLine = {
  readonly line: Line;
  readonly conduct: LineConduct;
  readonly period: string;
  /** `returned` lines come first, whatever their period. */
  readonly why: 'returned' | 'due';
  readonly sort: FigureInput;
  readonly status: FigureStatus;
  readonly record: FigureRecord;
  /** The unit's own number, where the rule takes one. */
  readonly target?: string;
  /** The last figure of an earlier period, to look back at. */
  readonly before?: { readonly period: string; readonly figure: FigureValue };
  /** Until when: the return's date, or the period's (an extension counted). */
  readonly due: Instant;
  /** For returned lines: what the officer wrote. */
  readonly reason?: string;
};

/**
 * The lines a unit is to answer in this period: first those that came back, from any period, then the lines of the period
 * in plan order. Lines of other blocks, lines taken from the unit, lines others enter and what was due before the unit took part are not
 * asked.
 */
export function whatIsAsked(unit: AskingFor, period: string): AskedLine[] {
  const lines = linesByCode(unit.document);
  const returned = unit.returns.flatMap((back) => asked(unit, lines.get(back.line), back.period, back));
  const due = [...lines.values()]
    .filter((line) => conductOf(unit.document.conduct, line.code)?.due.includes(period))
    .filter((line) => !unit.returns.some((back) => back.line === line.code && back.period === period))
    .flatMap((line) => asked(unit, line, period));
  return [...returned.sort((a, b) => a.due - b.due), ...due];
}

/** Worked out once for each document: a page of many units asks for the same one again and again. */
const linesByCode = ofDocument(
  ({ scoring }) => new Map(linesOf(scoring).map(({ line }) => [line.code, line] as const)),
);
const periodOrder = ofDocument(({ conduct }) => inOrder(conduct.periods).map(({ code }) => code));

function ofDocument<T>(make: (document: PlanDocument) => T): (document: PlanDocument) => T {
  const made = new WeakMap<PlanDocument, T>();
  return (document) => {
    if (!made.has(document)) made.set(document, make(document));
    return made.get(document)!;
  };
}

/** What `whatIsAsked` says of one line in one period; nothing when it is not asked there. */
export function lineAsked(unit: AskingFor, code: string, period: string): AskedLine | undefined {
  const line = linesOf(unit.document.scoring).find((placed) => placed.line.code === code)?.line;
  const back = unit.returns.find((one) => one.line === code && one.period === period);
  if (back === undefined && conductOf(unit.document.conduct, code)?.due.includes(period) !== true) return undefined;
  return asked(unit, line, period, back)[0];
}

/** One asked line, or none when the line is not this unit's to enter. */
function asked(unit: AskingFor, line: Line | undefined, period: string, back?: Return): AskedLine[] {
  if (line === undefined) return [];
  const { document, block, targets, figures } = unit;
  const { code } = line;
  const conduct = conductOf(document.conduct, code);
  const place = document.conduct.periods.find((other) => other.code === period);
  if (conduct === undefined || place === undefined || !isForBlock(line, block)) return [];
  if (isTakenAway(targets, code) || conduct.enteredBy !== 'unit') return [];
  const record = recordOf(figures, code, period);
  const extendedTo = unit.reports?.find((report) => report.period === period)?.extendedTo;
  // What was sent all the same, and what came back, stays as it is.
  if (figureStanding(record.status) === 'owed' && isBeforeJoining(place, unit.activeSince, extendedTo)) return [];
  const periodDue = dueOn(place, extendedTo === undefined ? undefined : { due: extendedTo });
  const target = targets.find((other) => other.line === code)?.target;
  const before = lastBefore(unit, code, period);
  return [
    {
      line,
      conduct,
      period,
      why: back === undefined ? 'due' : 'returned',
      sort: inputOf(line, conduct.accumulate),
      status: record.status,
      record,
      due: back?.due ?? periodDue,
      ...(target === undefined ? {} : { target }),
      ...(before === undefined ? {} : { before }),
      ...(back === undefined ? {} : { reason: back.reason }),
    },
  ];
}

function lastBefore(
  { document, figures }: AskingFor,
  line: string,
  period: string,
): { period: string; figure: FigureValue } | undefined {
  const order = periodOrder(document);
  const earlier = order.slice(0, order.indexOf(period)).reverse();
  for (const code of earlier) {
    const record = recordOf(figures, line, code);
    const figure = record.settled ?? record.submitted;
    if (figure !== undefined) return { period: code, figure };
  }
  return undefined;
}

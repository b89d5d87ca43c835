import { scaled } from '../numbers/decimal.ts';
import type { Instant } from '../period/local-time.ts';
import { dueOn, isLate, isOpen } from '../period/period.ts';
import type { Period } from '../plan/conduct.schema.ts';
import { isBeforeJoining } from '../plan/before-joining.ts';
import { conductOf, isForBlock, type PlanDocument } from '../plan/document.ts';
import { figureStanding, type FigureStatus } from '../figure/status.ts';
import type { LineResult } from '../scoring/results.ts';
import type { Line, Unit } from '../year-file/index.ts';
import type { FigureAsRead } from './figures-as-read.ts';
import type { YearTarget } from './input.ts';

/**
 * How a unit's line shows in the heat map (S2: missing, zero, not due, not assigned, not applicable are five different
 * things). `open`: owed, and not late yet. `not-applicable`: nothing occurred.
 */
export const cellStates = [
  'returned',
  'overdue',
  'waiting',
  'open',
  'zero',
  'verified',
  'not-applicable',
  'not-due',
  'not-assigned',
] as const;
export type CellState = (typeof cellStates)[number];

/** What a cell is worked out from; `figures` and `targets` may hold other units' too. */
export type CellInput = {
  readonly document: PlanDocument;
  readonly unit: Pick<Unit, 'code' | 'block' | 'activeSince'>;
  readonly line: Line;
  readonly figures: readonly FigureAsRead[];
  readonly targets: readonly YearTarget[];
  /** Later due times of this unit, by period. */
  readonly extensions?: Readonly<Record<string, string>>;
  /** The line in the verified results, for telling zero from points. */
  readonly result?: Pick<LineResult, 'points'> | undefined;
  readonly now: Instant;
};

/**
 * The state of one cell: of all periods of the line the loudest. First what came back, then what is late, what waits for
 * the officer, what is owed; only then what is settled. A deduct line without an entry is owed by the federation, never
 * late: the rule reads silence as "no fault found". Nor is any line late that others than the unit enter. What was due before
 * the unit took part is not owed at all.
 */
export function cellState(input: CellInput): CellState {
  const { document, unit, line, figures, targets, extensions = {}, now } = input;
  const conduct = conductOf(document.conduct, line.code);
  const isTaken = targets.some((t) => t.unit === unit.code && t.line === line.code && t.assigned === false);
  if (conduct === undefined || !isForBlock(line, unit.block) || isTaken) return 'not-assigned';
  const own = figures.filter((figure) => figure.unit === unit.code && figure.line === line.code);
  const periods = document.conduct.periods.filter((period) => conduct.due.includes(period.code));
  const states = periods.flatMap((period) => {
    const status = own.find((figure) => figure.period === period.code)?.status ?? 'empty';
    const before = isBeforeJoining(period, unit.activeSince, extensions[period.code]);
    if (before && figureStanding(status) === 'owed') return [];
    return [periodState(period, status, conduct.enteredBy === 'unit', extensions[period.code], now)];
  });
  // A period the plan has since dropped may still hold a line that came back.
  if (own.some((figure) => figure.status === 'returned')) return 'returned';
  // All of it was due before the unit took part: nobody asks for it.
  if (periods.length > 0 && states.length === 0) return 'not-assigned';
  for (const loud of ['overdue', 'waiting', 'open'] as const) if (states.includes(loud)) return loud;
  return states.includes('settled') ? settledState(own, input.result) : 'not-due';
}

function periodState(
  period: Period,
  status: FigureStatus,
  byUnit: boolean,
  extendedTo: string | undefined,
  now: Instant,
): 'overdue' | 'waiting' | 'open' | 'settled' | 'returned' | 'not-due' {
  const standing = figureStanding(status);
  if (standing !== 'owed') return standing;
  const due = dueOn(period, extendedTo === undefined ? undefined : { due: extendedTo });
  if (isLate(due, now)) return byUnit ? 'overdue' : 'open';
  return isOpen(period, now) ? 'open' : 'not-due';
}

function settledState(own: readonly FigureAsRead[], result: CellInput['result']): CellState {
  const given = own.flatMap((figure) => (figure.settled === undefined ? [] : [figure.settled]));
  if (given.length > 0 && given.every((figure) => 'notApplicable' in figure)) return 'not-applicable';
  return result !== undefined && scaled(result.points, 6) === 0n ? 'zero' : 'verified';
}

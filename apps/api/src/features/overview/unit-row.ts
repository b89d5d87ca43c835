import { unitOfYearFile } from '../../scoring/year-input.ts';
import { daysBetween, dayOf, isLate, type Instant } from '@giaouoc/domain/period/index';
import type { placedLines } from './placed-lines.ts';
import { conductOf, type PlanDocument } from '@giaouoc/domain/plan/index';
import { cellState, type CellState, type FigureAsRead, type YearInput } from '@giaouoc/domain/progress/index';
import { figureStanding } from '@giaouoc/domain/figure/index';
import { whatIsAsked, type AskedLine, type AskingFor } from '@giaouoc/domain/report/index';
import type { YearUnitRow } from '@giaouoc/db/queries/year';
import type { OverviewOutput } from './overview.schema.ts';

/** One unit of the year with what its row of the heat map is worked out from; its own records only. */
export type UnitYear = {
  unit: YearUnitRow;
  asking: AskingFor;
  figures: readonly FigureAsRead[];
  targets: YearInput['targets'];
  /** Its lines that came to no points. */
  withoutPoints: ReadonlySet<string>;
  unsigned: boolean;
  reminded: { sentAt: string | null; seenAt: string | null } | undefined;
};

/** One unit: the state of each line, and what there is to remind it of in the period the page speaks of. */
export function unitRow(
  { unit, asking, figures, targets, withoutPoints, unsigned, reminded }: UnitYear,
  lines: ReturnType<typeof placedLines>,
  period: string,
  now: Instant,
): OverviewOutput['rows'][number] {
  const { document, reports = [], returns } = asking;
  const extensions = Object.fromEntries(
    reports.flatMap((one) => (one.extendedTo === undefined ? [] : [[one.period, one.extendedTo]])),
  );
  const [figuresOf, targetsOf] = [Map.groupBy(figures, byLine), Map.groupBy(targets, byLine)];
  const cells = lines.map(({ line }): CellState =>
    cellState({
      document,
      unit: unitOfYearFile(unit),
      line,
      figures: figuresOf.get(line.code) ?? [],
      targets: targetsOf.get(line.code) ?? [],
      extensions,
      result: withoutPoints.has(line.code) ? { points: '0' } : undefined,
      now,
    }),
  );
  const periods = lines.map(({ line }, at) =>
    periodOf(cells[at]!, document, line.code, figuresOf.get(line.code) ?? []),
  );
  const is = (...states: CellState[]) => cells.filter((cell) => states.includes(cell)).length;
  const inAny = document.conduct.periods.flatMap(({ code }) =>
    whatIsAsked(asking, code).filter((line) => line.period === code),
  );
  const owedInAny = inAny.filter((line) => figureStanding(line.status) === 'owed');
  const [asked, owed] = [inAny, owedInAny].map((some) => some.filter((line) => line.period === period)) as [
    AskedLine[],
    AskedLine[],
  ];
  const late = owed.filter((line) => isLate(line.due, now));
  const lateSince = owedInAny.filter((line) => isLate(line.due, now)).map((line) => line.due);
  const sent = reports.some((one) => one.period === period && one.status !== 'open');
  const backBy = returns.flatMap((back) => (back.due === undefined ? [] : [back.due]));
  return {
    unitId: unit.unitId,
    code: unit.code,
    name: unit.name,
    blockCode: unit.blockCode,
    cells,
    periods,
    done: is('verified', 'zero'),
    due: is('verified', 'waiting', 'returned', 'overdue', 'zero'),
    overdue: is('overdue'),
    returned: is('returned'),
    returnedDue: backBy.length === 0 ? null : new Date(Math.min(...backBy)).toISOString(),
    asked: asked.length,
    reported: asked.length > 0 && (sent || owed.length === 0),
    owed: owed.length,
    late: late.length,
    daysLate: lateSince.length === 0 ? 0 : daysBetween(dayOf(Math.min(...lateSince)), dayOf(now)),
    unsigned,
    remindedAt: reminded?.sentAt ?? null,
    reminderSeen: Boolean(reminded?.seenAt && reminded.sentAt && reminded.seenAt >= reminded.sentAt),
  };
}

/** The period a cell speaks of, where one settles it; null where nothing is to be settled. */
function periodOf(cell: CellState, document: PlanDocument, line: string, figures: UnitYear['figures']): string | null {
  const standing = standingOf[cell];
  if (standing === undefined) return null;
  if (standing !== 'owed') return figures.findLast((one) => figureStanding(one.status) === standing)?.period ?? null;
  const due = conductOf(document.conduct, line)?.due ?? [];
  const given = (period: string) =>
    figures.some((one) => one.period === period && figureStanding(one.status) !== 'owed');
  return document.conduct.periods.find(({ code }) => due.includes(code) && !given(code))?.code ?? null;
}

const standingOf: Partial<Record<CellState, ReturnType<typeof figureStanding>>> = {
  returned: 'returned',
  overdue: 'owed',
  open: 'owed',
  waiting: 'waiting',
  zero: 'settled',
  verified: 'settled',
  'not-applicable': 'settled',
};

const byLine = (row: { line: string }) => row.line;

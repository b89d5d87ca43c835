import { lastReminders } from '@giaouoc/db/queries/reminder';
import { reportsOf } from '@giaouoc/db/queries/report';
import type { Scoped } from '@giaouoc/db';
import { daysBetween, dayOf, instantOf, isLate, localMinuteOf } from '@giaouoc/domain/period/index';
import { groupsOf, linesOf } from '@giaouoc/domain/plan/index';
import { cellState, type CellState } from '@giaouoc/domain/progress/index';
import { figureStanding, whatIsAsked } from '@giaouoc/domain/report/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { loadPledges } from '../pledge/load-pledges.ts';
import { askingFor } from '../report/load-unit.ts';
import { loadYearRows, yearInputOf } from '../score/year-input.ts';
import { scoresOf } from '@giaouoc/db/queries/score';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import type { StoredResult } from '../score/stored-score.ts';
import type { overviewInput, OverviewOutput } from './overview.schema.ts';

/** Signed, reported, verified, late; every unit by every line; in a constant number of queries (P6). */
export function getOverview(ctx: Member, input: z.infer<typeof overviewInput>): Promise<OverviewOutput> {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    return overviewOf(tx, ctx, year, input.period);
  });
}

async function overviewOf(
  tx: Scoped,
  ctx: Member,
  year: RunningYear,
  wanted: string | undefined,
): Promise<OverviewOutput> {
  const { scope } = ctx;
  const now = ctx.now().getTime();
  const { document } = year.plan;
  const [rows, reports, pledges, reminders, scores] = await Promise.all([
    loadYearRows(tx, scope, year),
    reportsOf(tx, scope, year.id),
    loadPledges(tx, scope, year),
    lastReminders(tx, scope, year.id),
    scoresOf(tx, scope, year.id),
  ]);
  const input = yearInputOf(year, rows);
  const period = document.conduct.periods.find((one) => one.code === wanted) ?? periodInView(year, now);
  const lines = linesOf(document.scoring).filter(({ role }) => role !== 'fact');
  const groups = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one.group.title]));
  const pledgeOf = new Map(pledges.pledges.map((pledge) => [pledge.unit.unitId, pledge]));
  const reminded = new Map(reminders.map((one) => [one.unitId, one]));
  const resultOf = new Map(scores.map((score) => [score.unitId, score.result as StoredResult]));
  const by = <T extends { unitId: string }>(list: readonly T[]) => Map.groupBy(list, (row) => row.unitId);
  const [figures, targets, assessments, ofReports] = [
    by(rows.figures),
    by(rows.targets),
    by(rows.assessments),
    by(reports),
  ];
  const figuresByCode = Map.groupBy(input.figures, (figure) => figure.unit);
  const targetsByCode = Map.groupBy(input.targets, (target) => target.unit);

  let reported = 0;
  const shown = rows.units.map((unit): OverviewOutput['rows'][number] => {
    const asking = askingFor(year, unit, {
      figures: figures.get(unit.unitId) ?? [],
      targets: targets.get(unit.unitId) ?? [],
      reports: ofReports.get(unit.unitId) ?? [],
      evidence: [],
      assessments: assessments.get(unit.unitId) ?? [],
    });
    const asked = whatIsAsked(asking, period.code).filter((line) => line.period === period.code);
    if (asked.length > 0 && asked.every((line) => figureStanding(line.status) !== 'owed')) reported += 1;
    const extensions = Object.fromEntries(
      (asking.reports ?? []).flatMap((one) => (one.extendedTo === undefined ? [] : [[one.period, one.extendedTo]])),
    );
    const result = resultOf.get(unit.unitId);
    const cells = lines.map(({ line }): CellState =>
      cellState({
        document,
        unit: { code: unit.code, block: unit.blockCode },
        line,
        figures: figuresByCode.get(unit.code) ?? [],
        targets: targetsByCode.get(unit.code) ?? [],
        extensions,
        result: result?.lines.find((one) => one.line === line.code),
        now,
      }),
    );
    const is = (...states: CellState[]) => cells.filter((cell) => states.includes(cell)).length;
    const due = is('verified', 'waiting', 'returned', 'overdue', 'zero');
    const lateSince = asked
      .filter((line) => figureStanding(line.status) === 'owed' && isLate(line.due, now))
      .map((line) => line.due);
    const pledge = pledgeOf.get(unit.unitId);
    const last = reminded.get(unit.unitId);
    return {
      unitId: unit.unitId,
      code: unit.code,
      name: unit.name,
      blockCode: unit.blockCode,
      cells,
      done: is('verified', 'zero'),
      due,
      overdue: is('overdue'),
      returned: is('returned'),
      unsigned: pledge !== undefined && pledge.state !== 'signed' && pledge.state !== 'countersigned',
      daysLate: lateSince.length === 0 ? 0 : daysBetween(dayOf(Math.min(...lateSince)), dayOf(now)),
      remindedAt: last?.sentAt ?? null,
      reminderSeen: Boolean(last?.seenAt && last.sentAt && last.seenAt >= last.sentAt),
    };
  });
  const sum = (pick: (row: (typeof shown)[number]) => number) => shown.reduce((total, row) => total + pick(row), 0);
  const all = pledges.pledges;
  const signed = all.filter((pledge) => pledge.state === 'signed' || pledge.state === 'countersigned');
  const waiting = shown.reduce((total, row) => total + row.cells.filter((cell) => cell === 'waiting').length, 0);
  return {
    year: { id: year.id, title: year.title, state: year.state },
    at: ctx.now().toISOString(),
    period: {
      code: period.code,
      title: period.title,
      due: new Date(instantOf(period.due)).toISOString(),
      late: isLate(instantOf(period.due), now),
    },
    periods: document.conduct.periods.map(({ code, title }) => ({ code, title })),
    units: shown.length,
    signed: {
      done: signed.length,
      of: shown.length,
      onPaper: signed.filter((pledge) => pledge.signatures.some((one) => one.method === 'paper')).length,
      waitingPaper: all.filter((pledge) => pledge.state === 'paper').length,
    },
    reported: { done: reported, of: shown.length },
    verified: { done: sum((row) => row.done), of: sum((row) => row.due), waiting },
    late: {
      units: shown.filter((row) => row.overdue > 0).length,
      lines: sum((row) => row.overdue),
      remindedAt:
        reminders
          .map((one) => one.sentAt)
          .filter((at) => at !== null)
          .sort()
          .at(-1) ?? null,
    },
    blocks: [...new Map(rows.units.map((unit) => [unit.blockCode, unit.blockName]))].map(([code, name]) => ({
      code,
      name,
    })),
    lines: lines.map(({ line, groups: above }) => ({
      code: line.code,
      title: line.title,
      group: above[0] ?? '',
      groupTitle: groups.get(above[0] ?? '') ?? '',
    })),
    // Whoever needs a word most comes first.
    rows: shown.sort(
      (a, b) =>
        b.overdue - a.overdue || b.returned - a.returned || Number(b.unsigned) - Number(a.unsigned) || a.done - b.done,
    ),
  };
}

/** The period people talk about today: the last one that has begun, so long as the next has not. */
function periodInView(year: RunningYear, now: number) {
  const { periods } = year.plan.document.conduct;
  const today = localMinuteOf(now).slice(0, 10);
  return periods.findLast((period) => period.from <= today) ?? periods[0]!;
}

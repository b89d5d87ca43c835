import { lastReminders } from '@giaouoc/db/queries/reminder';
import { reportsOf } from '@giaouoc/db/queries/report';
import { linesWithoutPoints } from '@giaouoc/db/queries/score';
import type { Scoped } from '@giaouoc/db';
import { yearStates } from '@giaouoc/db/queries/unit-year';
import { instantOf, isLate } from '@giaouoc/domain/period/index';
import { conductOf } from '@giaouoc/domain/plan/index';
import { awaitsAddendum, hasPledged } from '@giaouoc/domain/pledge/index';
import { figuresAsRead } from '@giaouoc/domain/progress/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { loadPledges } from '../pledge/load-pledges.ts';
import { standingsOf } from '../pledge/present-pledge.ts';
import { askingFor } from '../../year/load-unit.ts';
import { yearInputOf } from '../../scoring/year-input.ts';
import { runningYear, type RunningYear } from '../../year/running-year.ts';
import type { overviewInput, OverviewOutput } from './overview.schema.ts';
import { placedLines } from './placed-lines.ts';
import { unitRow, type UnitYear } from './unit-row.ts';

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
  const now = ctx.now().getTime();
  const { document } = year.plan;
  const { loaded, units, reminders, blocks } = await loadUnits(tx, ctx, year);
  const { pledges } = loaded;
  const period = document.conduct.periods.find((one) => one.code === wanted) ?? periodInView(year, now);
  const lines = placedLines(document);
  const rows = units.map((unit) => unitRow(unit, lines, period.code, now));
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const standings = [...standingsOf(loaded).values()];
  const signed = pledges.filter(({ state }) => isSigned(state));
  return {
    year: { id: year.id, title: year.title, status: year.status },
    at: ctx.now().toISOString(),
    period: {
      code: period.code,
      title: period.title,
      due: new Date(instantOf(period.due)).toISOString(),
      late: isLate(instantOf(period.due), now),
    },
    periods: document.conduct.periods.map(({ code, title }) => ({ code, title })),
    units: rows.length,
    signed: {
      offered: pledges.length,
      // A unit that waits for an addendum has signed its pledge; how many wait is said beside it.
      done: standings.filter(hasPledged).length,
      awaitingAddendum: standings.filter(awaitsAddendum).length,
      of: rows.length,
      onPaper: signed.filter((pledge) => pledge.signatures.some((one) => one.method === 'paper')).length,
      waitingPaper: pledges.filter(({ state }) => state === 'paper').length,
    },
    reported: { done: rows.filter((row) => row.reported).length, of: rows.filter((row) => row.asked > 0).length },
    verified: {
      done: sum((row) => row.done),
      of: sum((row) => row.due),
      waiting: sum((row) => row.cells.filter((cell) => cell === 'waiting').length),
    },
    late: {
      units: rows.filter((row) => row.overdue > 0).length,
      lines: sum((row) => row.overdue),
      remindedAt: reminders
        .map((one) => one.sentAt)
        .reduce((last, at) => (last === null || (at !== null && at > last) ? at : last), null),
    },
    blocks,
    lines: lines.map(({ line: { code, title }, group, groupTitle }) => ({
      code,
      title,
      group,
      groupTitle,
      byUnit: conductOf(document.conduct, code)?.enteredBy === 'unit',
    })),
    // Whoever needs a word most comes first.
    rows: rows.sort(
      (a, b) =>
        b.overdue - a.overdue || b.returned - a.returned || Number(b.unsigned) - Number(a.unsigned) || a.done - b.done,
    ),
  };
}

/** Every unit of the year with its own records, from one round of queries whatever their number. */
async function loadUnits(tx: Scoped, ctx: Member, year: RunningYear) {
  const { scope } = ctx;
  const [rows, reports, loaded, reminders, withoutPoints] = await Promise.all([
    yearStates(tx, scope, year.id),
    reportsOf(tx, scope, year.id),
    loadPledges(tx, scope, year),
    lastReminders(tx, scope, year.id),
    linesWithoutPoints(tx, scope, year.id),
  ]);
  const input = yearInputOf(year, rows);
  const by = <T extends { unitId: string }>(list: readonly T[]) => Map.groupBy(list, (row) => row.unitId);
  const [figures, targets, assessments] = [by(rows.figures), by(rows.targets), by(rows.assessments)];
  const reportsBy = by(reports);
  const figuresByCode = Map.groupBy(figuresAsRead(input), (figure) => figure.unit);
  const targetsByCode = Map.groupBy(input.targets, (target) => target.unit);
  const pledgeOf = new Map(loaded.pledges.map((pledge) => [pledge.unit.unitId, pledge]));
  const remindedOf = new Map(reminders.map((one) => [one.unitId, one]));
  const units = rows.units.map((unit): UnitYear => {
    const pledge = pledgeOf.get(unit.unitId);
    return {
      unit,
      asking: askingFor(year, unit, {
        figures: figures.get(unit.unitId) ?? [],
        targets: targets.get(unit.unitId) ?? [],
        reports: reportsBy.get(unit.unitId) ?? [],
        evidence: [],
        assessments: assessments.get(unit.unitId) ?? [],
      }),
      figures: figuresByCode.get(unit.code) ?? [],
      targets: targetsByCode.get(unit.code) ?? [],
      withoutPoints: new Set(withoutPoints.get(unit.unitId)),
      unsigned: pledge !== undefined && isAskedToSign(pledge.state),
      reminded: remindedOf.get(unit.unitId),
    };
  });
  const blocks = [...new Map(rows.units.map((unit) => [unit.blockCode, unit.blockName]))].map(([code, name]) => ({
    code,
    name,
  }));
  return { units, loaded, reminders, blocks };
}

const isSigned = (state: string): boolean => state === 'signed' || state === 'countersigned';
/** A sheet of paper sent in waits for the officer, a refusal for a talk: the unit owes neither a signature. */
const isAskedToSign = (state: string): boolean => state === 'offered' || state === 'registered';

/** The period people talk about today: the one whose due time is nearest, before or behind. */
function periodInView(year: RunningYear, now: number) {
  const { periods } = year.plan.document.conduct;
  const away = (period: (typeof periods)[number]) => Math.abs(instantOf(period.due) - now);
  return periods.reduce((nearest, period) => (away(period) < away(nearest) ? period : nearest));
}

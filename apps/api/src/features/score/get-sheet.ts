import type { Scoped } from '@giaouoc/db';
import { explain, ruleInWords } from '@giaouoc/domain/explain/index';
import { figureInWords, type FigureValue } from '@giaouoc/domain/figure/index';
import { addDecimals } from '@giaouoc/domain/numbers/exact';
import { dayOf, dueOn } from '@giaouoc/domain/period/index';
import { conductOf, isBeforeJoining, linesOf } from '@giaouoc/domain/plan/index';
import { cellState, figuresAsRead, groupsSoFar, pointsSoFar, targetsInForce } from '@giaouoc/domain/progress/index';
import { figureStanding } from '@giaouoc/domain/figure/index';
import { scoreYear, withoutLeaders } from '@giaouoc/domain/scoring/index';
import { leadsWithin } from '@giaouoc/domain/rules/kinds';
import type { Member } from '../../trpc/procedures.ts';
import { loadUnit, lookedAt, type ReportingUnit } from '../../year/load-unit.ts';
import { evidenceOutputOf } from '../report/present-report.ts';
import { runningYear, type RunningYear } from '../../year/running-year.ts';
import { helpFor } from './help-for.ts';
import type { SheetLine, SheetOutput } from './score.schema.ts';
import { unitOfYearFile } from '../../scoring/year-input.ts';
import { notAssignedTo } from '../../year/not-assigned.ts';
import { ofUnit, unitInput, unitYearFile } from '../../scoring/store-progress.ts';

/** One unit's score sheet; of a unit left out of the year as it stood then. @throws not-found, unit-not-in-year, plan-not-published */
export function getSheet(ctx: Member, yearId: string | undefined, unitId: string): Promise<SheetOutput> {
  return ctx.inScope(async (tx: Scoped) => {
    const year = await runningYear(tx, ctx.scope, yearId);
    const loaded = await loadUnit(tx, ctx.scope, year, unitId);
    return presentSheet(year, loaded, new Date(lookedAt(loaded.unit, ctx.now().getTime())));
  });
}

/** By when the next figure of a line is to be given; null when every one was. */
function owedBy({ plan }: RunningYear, { unit, asking }: ReportingUnit, line: string): string | null {
  const { conduct } = plan.document;
  const periods = conductOf(conduct, line)?.due ?? [];
  const laterDue = (period: string) => asking.reports?.find((report) => report.period === period)?.extendedTo;
  const owed = conduct.periods.filter(
    ({ code, due }) =>
      periods.includes(code) &&
      !isBeforeJoining({ due }, unit.activeSince ?? undefined, laterDue(code)) &&
      figureStanding(asking.figures.find((row) => row.line === line && row.period === code)?.status ?? 'empty') ===
        'owed',
  );
  const due = owed.map((period) => {
    const later = laterDue(period.code);
    return dueOn(period, later === undefined ? undefined : { due: later });
  });
  return due.length === 0 ? null : new Date(Math.min(...due)).toISOString();
}

/** The sheet from the unit's own rows. */
export function presentSheet(year: RunningYear, loaded: ReportingUnit, now: Date): SheetOutput {
  const { document } = year.plan;
  const places = document.scoring.places ?? 2;
  const input = unitInput(year, loaded);
  const compiled = year.plan.compiledFor([loaded.unit.blockCode]);
  const assembled = unitYearFile(input, loaded, 'best');
  const results = scoreYear(assembled, { explain: true, digest: false }, compiled);
  const best = ofUnit(loaded, results.units)!;
  // Who leads is not said before publication (A2), only with what.
  const whys = new Map(
    withoutLeaders(ofUnit(loaded, results.whys?.units ?? [])?.lines ?? []).map((why) => [why.line, why]),
  );
  const verified = ofUnit(
    loaded,
    scoreYear(unitYearFile(input, loaded, 'verified'), { digest: false }, compiled).units,
  )!;
  const unit = unitOfYearFile(loaded.unit);
  const targets = targetsInForce(input);
  const counting = { document, unit, targets, best, today: dayOf(now.getTime()) };
  const soFar = pointsSoFar({ ...counting, verified });
  const ofGroups = groupsSoFar(counting);
  const extensions = Object.fromEntries(
    (loaded.asking.reports ?? []).flatMap((report) =>
      report.extendedTo === undefined ? [] : [[report.period, report.extendedTo]],
    ),
  );

  const read = figuresAsRead(input);
  const byCode = new Map(soFar.lines.map((line) => [line.line, line]));
  const lines = linesOf(document.scoring).flatMap(({ line, groups }): SheetLine[] => {
    const own = byCode.get(line.code);
    if (!own) return [];
    // Before anyone's figure counts on a leader line, nobody can say what it is worth.
    const unmarked = leadsWithin(line.rule) !== null && !Object.hasOwn(loaded.marks, line.code);
    const why = unmarked ? undefined : whys.get(line.code);
    const state = cellState({
      document,
      unit,
      line,
      figures: read,
      targets,
      extensions,
      result: unmarked ? undefined : best.lines.find((one) => one.line === line.code),
      now: now.getTime(),
    });
    const rows = loaded.figures.filter((row) => row.lineCode === line.code && row.submitted !== null);
    const judged = loaded.assessments.find((one) => one.lineCode === line.code);
    const sent = rows.at(-1)?.submitted ?? undefined;
    const shows = why !== undefined && why.status !== 'missing';
    return [
      {
        line: line.code,
        title: line.title,
        kind: line.kind,
        group: groups[0] ?? '',
        max: line.max,
        state,
        due: own.due,
        byUnit: conductOf(document.conduct, line.code)?.enteredBy === 'unit',
        owedBy: owedBy(year, loaded, line.code),
        points: !unmarked && (own.due || shows) ? own.best : null,
        verified: own.verified,
        rule: ruleInWords(line),
        figure: why?.figure
          ? figureInWords(line, why.figure as FigureValue)
          : unmarked && sent
            ? figureInWords(line, sent)
            : null,
        why: why && (own.due || shows) ? explain(why) : null,
        formula: why?.rule?.formula ?? null,
        target: loaded.asking.targets.find((target) => target.line === line.code)?.target ?? null,
        evidence: loaded.evidence.filter((file) => file.lineCode === line.code).map(evidenceOutputOf),
        submittedAt:
          rows
            .map((row) => row.submittedAt)
            .filter((at) => at !== null)
            .sort()
            .at(-1) ?? null,
        judged: judged ? { by: judged.byAs, at: judged.at, decision: judged.decision, reason: judged.reason } : null,
        returnedDue: judged?.decision === 'returned' ? judged.dueAt : null,
      },
    ];
  });
  return {
    year: { id: year.id, title: year.title, status: year.status, places },
    unit: { id: loaded.unit.unitId, code: loaded.unit.code, name: loaded.unit.name, blockName: loaded.unit.blockName },
    at: now.toISOString(),
    soFar,
    groups: document.scoring.groups
      .filter((group) => group.role !== 'fact')
      .map((group) => {
        const own = lines.filter((line) => line.group === group.code);
        return {
          code: group.code,
          title: group.title,
          role: group.role ?? 'base',
          points: ofGroups.get(group.code) ?? '0',
          max: group.max ?? addDecimals(own.map((line) => line.max)),
          lines: own.map((line) => line.line),
        };
      })
      .filter((group) => group.lines.length > 0),
    lines,
    notAssigned: notAssignedTo(year, loaded),
    help: helpFor(
      assembled,
      results,
      loaded.unit.code,
      (code) =>
        conductOf(document.conduct, code)?.enteredBy === 'unit' &&
        loaded.asking.figures.every(({ line, status }) => line !== code || status !== 'accepted'),
    ),
  };
}

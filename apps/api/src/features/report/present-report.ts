import { figureInWords, figureStanding, type FigureRecord } from '@giaouoc/domain/figure/index';
import { ruleInWords } from '@giaouoc/domain/explain/index';
import { dueOn, inOrder, isLate, isOpen } from '@giaouoc/domain/period/index';
import { groupsOf, isBeforeJoining, linesOf } from '@giaouoc/domain/plan/index';
import {
  whatIsAsked,
  whatIsMissing,
  withdrawReport,
  type AskedLine,
  type ReportStatus,
} from '@giaouoc/domain/report/index';
import type { FigureRow } from '@giaouoc/db/queries/figure';
import type { LinkedEvidence } from '@giaouoc/db/queries/evidence';
import type { SubmissionRow } from '@giaouoc/db/queries/report';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { RunningYear } from '../../year/running-year.ts';
import { notAssignedTo } from '../../year/not-assigned.ts';
import type { ReportingUnit } from '../../year/load-unit.ts';
import type { AskedLineOutput, periodOutput, RecordOutput, reportOutput, SubmissionOutput } from './report.schema.ts';

type AsRead = Pick<FigureRecord, 'status' | 'settled'>;

/** A figure as pages take it: as it reads, and who typed it; a line without a row is empty at revision 0. */
export function recordOutputOf(row: FigureRow | undefined, { status, settled }: AsRead): RecordOutput {
  return {
    status,
    value: row?.value ?? null,
    submitted: row?.submitted ?? null,
    settled: settled ?? null,
    note: row?.note ?? null,
    revision: row?.revision ?? 0,
    updatedAt: row?.updatedAt ?? null,
    enteredAs: row?.enteredAs ?? null,
    enteredFor: row?.enteredFor ?? false,
  };
}

export function evidenceOutputOf({ id, name, mediaType, bytes, width, height, uploadedAs, createdAt }: LinkedEvidence) {
  return { id, name, mediaType, bytes, width, height, uploadedAs, createdAt };
}

export function submissionOutputOf(row: SubmissionRow): SubmissionOutput {
  return {
    number: row.number,
    at: row.at,
    as: row.submittedAs,
    hash: row.hash,
    serverSignature: row.serverSignature,
    receipt: row.content,
    withdrawnAt: row.withdrawnAt,
  };
}

/** The report of one period as its page shows it. */
export function presentReport(
  year: RunningYear,
  loaded: ReportingUnit,
  submissions: SubmissionRow[],
  periodCode: string,
  now: number,
): z.infer<typeof reportOutput> {
  const { document } = year.plan;
  const period = document.conduct.periods.find((one) => one.code === periodCode);
  if (!period) throw new Refused('not-found');
  const stored = loaded.asking.reports?.find((one) => one.period === periodCode);
  const extended = loaded.reports.find((one) => one.periodCode === periodCode);
  const due = dueOn(period, stored?.extendedTo === undefined ? undefined : { due: stored.extendedTo });
  const asked = whatIsAsked(loaded.asking, periodCode);
  const status: ReportStatus = stored?.status ?? 'open';
  return {
    year: { id: year.id, title: year.title, places: document.scoring.places ?? 2 },
    unit: { id: loaded.unit.unitId, code: loaded.unit.code, name: loaded.unit.name, block: loaded.unit.blockCode },
    plan: { version: year.plan.version, hash: year.plan.hash },
    period: {
      code: period.code,
      title: period.title,
      from: period.from,
      to: period.to,
      due: new Date(due).toISOString(),
      extendedReason: extended?.dueReason ?? null,
      open: isOpen(period, now),
      late: isLate(due, now),
      beforeJoining: joinedAfter(loaded, period, stored?.extendedTo),
    },
    order: inOrder(document.conduct.periods).map(({ code }) => code),
    status,
    mayWithdraw:
      !loaded.unit.leftOut &&
      stored !== undefined &&
      withdrawReport(loaded.asking.unit, stored, loaded.asking.figures).ok,
    lines: presentLines(year, loaded, asked),
    missing: whatIsMissing(asked).map(({ line, period: of, what, blocks }) => ({ line, period: of, what, blocks })),
    notAssigned: notAssignedTo(year, loaded).filter(({ periods }) => periods.includes(periodCode)),
    submissions: submissions.map(submissionOutputOf),
  };
}

function presentLines(year: RunningYear, loaded: ReportingUnit, asked: readonly AskedLine[]): AskedLineOutput[] {
  const { document } = year.plan;
  const placed = new Map(linesOf(document.scoring).map((one) => [one.line.code, one]));
  const groups = new Map(groupsOf(document.scoring).map((one) => [one.group.code, one]));
  const periods = new Map(document.conduct.periods.map((one) => [one.code, one.title]));
  const byId = new Map(loaded.assessments.map((row) => [row.id, row]));
  return asked.map((one) => {
    const { line, conduct } = one;
    const top = groups.get(placed.get(line.code)?.groups[0] ?? '');
    const back = one.why === 'returned' ? byId.get(one.record.assessment?.id ?? '') : undefined;
    return {
      line,
      group: { code: top?.group.code ?? '', title: top?.group.title ?? '', role: top?.role ?? 'base' },
      period: one.period,
      periodTitle: periods.get(one.period) ?? one.period,
      why: one.why,
      sort: one.sort,
      accumulate: conduct.accumulate,
      ask: conduct.ask,
      help: conduct.help ?? null,
      example: conduct.example ?? null,
      basis: conduct.basis ?? null,
      evidenceNeeded: conduct.evidence.needed,
      evidenceHint: conduct.evidence.hint ?? null,
      evidenceAtLeast: conduct.evidence.atLeast ?? 1,
      target: one.target ?? null,
      mark: Object.hasOwn(loaded.marks, line.code) ? loaded.marks[line.code]! : null,
      due: new Date(one.due).toISOString(),
      reason: one.reason ?? null,
      returnedBy: back?.byAs ?? null,
      returnedAt: back?.at ?? null,
      before: one.before
        ? { period: periods.get(one.before.period) ?? one.before.period, words: figureInWords(line, one.before.figure) }
        : null,
      rule: ruleInWords(line),
      record: recordOutputOf(
        loaded.figures.find((row) => row.lineCode === line.code && row.periodCode === one.period),
        one.record,
      ),
      evidence: loaded.evidence
        .filter((file) => file.lineCode === line.code && file.periodCode === one.period)
        .map(evidenceOutputOf),
      others: loaded.asking.figures.flatMap((record) => {
        const figure = record.settled ?? record.submitted ?? record.value;
        return record.line === line.code && record.period !== one.period && figure
          ? [{ period: record.period, figure }]
          : [];
      }),
    };
  });
}

/** Since which day the unit takes part, where a period was due before it. */
const joinedAfter = (
  { unit: { activeSince } }: ReportingUnit,
  period: { due: string },
  extendedTo: string | undefined,
): string | null => (isBeforeJoining(period, activeSince ?? undefined, extendedTo) ? activeSince : null);

/** All periods of a unit's year, each with what is asked and what is done. */
export function presentPeriods(year: RunningYear, loaded: ReportingUnit, now: number): z.infer<typeof periodOutput>[] {
  return year.plan.document.conduct.periods.map((period) => {
    const stored = loaded.asking.reports?.find((one) => one.period === period.code);
    const due = dueOn(period, stored?.extendedTo === undefined ? undefined : { due: stored.extendedTo });
    const asked = whatIsAsked(loaded.asking, period.code).filter((one) => one.period === period.code);
    const answers = loaded.asking.returns.flatMap((back) =>
      back.period === period.code && back.due !== undefined ? [back.due] : [],
    );
    return {
      code: period.code,
      title: period.title,
      from: period.from,
      due: new Date(due).toISOString(),
      open: isOpen(period, now),
      late: isLate(due, now),
      status: stored?.status ?? 'open',
      asked: asked.length,
      done: asked.filter((one) => ['waiting', 'settled'].includes(figureStanding(one.status))).length,
      returned: asked.filter((one) => one.status === 'returned').length,
      returnedDue: answers.length === 0 ? null : new Date(Math.min(...answers)).toISOString(),
      missing: whatIsMissing(asked).filter((one) => one.blocks).length,
      beforeJoining: joinedAfter(loaded, period, stored?.extendedTo),
    };
  });
}

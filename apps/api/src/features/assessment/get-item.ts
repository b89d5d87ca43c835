import { assessmentsOf } from '@giaouoc/db/queries/assessment';
import { evidenceOf } from '@giaouoc/db/queries/evidence';
import { submissionsOf } from '@giaouoc/db/queries/report';
import { reviewPage } from '@giaouoc/db/queries/review';
import { undoAssessment as decideUndo } from '@giaouoc/domain/assessment/index';
import { ruleInWords } from '@giaouoc/domain/explain/index';
import { evidenceInWords } from '@giaouoc/domain/plan/conduct-words';
import { figureInWords, figureRecord, inForce, inputOf } from '@giaouoc/domain/figure/index';
import { scoreLine } from '@giaouoc/domain/scoring/index';
import { leadsWithin } from '@giaouoc/domain/rules/kinds';
import { targetsOf } from '@giaouoc/db/queries/target';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { assessmentsOldestFirst } from '../../year/assessment-of.ts';
import { evidenceOutputOf } from '../report/present-report.ts';
import { runningYear } from '../../year/running-year.ts';
import type { itemInput, itemOutput } from './assessment.schema.ts';
import { filterOf, queueItemOf, reviewedPlan, shownFigure } from './review-lines.ts';

/** One figure with everything that judging it takes: rule, working, evidence, history. @throws not-found */
export function getItem(ctx: Member, input: z.infer<typeof itemInput>): Promise<z.infer<typeof itemOutput>> {
  return ctx.inScope(async (tx) => {
    const { scope } = ctx;
    const year = await runningYear(tx, scope, input.yearId);
    const plan = reviewedPlan(year.plan.document);
    const [rows, files, history, submissions, targets] = await Promise.all([
      reviewPage(tx, scope, year.id, filterOf(plan), {
        unitId: input.unitId,
        line: input.line,
        wholes: true,
        limit: 100,
      }),
      evidenceOf(tx, scope, year.id, [input.unitId], { lineCode: input.line, periodCode: input.period }),
      assessmentsOf(tx, scope, year.id, {
        unitIds: [input.unitId],
        lineCode: input.line,
        periodCode: input.period,
        withUndone: true,
      }),
      submissionsOf(tx, scope, year.id, input.unitId, input.period),
      targetsOf(tx, scope, year.id, [input.unitId]),
    ]);
    const row = rows.find((one) => one.periodCode === input.period);
    if (!row) throw new Refused('not-found');
    const { line, conduct } = plan.lines.get(row.lineCode)!;
    const item = queueItemOf(plan, row);
    const value = shownFigure(row);
    const target = targets.find((one) => one.lineCode === input.line)?.target ?? undefined;
    const scored =
      leadsWithin(line.rule) !== null || value === null
        ? null
        : scoreLine(
            line,
            { figure: value, ...(target === undefined ? {} : { target }) },
            year.plan.document.scoring.places ?? 2,
          );
    const sent = submissions.find((one) => one.content.figures.some((figure) => figure.line === input.line));
    const assessments = assessmentsOldestFirst(history.filter((one) => one.undoneAt === null));
    const { revision } = row;
    const record = figureRecord(
      {
        line: row.lineCode,
        period: row.periodCode,
        state: row.state,
        value: row.value ?? undefined,
        submitted: row.submitted ?? undefined,
        sending: row.sending,
        evidence: files.length,
        revision,
      },
      inForce(assessments),
    );
    const subject = { unit: row.unitId, record, assessments, revision, seen: revision };
    return {
      item,
      line,
      rule: ruleInWords(line),
      formula: scored?.rule?.formula ?? null,
      help: conduct.help ?? null,
      basis: conduct.basis ?? null,
      evidenceRule: evidenceInWords(conduct.evidence),
      verifiedBy: conduct.verifiedBy,
      value,
      note: row.note,
      target: target ?? ('target' in line.rule && line.rule.target !== 'unit' ? (line.rule.target ?? null) : null),
      sort: inputOf(line, conduct.accumulate),
      accumulate: conduct.accumulate,
      receipt: sent?.number ?? null,
      submittedAs: sent?.submittedAs ?? row.enteredAs,
      evidence: files.map(evidenceOutputOf),
      others: rows
        .filter((one) => one.periodCode !== row.periodCode)
        .map((one) => ({
          periodTitle: plan.periods.get(one.periodCode) ?? one.periodCode,
          words: queueItemOf(plan, one).words,
          status: one.status,
        })),
      history: history.map((one) => ({
        decision: one.decision,
        by: one.byAs,
        at: one.at,
        reason: one.reason,
        words: one.figure === null ? null : figureInWords(line, one.figure),
        points: one.points,
        dueAt: one.dueAt,
        undoneAt: one.undoneAt,
      })),
      mayUndo: decideUndo(subject, { stage: plan.stage }).ok,
    };
  });
}

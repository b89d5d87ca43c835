import { auditWrite } from '@giaouoc/db/queries/audit';
import { markUndone } from '@giaouoc/db/queries/assessment';
import { undoAssessment as decide, type Assessment } from '@giaouoc/domain/assessment/index';
import type { AssessmentRow } from '@giaouoc/db/queries/assessment';
import type { z } from 'zod';
import { granted } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import type { JudgedOutput, undoInput } from './assessment.schema.ts';
import { figureWrites, judge, officerStage, storeJudged } from './judge.ts';

/** A stored judgement as the rules know it. */
export function assessmentOf(row: AssessmentRow): Assessment {
  return {
    line: row.lineCode,
    period: row.periodCode,
    stage: row.stage as Assessment['stage'],
    decision: row.decision as Assessment['decision'],
    figure: (row.figure ?? undefined) as Assessment['figure'],
    points: row.points ?? undefined,
    reason: row.reason ?? undefined,
    due: row.dueAt === null ? undefined : Date.parse(row.dueAt),
    at: Date.parse(row.at),
    entered: row.entered,
    undone: row.undoneAt !== null,
  };
}

/**
 * Takes the judgement in force back; the figure stands again where it stood.
 *
 * @throws nothing-to-undo, answered-since, stale-revision, not-found
 */
export function undoAssessment(ctx: Member, input: z.infer<typeof undoInput>): Promise<JudgedOutput> {
  return judge(ctx, 'assessment.undo', input, [input], async (judging) => {
    const held = [...judging.held.values()][0]!;
    const rows = judging.assessments.filter(
      (row) => row.unitId === input.unitId && row.lineCode === input.line && row.periodCode === input.period,
    );
    // Oldest first: of two judgements in one instant the rules take the later in the list.
    const byRule = new Map(rows.toReversed().map((row) => [assessmentOf(row), row]));
    const back = granted(decide(held.subject, [...byRule.keys()], officerStage));
    const row = byRule.get(back.undone)!;
    await markUndone(judging.tx, ctx.scope, [row.id], ctx.now().toISOString());
    const trace = auditWrite(ctx.scope, {
      action: 'assessment.undo',
      subject: traceSubject(judging.year.plan.document, held.line, input.period, held.unit.name),
      unitId: held.unit.unitId,
      yearId: judging.year.id,
      before: { status: held.subject.record.status, decision: row.decision, reason: row.reason },
      after: { status: back.figure.status },
    });
    const { unitId, line, period } = input;
    const outcome = { unitId, line, period, done: true, code: null, revision: back.figure.revision };
    const writes = [...figureWrites(judging, [{ held, figure: back.figure }]), trace];
    return storeJudged(judging, [outcome], [unitId], writes);
  });
}

import type { AssessmentRow } from '@giaouoc/db/queries/assessment';
import type { Assessment } from '@giaouoc/domain/figure/index';

/** A stored assessment as the rules know it. */
export function assessmentOf(row: AssessmentRow): Assessment {
  return {
    id: row.id,
    line: row.lineCode,
    period: row.periodCode,
    stage: row.stage,
    decision: row.decision,
    sending: row.sending,
    figure: row.figure ?? undefined,
    points: row.points ?? undefined,
    reason: row.reason ?? undefined,
    due: row.dueAt === null ? undefined : Date.parse(row.dueAt),
    at: Date.parse(row.at),
    entered: row.entered,
    undone: row.undoneAt !== null,
  };
}

/** Stored assessments, which come newest first, as the rules take them: oldest first. */
export const assessmentsOldestFirst = (rows: readonly AssessmentRow[]): Assessment[] =>
  rows.toReversed().map(assessmentOf);

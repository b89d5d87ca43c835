import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { assessment } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type AssessmentRow = {
  id: string;
  unitId: string;
  lineCode: string;
  periodCode: string;
  stage: string;
  decision: string;
  figure: unknown;
  points: string | null;
  reason: string | null;
  dueAt: string | null;
  entered: boolean;
  byAs: string;
  at: string;
  undoneAt: string | null;
};

const columns = {
  id: assessment.id,
  unitId: assessment.unitId,
  lineCode: assessment.lineCode,
  periodCode: assessment.periodCode,
  stage: assessment.stage,
  decision: assessment.decision,
  figure: assessment.figure,
  points: assessment.points,
  reason: assessment.reason,
  dueAt: assessment.dueAt,
  entered: assessment.entered,
  byAs: assessment.byAs,
  at: assessment.at,
  undoneAt: assessment.undoneAt,
};

export type AssessmentFilter = { unitIds?: string[]; lineCode?: string; periodCode?: string; withUndone?: boolean };

/** Judgements of a year, newest first; undone ones only when asked for. */
export function assessmentsOf(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  of: AssessmentFilter = {},
): Promise<AssessmentRow[]> {
  return tx
    .select(columns)
    .from(assessment)
    .where(
      and(
        eq(assessment.federationId, scope.federationId),
        eq(assessment.yearId, yearId),
        of.unitIds === undefined ? undefined : inArray(assessment.unitId, of.unitIds),
        of.lineCode === undefined ? undefined : eq(assessment.lineCode, of.lineCode),
        of.periodCode === undefined ? undefined : eq(assessment.periodCode, of.periodCode),
        of.withUndone ? undefined : isNull(assessment.undoneAt),
      ),
    )
    .orderBy(desc(assessment.at), desc(assessment.id));
}

export type AssessmentWrite = Omit<AssessmentRow, 'id' | 'byAs' | 'undoneAt'>;

/** Adds judgements; for `together`. Nothing without rows. */
export function assessmentsWrite(scope: Scope, yearId: string, rows: readonly AssessmentWrite[]): SQL | undefined {
  if (rows.length === 0) return undefined;
  return sql`
    insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage, decision, figure, points, reason,
      due_at, entered, by_membership, by_as, at)
    select ${scope.federationId}::uuid, ${yearId}::uuid, r."unitId", r."lineCode", r."periodCode", r.stage, r.decision, r.figure,
      r.points, r.reason, r."dueAt", r.entered, ${scope.membershipId}::uuid, ${scope.title}, r.at
    from jsonb_to_recordset(${asRows(rows)}) as r("unitId" uuid, "lineCode" text, "periodCode" text, stage text, decision text,
      figure jsonb, points text, reason text, "dueAt" timestamptz, entered boolean, at timestamptz)`;
}

export async function markUndone(tx: Scoped, scope: Scope, ids: string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(assessment)
    .set({ undoneAt: at, undoneBy: scope.membershipId })
    .where(and(eq(assessment.federationId, scope.federationId), inArray(assessment.id, ids)));
}

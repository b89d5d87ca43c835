import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { columnsOf, insertList, kindOfValue, type RowOf, rowsFrom, selectList, valueList } from '../column-list.ts';
import { assessment } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

/** What is said, as it is stored once and never changed. */
const written = columnsOf(assessment, [
  'unitId',
  'lineCode',
  'periodCode',
  'stage',
  'decision',
  'sending',
  'figure',
  'points',
  'reason',
  'dueAt',
  'entered',
  'at',
]);
const columns = { ...written, ...columnsOf(assessment, ['id', 'byAs', 'undoneAt']) };

/** One stage's word on one figure. */
export type AssessmentRow = RowOf<typeof assessment, typeof columns>;
export const assessmentColumns = (alias: string): string => selectList(columns, alias);

const { figure: _, reason: __, ...withoutWords } = columns;
/** The same without what is said: of a figure that there is one, a reason only where a line was returned. */
export const assessmentStateColumns = (alias: string): string =>
  `${selectList(withoutWords, alias)}, ${kindOfValue(`${alias}.figure`)} as figure,
  case when ${alias}.decision = 'returned' then ${alias}.reason end as reason`;

export type AssessmentFilter = { unitIds?: string[]; lineCode?: string; periodCode?: string; withUndone?: boolean };

/** Assessments of a year, newest first; undone ones only when asked for. */
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

export type AssessmentWrite = RowOf<typeof assessment, typeof written>;

/** Adds assessments; for `inOneStatement`. Nothing without rows. */
export function assessmentsWrite(scope: Scope, yearId: string, rows: readonly AssessmentWrite[]): SQL | undefined {
  if (rows.length === 0) return undefined;
  return sql`
    insert into assessment (federation_id, year_id, ${insertList(written)}, by_membership, by_as)
    select ${scope.federationId}::uuid, ${yearId}::uuid, ${valueList(written, 'r')}, ${scope.membershipId}::uuid, ${scope.title}
    from ${rowsFrom(written, rows, 'r')}`;
}

/** Marks assessments as taken back; for `inOneStatement`. Nothing without ids. */
export function assessmentsUndone(scope: Scope, ids: readonly string[], at: string): SQL | undefined {
  if (ids.length === 0) return undefined;
  return sql`
    update assessment set undone_at = ${at}::timestamptz, undone_by = ${scope.membershipId}::uuid
    where federation_id = ${scope.federationId}
      and id = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`;
}

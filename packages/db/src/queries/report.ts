import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { columnsOf, type RowOf, selectList } from '../column-list.ts';
import { report, submission } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = columnsOf(report, ['unitId', 'periodCode', 'state', 'dueAt', 'dueReason', 'submittedAt', 'revision']);
export type ReportRow = RowOf<typeof report, typeof columns>;
export const reportColumns = (alias: string): string => selectList(columns, alias);

/** Reports of a year that something has happened to; a report without a row is open and untouched. */
export function reportsOf(tx: Scoped, scope: Scope, yearId: string, unitIds?: string[]): Promise<ReportRow[]> {
  return tx
    .select(columns)
    .from(report)
    .where(
      and(
        eq(report.federationId, scope.federationId),
        eq(report.yearId, yearId),
        unitIds === undefined ? undefined : inArray(report.unitId, unitIds),
      ),
    );
}

/** The row of one report, made if it is not there yet, and locked: two tabs of one unit take turns here. */
export async function lockReport(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitId: string,
  periodCode: string,
): Promise<ReportRow> {
  const [row] = await lockReports(tx, scope, yearId, [{ unitId, periodCode }]);
  return row!;
}

/** The same for many, each named once, in one order: two transactions never wait for each other crosswise. */
export async function lockReports(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  reports: readonly { unitId: string; periodCode: string }[],
): Promise<ReportRow[]> {
  if (reports.length === 0) return [];
  const rows = await tx.execute<ReportRow>(sql`
    insert into report as r (federation_id, year_id, unit_id, period_code)
    select ${scope.federationId}::uuid, ${yearId}::uuid, n."unitId", n."periodCode"
    from jsonb_to_recordset(${asRows(reports)}) as n("unitId" uuid, "periodCode" text)
    order by n."unitId", n."periodCode" collate "C"
    on conflict (federation_id, year_id, unit_id, period_code) do update set revision = r.revision
    returning ${sql.raw(reportColumns('r'))}`);
  return [...rows];
}

/**
 * Holds those of these reports that are there, in the same order, without changing anything: whoever judges has no right to more.
 * A report that is not there yet holds nothing that could be judged.
 */
export async function holdReports(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  reports: readonly { unitId: string; periodCode: string }[],
): Promise<void> {
  if (reports.length === 0) return;
  await tx.execute(sql`
    select 1 from report r
    where r.federation_id = ${scope.federationId} and r.year_id = ${yearId} and (r.unit_id, r.period_code) in (
      select n."unitId", n."periodCode" from jsonb_to_recordset(${asRows(reports)}) as n("unitId" uuid, "periodCode" text))
    order by r.unit_id, r.period_code collate "C"
    for no key update of r`);
}

/** A report moves to this state; `submittedAt` stays where none is given. */
export type ReportMove = Pick<ReportRow, 'unitId' | 'periodCode' | 'state'> & { submittedAt: string | null };

/** The states of locked reports; each moves its revision on. For `inOneStatement`; nothing without reports. */
export function reportsMove(scope: Scope, yearId: string, reports: readonly ReportMove[]): SQL | undefined {
  const [only] = reports;
  if (!only) return undefined;
  // By its key: joined with a list, one report would be looked for among all of its year.
  if (reports.length === 1)
    return sql`
    update report set state = ${only.state}, submitted_at = ${only.submittedAt}::timestamptz, revision = revision + 1
    where federation_id = ${scope.federationId} and year_id = ${yearId} and unit_id = ${only.unitId}
      and period_code = ${only.periodCode}`;
  return sql`
    update report r set state = n.state, submitted_at = n."submittedAt", revision = r.revision + 1
    from jsonb_to_recordset(${asRows(reports)}) as n("unitId" uuid, "periodCode" text, state text, "submittedAt" timestamptz)
    where r.federation_id = ${scope.federationId} and r.year_id = ${yearId} and r.unit_id = n."unitId"
      and r.period_code = n."periodCode"`;
}

/** Changes a locked report and moves its revision on. */
export async function updateReport(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  before: ReportRow,
  change: Partial<Pick<ReportRow, 'dueAt' | 'dueReason'>>,
): Promise<void> {
  await tx
    .update(report)
    .set({ ...change, revision: before.revision + 1 })
    .where(
      and(
        eq(report.federationId, scope.federationId),
        eq(report.yearId, yearId),
        eq(report.unitId, before.unitId),
        eq(report.periodCode, before.periodCode),
      ),
    );
}

const submissionColumns = columnsOf(submission, [
  'id',
  'unitId',
  'periodCode',
  'number',
  'content',
  'hash',
  'serverSignature',
  'submittedAs',
  'at',
  'withdrawnAt',
]);
export type SubmissionRow = RowOf<typeof submission, typeof submissionColumns>;

/** What was sent, with its receipt; for `inOneStatement`. */
export const submissionWrite = (
  scope: Scope,
  made: { yearId: string } & Omit<SubmissionRow, 'id' | 'submittedAs' | 'withdrawnAt'>,
): SQL => sql`
  insert into submission (federation_id, year_id, unit_id, period_code, number, content, hash, server_signature, submitted_by,
    submitted_as, at)
  values (${scope.federationId}, ${made.yearId}, ${made.unitId}, ${made.periodCode}, ${made.number},
    ${JSON.stringify(made.content)}::jsonb, ${made.hash}, ${made.serverSignature}, ${scope.membershipId}, ${scope.title},
    ${made.at})`;

/** What was sent, newest first; withdrawn ones among them, marked. */
export function submissionsOf(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitId: string,
  periodCode?: string,
): Promise<SubmissionRow[]> {
  return tx
    .select(submissionColumns)
    .from(submission)
    .where(
      and(
        eq(submission.federationId, scope.federationId),
        eq(submission.yearId, yearId),
        eq(submission.unitId, unitId),
        periodCode === undefined ? undefined : eq(submission.periodCode, periodCode),
      ),
    )
    .orderBy(desc(submission.at));
}

/** Marks what stands sent of a report as withdrawn; the rows stay. For `inOneStatement`. */
export const submissionsWithdrawn = (
  scope: Scope,
  yearId: string,
  { unitId, periodCode }: Pick<ReportRow, 'unitId' | 'periodCode'>,
  at: string,
): SQL => sql`
  update submission set withdrawn_at = ${at}::timestamptz, withdrawn_by = ${scope.membershipId}::uuid
  where federation_id = ${scope.federationId} and year_id = ${yearId} and unit_id = ${unitId}
    and period_code = ${periodCode} and withdrawn_at is null`;

import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { report, submission } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type ReportRow = {
  unitId: string;
  periodCode: string;
  state: string;
  dueAt: string | null;
  dueReason: string | null;
  submittedAt: string | null;
  revision: number;
};

const columns = {
  unitId: report.unitId,
  periodCode: report.periodCode,
  state: report.state,
  dueAt: report.dueAt,
  dueReason: report.dueReason,
  submittedAt: report.submittedAt,
  revision: report.revision,
};

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
    returning unit_id as "unitId", period_code as "periodCode", state, due_at as "dueAt", due_reason as "dueReason",
      submitted_at as "submittedAt", revision`);
  return [...rows];
}

/** The states of many locked reports; each moves its revision on. For `together`; nothing without reports. */
export function reportsMove(
  scope: Scope,
  yearId: string,
  reports: readonly { unitId: string; periodCode: string; state: string; submittedAt?: string }[],
): SQL | undefined {
  const [only] = reports;
  if (!only) return undefined;
  // By its key: joined with a list, one report would be looked for among all of its year.
  if (reports.length === 1)
    return sql`
    update report set state = ${only.state}, submitted_at = coalesce(${only.submittedAt ?? null}::timestamptz, submitted_at),
      revision = revision + 1
    where federation_id = ${scope.federationId} and year_id = ${yearId} and unit_id = ${only.unitId}
      and period_code = ${only.periodCode}`;
  return sql`
    update report r set state = n.state, submitted_at = coalesce(n."submittedAt", r.submitted_at), revision = r.revision + 1
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
  change: Partial<Pick<ReportRow, 'state' | 'dueAt' | 'dueReason' | 'submittedAt'>>,
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

export type SubmissionRow = {
  id: string;
  unitId: string;
  periodCode: string;
  number: string;
  content: unknown;
  hash: string;
  serverSignature: string;
  submittedAs: string;
  at: string;
  withdrawnAt: string | null;
};

const submissionColumns = {
  id: submission.id,
  unitId: submission.unitId,
  periodCode: submission.periodCode,
  number: submission.number,
  content: submission.content,
  hash: submission.hash,
  serverSignature: submission.serverSignature,
  submittedAs: submission.submittedAs,
  at: submission.at,
  withdrawnAt: submission.withdrawnAt,
};

/** What was sent, with its receipt; for `together`. */
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

/** Marks what stands sent of a report as withdrawn; the rows stay. */
export async function withdrawSubmissions(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitId: string,
  periodCode: string,
  at: string,
): Promise<void> {
  await tx
    .update(submission)
    .set({ withdrawnAt: at, withdrawnBy: scope.membershipId })
    .where(
      and(
        eq(submission.federationId, scope.federationId),
        eq(submission.yearId, yearId),
        eq(submission.unitId, unitId),
        eq(submission.periodCode, periodCode),
        isNull(submission.withdrawnAt),
      ),
    );
}

import { and, desc, eq, ilike, lt, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { columnsOf, type RowOf } from '../column-list.ts';
import { auditEvent } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type AuditEntry = {
  /** `noun.verb`, as in the list of permissions where one fits: "figure.save", "pledge.sign". */
  action: string;
  /** What it was done to, in words a person recognises: a line code with its unit's name, a plan's title. */
  subject: string;
  unitId?: string | null;
  yearId?: string | null;
  before?: unknown;
  after?: unknown;
};

/** Trace of changes, as a write for `inOneStatement`, in the transaction of the change (R5). Nothing without entries. */
export function auditWrite(scope: Scope, entries: AuditEntry | readonly AuditEntry[]): SQL | undefined {
  const list: readonly AuditEntry[] = 'action' in entries ? [entries] : entries;
  if (list.length === 0) return undefined;
  const rows = list.map((entry) => ({
    unitId: entry.unitId ?? scope.unitId,
    yearId: entry.yearId ?? null,
    action: entry.action,
    subject: entry.subject,
    before: entry.before ?? null,
    after: entry.after ?? null,
  }));
  return sql`
    insert into audit_event (federation_id, account_id, membership_id, role, title, unit_id, year_id, action, subject, before,
      after, request_id)
    select ${scope.federationId}::uuid, ${scope.accountId}::uuid, ${scope.membershipId}::uuid, ${scope.role}, ${scope.title},
      r."unitId", r."yearId", r.action, r.subject, r.before, r.after, ${scope.requestId}
    from jsonb_to_recordset(${asRows(rows)}) as r("unitId" uuid, "yearId" uuid, action text, subject text, before jsonb,
      after jsonb)`;
}

/** The same at once. */
export async function recordAudit(
  tx: Scoped,
  scope: Scope,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<void> {
  const write = auditWrite(scope, entries);
  if (write) await tx.execute(write);
}

const columns = columnsOf(auditEvent, ['id', 'at', 'role', 'title', 'unitId', 'action', 'subject', 'before', 'after']);
export type AuditRow = RowOf<typeof auditEvent, typeof columns>;

/** What to look for in the trace, newest first; `below` is the last id of the page before. */
export type AuditFilter = { below?: number; unitId?: string; action?: string; search?: string; limit: number };

/** What is looked through: what it was done to, and who did it. */
const said = sql`${auditEvent.subject} || ' ' || ${auditEvent.title}`;

/** Without accents and case, đ as d (P4): Vietnamese look things up without them. */
const bare = (text: SQL): SQL =>
  sql`replace(lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd')`;

/** The words looked for, in any order; signs that mean something to `like` are left out. */
const wordsOf = (search = ''): string[] =>
  search
    .replace(/[%_\\]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);

/** One page of the trace (P6: a constant number of queries, whatever the length). Row-level security keeps a unit to its own. */
export function auditPage(tx: Scoped, scope: Scope, of: AuditFilter): Promise<AuditRow[]> {
  return tx
    .select(columns)
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.federationId, scope.federationId),
        of.below === undefined ? undefined : lt(auditEvent.id, of.below),
        of.unitId === undefined ? undefined : eq(auditEvent.unitId, of.unitId),
        of.action === undefined ? undefined : ilike(auditEvent.action, `${of.action.replace(/[%_\\]/g, '')}%`),
        ...wordsOf(of.search).map((word) => sql`${bare(said)} like '%' || ${bare(sql`${word}::text`)} || '%'`),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(of.limit);
}

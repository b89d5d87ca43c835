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

/** Adds trace of a change, in the transaction of the change (R5). */
export async function recordAudit(tx: Scoped, scope: Scope, entries: AuditEntry | AuditEntry[]): Promise<void> {
  const list = Array.isArray(entries) ? entries : [entries];
  if (list.length === 0) return;
  await tx.insert(auditEvent).values(
    list.map((entry) => ({
      federationId: scope.federationId,
      accountId: scope.accountId,
      membershipId: scope.membershipId,
      role: scope.role,
      title: scope.title,
      unitId: entry.unitId ?? scope.unitId,
      yearId: entry.yearId ?? null,
      action: entry.action,
      subject: entry.subject,
      before: entry.before ?? null,
      after: entry.after ?? null,
      requestId: scope.requestId,
    })),
  );
}

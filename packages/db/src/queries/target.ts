import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { asRows } from '../as-rows.ts';
import { unitTarget } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type TargetRow = {
  unitId: string;
  lineCode: string;
  target: string | null;
  assigned: boolean;
  /** Of a line taken from the unit: why, and since when. */
  unassignedReason: string | null;
  unassignedAt: string | null;
  revision: number;
};

/** The units' own numbers, and the lines taken off a unit. */
export function targetsOf(tx: Scoped, scope: Scope, yearId: string, unitIds?: string[]): Promise<TargetRow[]> {
  return tx
    .select({
      unitId: unitTarget.unitId,
      lineCode: unitTarget.lineCode,
      target: unitTarget.target,
      assigned: unitTarget.assigned,
      unassignedReason: unitTarget.unassignedReason,
      unassignedAt: unitTarget.unassignedAt,
      revision: unitTarget.revision,
    })
    .from(unitTarget)
    .where(
      and(
        eq(unitTarget.federationId, scope.federationId),
        eq(unitTarget.yearId, yearId),
        unitIds === undefined ? undefined : inArray(unitTarget.unitId, unitIds),
      ),
    );
}

/** Writes many targets with one statement; each gets the next revision. */
export async function saveTargets(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  rows: { unitId: string; lineCode: string; target: string | null; assigned: boolean }[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(unitTarget)
    .values(
      rows.map((row) => ({
        federationId: scope.federationId,
        yearId,
        ...row,
        updatedBy: scope.membershipId,
        updatedAt: at,
      })),
    )
    .onConflictDoUpdate({
      target: [unitTarget.federationId, unitTarget.yearId, unitTarget.unitId, unitTarget.lineCode],
      set: {
        target: sql`excluded.target`,
        assigned: sql`excluded.assigned`,
        updatedBy: sql`excluded.updated_by`,
        updatedAt: sql`excluded.updated_at`,
        revision: sql`${unitTarget.revision} + 1`,
      },
    });
}

/** A line is taken from a unit, with why, or given back. */
export type AssignmentWrite = { unitId: string; lineCode: string; assigned: boolean; reason: string };

/** Lines taken from units or given back, for `inOneStatement`; the units' own numbers stay. Nothing without rows. */
export function assignmentsWrite(
  scope: Scope,
  yearId: string,
  rows: readonly AssignmentWrite[],
  at: string,
): SQL | undefined {
  if (rows.length === 0) return undefined;
  return sql`
    insert into unit_target as t (federation_id, year_id, unit_id, line_code, assigned, unassigned_reason, unassigned_at,
      updated_by, updated_at)
    select ${scope.federationId}::uuid, ${yearId}::uuid, n."unitId", n."lineCode", n.assigned,
      case when not n.assigned then n.reason end, case when not n.assigned then ${at}::timestamptz end,
      ${scope.membershipId}::uuid, ${at}::timestamptz
    from jsonb_to_recordset(${asRows(rows)}) as n("unitId" uuid, "lineCode" text, assigned boolean, reason text)
    on conflict (federation_id, year_id, unit_id, line_code) do update set
      assigned = excluded.assigned, unassigned_reason = excluded.unassigned_reason, unassigned_at = excluded.unassigned_at,
      updated_by = excluded.updated_by, updated_at = excluded.updated_at, revision = t.revision + 1`;
}

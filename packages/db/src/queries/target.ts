import { and, eq, inArray, sql } from 'drizzle-orm';
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

import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { columnsOf, type RowOf } from '../column-list.ts';
import { evidence, figureEvidence } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = columnsOf(evidence, [
  'id',
  'unitId',
  'sha256',
  'bytes',
  'mediaType',
  'name',
  'width',
  'height',
  'uploadedAs',
  'createdAt',
]);
export type EvidenceRow = RowOf<typeof evidence, typeof columns>;

export async function evidenceById(tx: Scoped, scope: Scope, id: string): Promise<EvidenceRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(evidence)
    .where(and(eq(evidence.federationId, scope.federationId), eq(evidence.id, id)));
  return row;
}

/** Two requests that bring the same bytes of one unit at one moment take turns, until the transaction ends. */
export async function lockReceived(tx: Scoped, unitId: string, receivedSha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${unitId + receivedSha256}, 12))`);
}

/** The file that a unit sent before with exactly these bytes, whatever its name. */
export async function evidenceByReceived(
  tx: Scoped,
  scope: Scope,
  unitId: string,
  receivedSha256: string,
): Promise<EvidenceRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(evidence)
    .where(
      and(
        eq(evidence.federationId, scope.federationId),
        eq(evidence.unitId, unitId),
        eq(evidence.receivedSha256, receivedSha256),
      ),
    )
    .limit(1);
  return row;
}

/** How many files a membership sent since an instant. */
export async function uploadsSince(tx: Scoped, scope: Scope, since: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::integer` })
    .from(evidence)
    .where(
      and(
        eq(evidence.federationId, scope.federationId),
        eq(evidence.uploadedBy, scope.membershipId),
        gte(evidence.createdAt, since),
      ),
    );
  return row?.n ?? 0;
}

export async function insertEvidence(
  tx: Scoped,
  scope: Scope,
  file: Omit<EvidenceRow, 'id' | 'uploadedAs' | 'createdAt'> & { receivedSha256: string; createdAt: string },
): Promise<EvidenceRow> {
  const [row] = await tx
    .insert(evidence)
    .values({ federationId: scope.federationId, uploadedBy: scope.membershipId, uploadedAs: scope.title, ...file })
    .returning(columns);
  return row!;
}

export type Place = { yearId: string; unitId: string; lineCode: string; periodCode: string };

/** Puts files beside lines, each once however often it is named; a file that was taken away from a line comes back. */
export async function linkEvidence(tx: Scoped, scope: Scope, places: Place[], evidenceIds: string[]): Promise<void> {
  const named = places.flatMap((place) =>
    evidenceIds.map((evidenceId) => ({ federationId: scope.federationId, ...place, evidenceId })),
  );
  const byKey = new Map(
    named.map((row) => [JSON.stringify([row.yearId, row.unitId, row.lineCode, row.periodCode, row.evidenceId]), row]),
  );
  // In one order for everybody: each line is locked while it is written, and nobody is to wait in a circle.
  const rows = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (rows.length === 0) return;
  await tx
    .insert(figureEvidence)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        figureEvidence.federationId,
        figureEvidence.yearId,
        figureEvidence.unitId,
        figureEvidence.lineCode,
        figureEvidence.periodCode,
        figureEvidence.evidenceId,
      ],
      set: { removedAt: null },
    });
}

/** Takes a file away from a line; the file itself stays (R7). Gives back whether it was there. */
export async function unlinkEvidence(
  tx: Scoped,
  scope: Scope,
  place: Place,
  evidenceId: string,
  at: string,
): Promise<boolean> {
  const rows = await tx
    .update(figureEvidence)
    .set({ removedAt: at })
    .where(
      and(
        eq(figureEvidence.federationId, scope.federationId),
        eq(figureEvidence.yearId, place.yearId),
        eq(figureEvidence.unitId, place.unitId),
        eq(figureEvidence.lineCode, place.lineCode),
        eq(figureEvidence.periodCode, place.periodCode),
        eq(figureEvidence.evidenceId, evidenceId),
        isNull(figureEvidence.removedAt),
      ),
    )
    .returning({ id: figureEvidence.evidenceId });
  return rows.length > 0;
}

export type LinkedEvidence = EvidenceRow & { lineCode: string; periodCode: string };

/** The files that speak for the lines of some units, all or of one period. */
export async function evidenceOf(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  unitIds: string[],
  of: { periodCode?: string; lineCode?: string } = {},
): Promise<LinkedEvidence[]> {
  if (unitIds.length === 0) return [];
  return tx
    .select({ ...columns, lineCode: figureEvidence.lineCode, periodCode: figureEvidence.periodCode })
    .from(figureEvidence)
    .innerJoin(
      evidence,
      and(eq(evidence.federationId, figureEvidence.federationId), eq(evidence.id, figureEvidence.evidenceId)),
    )
    .where(
      and(
        eq(figureEvidence.federationId, scope.federationId),
        eq(figureEvidence.yearId, yearId),
        inArray(figureEvidence.unitId, unitIds),
        isNull(figureEvidence.removedAt),
        of.periodCode === undefined ? undefined : eq(figureEvidence.periodCode, of.periodCode),
        of.lineCode === undefined ? undefined : eq(figureEvidence.lineCode, of.lineCode),
      ),
    )
    .orderBy(figureEvidence.addedAt);
}

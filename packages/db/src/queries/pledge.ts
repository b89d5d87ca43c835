import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { RowOf } from '../column-list.ts';
import { evidence, paperSignature, pledge, planVersion, signature } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = {
  unitId: pledge.unitId,
  version: pledge.version,
  state: pledge.state,
  content: pledge.content,
  hash: pledge.hash,
  declinedReason: pledge.declinedReason,
  revision: pledge.revision,
  offeredAt: pledge.offeredAt,
  changedAt: pledge.changedAt,
};
export type PledgeRow = RowOf<typeof pledge, typeof columns>;

/** A published version as pledges need it, without its document. */
export type PledgeVersionRow = {
  version: number;
  hash: string;
  needsSignature: boolean;
  note: string | null;
  publishedAt: string;
};

/** The published versions of a year, oldest first. */
export function pledgeVersions(tx: Scoped, scope: Scope, yearId: string): Promise<PledgeVersionRow[]> {
  return tx
    .select({
      version: planVersion.version,
      hash: planVersion.hash,
      needsSignature: planVersion.needsSignature,
      note: planVersion.note,
      publishedAt: planVersion.publishedAt,
    })
    .from(planVersion)
    .where(and(eq(planVersion.federationId, scope.federationId), eq(planVersion.yearId, yearId)))
    .orderBy(asc(planVersion.version));
}

export type PledgeFilter = { unitIds?: string[]; version?: number };

const matching = (scope: Scope, yearId: string, of: PledgeFilter) =>
  and(
    eq(pledge.federationId, scope.federationId),
    eq(pledge.yearId, yearId),
    of.unitIds === undefined ? undefined : inArray(pledge.unitId, of.unitIds),
    of.version === undefined ? undefined : eq(pledge.version, of.version),
  );

/** Pledges of a year, the newest version first. */
export function pledgesOf(tx: Scoped, scope: Scope, yearId: string, of: PledgeFilter = {}): Promise<PledgeRow[]> {
  return tx
    .select(columns)
    .from(pledge)
    .where(matching(scope, yearId, of))
    .orderBy(desc(pledge.version), asc(pledge.unitId));
}

/** The same, locked until the transaction ends: two parties signing at once take turns. */
export function lockPledges(tx: Scoped, scope: Scope, yearId: string, of: PledgeFilter): Promise<PledgeRow[]> {
  return tx
    .select(columns)
    .from(pledge)
    .where(matching(scope, yearId, of))
    .orderBy(desc(pledge.version), asc(pledge.unitId))
    .for('update');
}

/** Offers pledges; units that were offered this version before keep theirs. Gives back the units newly offered. */
export async function insertPledges(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  version: number,
  rows: Pick<PledgeRow, 'unitId' | 'state'>[],
  at: string,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = await tx
    .insert(pledge)
    .values(
      rows.map((row) => ({ federationId: scope.federationId, yearId, version, ...row, offeredAt: at, changedAt: at })),
    )
    .onConflictDoNothing()
    .returning({ unitId: pledge.unitId });
  return made.map((row) => row.unitId);
}

/** Changes one locked pledge and moves its revision on. Content and hash, once there, never change (a trigger holds it). */
export async function updatePledge(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  before: PledgeRow,
  change: Partial<Pick<PledgeRow, 'state' | 'content' | 'hash' | 'declinedReason'>>,
  at: string,
): Promise<void> {
  await tx
    .update(pledge)
    .set({ ...change, revision: before.revision + 1, changedAt: at })
    .where(
      and(
        eq(pledge.federationId, scope.federationId),
        eq(pledge.yearId, yearId),
        eq(pledge.unitId, before.unitId),
        eq(pledge.version, before.version),
      ),
    );
}

const signatureColumns = {
  id: signature.id,
  unitId: signature.unitId,
  version: signature.version,
  party: signature.party,
  capacity: signature.capacity,
  method: signature.method,
  hash: signature.hash,
  receiptNumber: signature.receiptNumber,
  receipt: signature.receipt,
  serverSignature: signature.serverSignature,
  evidenceId: signature.evidenceId,
  confirmedBy: signature.confirmedBy,
  signingLines: signature.signingLines,
  at: signature.at,
};
export type SignatureRow = RowOf<typeof signature, typeof signatureColumns>;

export function signaturesOf(tx: Scoped, scope: Scope, yearId: string, of: PledgeFilter = {}): Promise<SignatureRow[]> {
  return tx
    .select(signatureColumns)
    .from(signature)
    .where(
      and(
        eq(signature.federationId, scope.federationId),
        eq(signature.yearId, yearId),
        of.unitIds === undefined ? undefined : inArray(signature.unitId, of.unitIds),
        of.version === undefined ? undefined : eq(signature.version, of.version),
      ),
    )
    .orderBy(asc(signature.at), asc(signature.id));
}

export type SignatureWrite = Omit<SignatureRow, 'id'> & { accountId: string; membershipId: string };

export async function insertSignatures(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  rows: SignatureWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(signature).values(rows.map((row) => ({ federationId: scope.federationId, yearId, ...row })));
}

/** The name under the newest signature that this person gave anywhere in the federation; what a form proposes next time. */
export async function lastSignedName(tx: Scoped, scope: Scope): Promise<string> {
  const [row] = await tx
    .select({ lines: signature.signingLines })
    .from(signature)
    .where(
      and(
        eq(signature.federationId, scope.federationId),
        eq(signature.membershipId, scope.membershipId),
        // On paper somebody else signed; this person only confirmed it.
        isNull(signature.evidenceId),
        isNotNull(signature.signingLines),
      ),
    )
    .orderBy(desc(signature.at), desc(signature.id))
    .limit(1);
  return row?.lines?.name ?? '';
}

const paperColumns = {
  id: paperSignature.id,
  unitId: paperSignature.unitId,
  version: paperSignature.version,
  evidenceId: paperSignature.evidenceId,
  /** Of the photo or scan. */
  mediaType: evidence.mediaType,
  signedOn: paperSignature.signedOn,
  signedBy: paperSignature.signedBy,
  sentAt: paperSignature.sentAt,
  state: paperSignature.state,
  refusedReason: paperSignature.refusedReason,
};
export type PaperRow = RowOf<typeof paperSignature, typeof paperColumns> &
  RowOf<typeof evidence, Pick<typeof paperColumns, 'mediaType'>>;

/** Sheets signed on paper, newest first; of two sent at one instant, the one that was stored later (ids grow with time). */
export function papersOf(tx: Scoped, scope: Scope, yearId: string, of: PledgeFilter = {}): Promise<PaperRow[]> {
  return tx
    .select(paperColumns)
    .from(paperSignature)
    .innerJoin(
      evidence,
      and(eq(evidence.federationId, paperSignature.federationId), eq(evidence.id, paperSignature.evidenceId)),
    )
    .where(
      and(
        eq(paperSignature.federationId, scope.federationId),
        eq(paperSignature.yearId, yearId),
        of.unitIds === undefined ? undefined : inArray(paperSignature.unitId, of.unitIds),
        of.version === undefined ? undefined : eq(paperSignature.version, of.version),
      ),
    )
    .orderBy(desc(paperSignature.sentAt), desc(paperSignature.id));
}

export async function insertPaper(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  row: Omit<PaperRow, 'id' | 'mediaType' | 'state' | 'refusedReason'>,
): Promise<string> {
  const [made] = await tx
    .insert(paperSignature)
    .values({ federationId: scope.federationId, yearId, ...row, sentBy: scope.membershipId })
    .returning({ id: paperSignature.id });
  return made!.id;
}

/** The officer's word on a paper sheet: confirmed, or refused with the reason. */
export async function decidePaper(
  tx: Scoped,
  scope: Scope,
  id: string,
  decision: { state: 'confirmed' | 'refused'; refusedReason: string | null },
  at: string,
): Promise<void> {
  await tx
    .update(paperSignature)
    .set({ ...decision, decidedBy: scope.membershipId, decidedAt: at })
    .where(and(eq(paperSignature.federationId, scope.federationId), eq(paperSignature.id, id)));
}

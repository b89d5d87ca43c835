import { and, desc, eq } from 'drizzle-orm';
import type { SignatureReceipt } from '@giaouoc/domain/pledge/index';
import type { ReportReceipt } from '@giaouoc/domain/report/index';
import { signature, submission } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

/** What is stored of a receipt, of a report or of a signature, in the same shape. */
export type ReceiptRow<Content> = {
  yearId: string;
  number: string;
  at: string;
  content: Content;
  hash: string;
  serverSignature: string;
  withdrawnAt: string | null;
};

type Of = { yearId?: string | undefined; number?: string | undefined };

/** The receipts of reports of a unit, newest first. */
export async function reportReceipts(
  tx: Scoped,
  scope: Scope,
  unitId: string,
  of: Of,
): Promise<ReceiptRow<ReportReceipt>[]> {
  return tx
    .select({
      yearId: submission.yearId,
      number: submission.number,
      at: submission.at,
      content: submission.content,
      hash: submission.hash,
      serverSignature: submission.serverSignature,
      withdrawnAt: submission.withdrawnAt,
    })
    .from(submission)
    .where(
      and(
        eq(submission.federationId, scope.federationId),
        eq(submission.unitId, unitId),
        of.yearId === undefined ? undefined : eq(submission.yearId, of.yearId),
        of.number === undefined ? undefined : eq(submission.number, of.number),
      ),
    )
    .orderBy(desc(submission.at));
}

/** The receipts of signatures under a unit's pledges, newest first. */
export async function signatureReceipts(
  tx: Scoped,
  scope: Scope,
  unitId: string,
  of: Of,
): Promise<ReceiptRow<SignatureReceipt>[]> {
  const rows = await tx
    .select({
      yearId: signature.yearId,
      number: signature.receiptNumber,
      at: signature.at,
      content: signature.receipt,
      hash: signature.hash,
      serverSignature: signature.serverSignature,
    })
    .from(signature)
    .where(
      and(
        eq(signature.federationId, scope.federationId),
        eq(signature.unitId, unitId),
        of.yearId === undefined ? undefined : eq(signature.yearId, of.yearId),
        of.number === undefined ? undefined : eq(signature.receiptNumber, of.number),
      ),
    )
    .orderBy(desc(signature.at));
  return rows.map((row) => ({ ...row, withdrawnAt: null }));
}

import { uncapital } from '@giaouoc/domain/words/texts';
import { reportReceipts, signatureReceipts, type ReceiptRow } from '@giaouoc/db/queries/receipt';
import type { Scoped } from '@giaouoc/db';
import { pledgeName, type Party, type SignatureReceipt } from '@giaouoc/domain/pledge/index';
import type { Json } from '@giaouoc/domain/hash/index';
import { signedReceipt, type SignedReceipt } from '@giaouoc/domain/receipt/index';
import { parseReceiptNumber, type ReportReceipt } from '@giaouoc/domain/report/index';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { ReceiptOutput } from './receipt.schema.ts';

/** One receipt of the own unit, by the number that stands on it. @throws not-found */
export function getReceipt(ctx: Member, typed: string): Promise<ReceiptOutput> {
  return ctx.inScope(async (tx) => {
    const unitId = ownUnit(ctx);
    const known = parseReceiptNumber(typed);
    if (!known) throw new Refused('not-found');
    const of = { number: typed.trim().toUpperCase() };
    const [row] =
      known.kind === 'BC'
        ? (await reportReceipts(tx, ctx.scope, unitId, of)).map(ofReport)
        : (await signatureReceipts(tx, ctx.scope, unitId, of)).map(ofSignature);
    if (!row) throw new Refused('not-found');
    return row;
  });
}

/**
 * A receipt of a unit as anyone checks it (proofs, section 4), by the number that stands on it: the content as it was signed.
 * @throws not-found
 */
export function getSignedReceipt(ctx: Member, unitId: string, typed: string): Promise<SignedReceipt> {
  return ctx.inScope(async (tx) => {
    const known = parseReceiptNumber(typed);
    if (!known) throw new Refused('not-found');
    const of = { number: typed.trim().toUpperCase() };
    const [row]: ReceiptRow<ReportReceipt | SignatureReceipt>[] =
      known.kind === 'BC'
        ? await reportReceipts(tx, ctx.scope, unitId, of)
        : await signatureReceipts(tx, ctx.scope, unitId, of);
    if (!row) throw new Refused('not-found');
    return signedReceipt(row.content as Json, row.serverSignature);
  });
}

/** All receipts of the own unit in a year, newest first. */
export function listReceipts(ctx: Member, yearId: string | undefined): Promise<ReceiptOutput[]> {
  return ctx.inScope(async (tx: Scoped) => {
    const unitId = ownUnit(ctx);
    const [reports, signatures] = await Promise.all([
      reportReceipts(tx, ctx.scope, unitId, { yearId }),
      signatureReceipts(tx, ctx.scope, unitId, { yearId }),
    ]);
    return [...reports.map(ofReport), ...signatures.map(ofSignature)].sort(
      (a, b) => Date.parse(b.at) - Date.parse(a.at),
    );
  });
}

/** The unit whose receipts somebody of a unit sees. @throws not-allowed */
export function ownUnit({ scope }: Member): string {
  if (!scope.unitId) throw new Refused('not-allowed');
  return scope.unitId;
}

function ofReport(row: ReceiptRow<ReportReceipt>): ReceiptOutput {
  const { content } = row;
  return {
    ...shared(row, content.unit.name, content.federation.name),
    kind: 'report',
    period: content.period.code,
    title: `Báo cáo ${content.period.title}`,
    as: content.as,
    planVersion: content.plan.version,
    late: content.late,
    lines: content.figures.map(({ line, title, words, evidence }) => ({ code: line, title, words, evidence })),
    leftOut: [...content.leftOut],
  };
}

const parties: Record<Party, string> = { unit: 'Ký', witness: 'Chứng kiến', federation: 'Công đoàn cấp trên ký' };

function ofSignature(row: ReceiptRow<SignatureReceipt>): ReceiptOutput {
  const { content } = row;
  // Receipts of before addenda were counted per unit said the version; their paper said the same.
  const name = pledgeName(content.addendum ?? content.plan.version - 1);
  return {
    ...shared(row, content.unit.name, content.federation.name),
    kind: 'signature',
    period: null,
    title: `${parties[content.party]} ${uncapital(name)}`,
    as: content.as,
    planVersion: content.plan.version,
    late: false,
    lines: [],
    leftOut: [],
  };
}

const shared = (
  { yearId, number, at, hash, serverSignature, withdrawnAt }: ReceiptRow<unknown>,
  unit: string,
  federation: string,
) => ({
  yearId,
  number,
  at,
  hash: hash.replace('sha256:', ''),
  serverSignature,
  withdrawnAt,
  unit,
  federation,
});

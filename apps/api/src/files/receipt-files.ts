import { getFederation } from '@giaouoc/db/queries/federation';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { receiptWordsOf } from '@giaouoc/documents/words/receipt-words';
import { getReceipt, getSignedReceipt, ownUnit } from '../features/receipt/get-receipts.ts';
import { checkUrlOf } from '../features/pledge/present-pledge.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import type { FileAnswer, FileRoute } from './file-routes.ts';
import { pdf } from './media-types.ts';

/** A receipt on paper, with its hash and the server's signature in full. */
export const receiptFile: FileRoute = {
  url: '/receipts/:number.pdf',
  access: 'report.readOwn',
  answer: async (ctx, params) => {
    const receipt = await getReceipt(ctx, params['number'] ?? '');
    const federation = await ctx.inScope((tx) => getFederation(tx, ctx.scope));
    if (!federation) throw new Refused('not-found');
    const checkUrl =
      receipt.kind === 'report'
        ? `${ctx.publicUrl}/unit/receipts/${receipt.number}`
        : checkUrlOf(ctx.publicUrl, receipt.hash);
    const body = await ctx.documents.render('receipt', receiptWordsOf(federation, receipt, checkUrl));
    return { body, mediaType: pdf, name: fileNames.receipt(receipt.number), inline: true };
  },
};

/** A receipt as `giaouoc receipt verify` and anyone else checks it: content, hash and signature. */
async function signedFile(ctx: Member, unitId: string, number: string): Promise<FileAnswer> {
  const receipt = await getSignedReceipt(ctx, unitId, number);
  const name = fileNames.signedReceipt(number.toUpperCase());
  return { body: Buffer.from(`${JSON.stringify(receipt, null, 1)}\n`), mediaType: 'application/json', name };
}

/** Of the own unit. */
export const signedReceiptFile: FileRoute = {
  url: '/receipts/:number.json',
  access: 'report.readOwn',
  answer: (ctx, { number = '' }) => signedFile(ctx, ownUnit(ctx), number),
};

/** Of a signature under a unit's pledge, the federation's own included, for the officer. */
export const signedPledgeReceiptFile: FileRoute = {
  url: '/pledges/:unitId/receipts/:number.json',
  access: 'pledge.read',
  answer: (ctx, { unitId = '', number = '' }) => signedFile(ctx, unitId, number),
};

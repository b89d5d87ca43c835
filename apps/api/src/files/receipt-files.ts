import { getFederation } from '@giaouoc/db/queries/federation';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { receiptWordsOf } from '@giaouoc/documents/words/receipt-words';
import { getReceipt } from '../features/receipt/get-receipts.ts';
import { checkUrlOf } from '../features/pledge/present-pledge.ts';
import { Refused } from '../trpc/errors.ts';
import type { FileRoute } from './file-routes.ts';
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

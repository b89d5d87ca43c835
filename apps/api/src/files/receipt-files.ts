import { getFederation } from '@giaouoc/db/queries/federation';
import { getReceipt } from '../features/receipt/get-receipts.ts';
import { checkUrlOf } from '../features/pledge/present-pledge.ts';
import { Refused } from '../trpc/errors.ts';
import type { FileRoute } from './file-routes.ts';
import { letterheadOf, momentWords } from '@giaouoc/documents/words/paper-words';
import { dayOf } from '@giaouoc/domain/period/index';
import { pdf } from './media-types.ts';

/** A receipt on paper, with its hash and the server's signature in full. */
export const receiptFile: FileRoute = {
  url: '/receipts/:number.pdf',
  access: 'report.readOwn',
  answer: async (ctx, params) => {
    const receipt = await getReceipt(ctx, params['number'] ?? '');
    const federation = await ctx.inScope((tx) => getFederation(tx, ctx.scope));
    if (!federation) throw new Refused('not-found');
    const isReport = receipt.kind === 'report';
    const body = await ctx.documents.render('receipt', {
      letterhead: letterheadOf(federation, dayOf(Date.parse(receipt.at))),
      title: isReport ? 'Biên nhận báo cáo' : 'Biên nhận ký giao ước',
      number: receipt.number,
      subtitles: [receipt.title],
      facts: [
        { label: 'Đơn vị', value: receipt.unit },
        { label: isReport ? 'Người gửi' : 'Người ký', value: receipt.as },
        { label: 'Thời gian', value: momentWords(receipt.at) },
        { label: 'Kế hoạch', value: `bản ${receipt.planVersion}` },
        ...(receipt.withdrawnAt ? [{ label: 'Đã rút lại', value: momentWords(receipt.withdrawnAt) }] : []),
      ],
      contents:
        receipt.lines.length === 0
          ? []
          : [
              {
                title: 'Số liệu đã gửi',
                rows: receipt.lines.map(({ code, title, words, evidence }) => ({
                  code,
                  content: title,
                  value: evidence > 0 ? `${words}\n${evidence} minh chứng` : words,
                })),
              },
            ],
      contentHash: receipt.hash,
      serverSignature: receipt.serverSignature,
      checkUrl: isReport ? `${ctx.publicUrl}/unit/receipts/${receipt.number}` : checkUrlOf(ctx.publicUrl, receipt.hash),
      notes: isReport
        ? ['Đơn vị rút lại được báo cáo cho đến khi bắt đầu thẩm định.']
        : ['Giao ước đã ký không sửa được. Khi kế hoạch thay đổi, đơn vị ký phụ lục.'],
      madeAt: receipt.at,
    });
    return { body, mediaType: pdf, name: `Biên nhận ${receipt.number}.pdf`, inline: true };
  },
};

import { dayOf } from '@giaouoc/domain/period/local-time';
import { fullMoment } from '@giaouoc/domain/words/times';
import type { Receipt } from '../receipt.ts';
import { letterheadOf, type PaperHead } from './paper-words.ts';

/** A receipt as it was given; hashes without `sha256:`, times as ISO instants. */
export type ReceiptFacts = {
  readonly kind: 'report' | 'signature';
  readonly number: string;
  /** What it is for: `Báo cáo Học kỳ I`. */
  readonly title: string;
  readonly at: string;
  readonly unit: string;
  /** In what capacity it was given. */
  readonly as: string;
  readonly planVersion: number;
  readonly withdrawnAt: string | null;
  readonly lines: readonly {
    readonly code: string;
    readonly title: string;
    readonly words: string;
    readonly evidence: number;
  }[];
  readonly hash: string;
  readonly serverSignature: string;
};

/** A receipt as its paper says it, dated by what it is for, whenever it is printed. */
export function receiptWordsOf(federation: PaperHead, receipt: ReceiptFacts, checkUrl: string): Receipt {
  const isReport = receipt.kind === 'report';
  return {
    letterhead: letterheadOf(federation, dayOf(Date.parse(receipt.at))),
    title: isReport ? 'Biên nhận báo cáo' : 'Biên nhận ký giao ước',
    number: receipt.number,
    subtitles: [receipt.title],
    facts: [
      { label: 'Đơn vị', value: receipt.unit },
      { label: isReport ? 'Người gửi' : 'Người ký', value: receipt.as },
      { label: 'Thời gian', value: fullMoment(receipt.at) },
      { label: 'Kế hoạch', value: `bản ${receipt.planVersion}` },
      ...(receipt.withdrawnAt === null ? [] : [{ label: 'Đã rút lại', value: fullMoment(receipt.withdrawnAt) }]),
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
    checkUrl,
    notes: isReport
      ? ['Đơn vị rút lại được báo cáo cho đến khi bắt đầu thẩm định.']
      : ['Giao ước đã ký không sửa được. Khi kế hoạch thay đổi, đơn vị ký phụ lục.'],
    madeAt: receipt.at,
  };
}

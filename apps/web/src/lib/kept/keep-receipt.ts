import type { RouterOutputs } from '@giaouoc/api/contract';
import { keepReceipt } from './kept.ts';

/** Keeps the receipt of a report on this device the moment it is given (R4). */
export function receiptOfReport(owner: string, sent: RouterOutputs['report']['submit']): Promise<boolean> {
  const { receipt } = sent;
  return keepReceipt({
    number: sent.number,
    owner,
    kind: 'report',
    title: `Báo cáo ${receipt.period.title}`,
    unit: receipt.unit.name,
    at: sent.at,
    hash: sent.hash.replace('sha256:', ''),
    lines: receipt.figures.map(({ line, title, words }) => ({ code: line, title, words })),
  });
}

/** Keeps a receipt that is being looked at. */
export function keepShownReceipt(owner: string, shown: RouterOutputs['receipt']['get']): Promise<boolean> {
  const { number, kind, title, unit, at, hash, lines } = shown;
  return keepReceipt({
    number,
    owner,
    kind,
    title,
    unit,
    at,
    hash,
    lines: lines.map(({ code, title: of, words }) => ({ code, title: of, words })),
  });
}

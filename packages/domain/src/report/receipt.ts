import type { FigureValue } from '../figure/figure.ts';
import { hashOf } from '../hash/canonical.ts';

/** `BC` for a report, `KY` for a signature. */
export const receiptKinds = ['BC', 'KY'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** `BC-2026-000123`: the kind, the year in Việt Nam, and the running number of that kind and year in the federation. */
export function receiptNumber(kind: ReceiptKind, year: number, running: number): string {
  return `${kind}-${year}-${String(running).padStart(6, '0')}`;
}

/** Reads a receipt number back, also as typed by hand (lower case, spaces around). */
export function parseReceiptNumber(text: string): { kind: ReceiptKind; year: number; running: number } | undefined {
  const found = /^(BC|KY)-(\d{4})-(\d{6,9})(?:-\d{1,4})?$/.exec(text.trim().toUpperCase());
  if (found === null) return undefined;
  return { kind: found[1] === 'KY' ? 'KY' : 'BC', year: Number(found[2]), running: Number(found[3]) };
}

/** What a unit sent, as it stays readable for years (R4). Roles and bodies, no names of persons. */
export type ReportReceipt = {
  readonly kind: 'report';
  readonly number: string;
  /** ISO instant. */
  readonly at: string;
  readonly federation: { readonly code: string; readonly name: string };
  readonly unit: { readonly code: string; readonly name: string };
  readonly plan: { readonly code: string; readonly version: number; readonly hash: string };
  readonly period: { readonly code: string; readonly title: string };
  /** In what capacity it was sent: "Chủ tịch CĐCS", "Cán bộ công đoàn cấp trên nhập thay". */
  readonly as: string;
  readonly late: boolean;
  readonly figures: readonly ReceiptFigure[];
  /** Lines of the period that were knowingly left out. */
  readonly leftOut: readonly string[];
};

/** One line of a receipt. */
export type ReceiptFigure = {
  readonly line: string;
  readonly title: string;
  readonly period: string;
  readonly figure: FigureValue;
  /** As people read it. */
  readonly words: string;
  /** How many files went with it. */
  readonly evidence: number;
  readonly again: boolean;
};

/** The content hash printed on a receipt and signed by the server. */
export function receiptHash(content: ReportReceipt): string {
  return hashOf(content);
}

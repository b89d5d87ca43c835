import { groupedHash } from './grouped-hash.ts';
import type { Letterhead } from './official.ts';
import { compilePdf } from './typst/compile.ts';
import { qrSvg } from './typst/qr.ts';

/** The receipt (biên nhận) of a report that was sent or a pledge that was signed (R4). */
export interface Receipt {
  letterhead: Letterhead;
  /** `Biên nhận báo cáo`, `Biên nhận ký giao ước` */
  title: string;
  /** Số biên nhận, `BC-2026-0417` */
  number: string;
  /** Lines under the number: what it is for. */
  subtitles: string[];
  /** Unit, person by role, time, way of signing, plan version …, in this order. */
  facts: ReceiptFact[];
  /** What was sent: one row per line of the plan. */
  contents: ReceiptContents[];
  /** SHA-256 of the content, hexadecimal. */
  contentHash: string;
  /** The server's Ed25519 signature of the content hash, base64. */
  serverSignature: string;
  checkUrl: string;
  /** Last sentences: what happens next, how long it can be taken back. */
  notes: string[];
  /** ISO instant of the receipt, for the file's date. */
  madeAt: string;
}

export interface ReceiptFact {
  label: string;
  value: string;
}

export interface ReceiptContents {
  title: string;
  rows: {
    code: string;
    content: string;
    /** The figure, target or answer in words: `41/46 = 89,13 %`; evidence may follow after a line break. */
    value: string;
  }[];
}

/** Sets a receipt: A4 upright, hash and signature in full, QR code to the check page. */
export function receipt(data: Receipt): Uint8Array {
  const { madeAt, ...words } = data;
  return compilePdf(
    'receipt.typ',
    {
      ...words,
      contentHash: groupedHash(data.contentHash),
      serverSignature: data.serverSignature.replace(/(.{22})(?=.)/g, '$1 '),
      qr: qrSvg(data.checkUrl),
    },
    madeAt,
  );
}

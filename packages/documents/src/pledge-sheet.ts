import type { Letterhead, SignatureBlock } from './official.ts';
import { groupedHash } from './grouped-hash.ts';
import { compilePdf } from './typst/compile.ts';
import { qrSvg } from './typst/qr.ts';

/** The pledge (giao ước thi đua) of one unit, as signed or still to be signed. */
export interface PledgeSheet {
  letterhead: Letterhead;
  /** `Giao ước thi đua`, or `Phụ lục giao ước thi đua` for an addendum. */
  title: string;
  /** Lines under the title: year, parties. `''` is left out. */
  subtitles: string[];
  /** Full name of the unit, also the file's title. */
  unit: string;
  /** Paragraphs before the tables. */
  preamble: string[];
  /** Usually `I. 08 chỉ tiêu` and `II. 10 nhiệm vụ trọng tâm`. */
  sections: PledgeSection[];
  /** Paragraphs after the tables. */
  closing: string[];
  /** From left to right: the unit's chair, a witness if any, the federation. */
  parties: SignatureBlock[];
  /** SHA-256 of the canonical pledge, hexadecimal. */
  contentHash: string;
  /** Numbers of the receipts (số biên nhận) given so far. */
  receipts: string[];
  /** Address of the public check page; printed and drawn as QR code. */
  checkUrl: string;
  /** ISO instant of the state shown, for the file's date. */
  madeAt: string;
}

/** A table of the pledge. */
export interface PledgeSection {
  title: string;
  lines: PledgeSheetLine[];
  /** Sum of the points as text; `null` for no line of total. */
  total: string | null;
}

/** One line of the plan as the unit pledges it. */
export interface PledgeSheetLine {
  code: string;
  content: string;
  /** The unit's target in words, `≥ 98 %`; `null` in every line of a section leaves the column out. */
  target: string | null;
  points: string;
}

/** Sets the pledge of one unit: A4 upright, with the check code in the foot of every page. */
export function pledgeSheet(sheet: PledgeSheet): Uint8Array {
  const { madeAt, ...data } = sheet;
  return compilePdf(
    'pledge-sheet.typ',
    { ...data, contentHash: groupedHash(sheet.contentHash), qr: qrSvg(sheet.checkUrl) },
    madeAt,
  );
}

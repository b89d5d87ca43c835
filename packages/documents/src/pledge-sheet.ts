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
  /** Of an addendum: what is new since the paper it follows, and what the publisher wrote; `null` for a pledge. */
  changes?: { title: string; lines: string[]; notes: string[] } | null;
  /** Usually `I. 08 chỉ tiêu` and `II. 10 nhiệm vụ trọng tâm`. */
  sections: PledgeSection[];
  /** What decides grade and rank beside the points; empty where nothing is to be said. */
  conditions: PledgeConditions[];
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

/** Sentences under a heading of their own. */
export interface PledgeConditions {
  title: string;
  items: string[];
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
  /** `5`, or `trừ tối đa 5` for a line that only takes away. */
  points: string;
}

/** Many pledges in one file, to be printed in one go; each starts on a page of its own and counts its own pages. */
export interface PledgeBook {
  /** The file's title: `Giao ước thi đua năm học 2023-2024, 42 đơn vị`. */
  title: string;
  sheets: PledgeSheet[];
  /** ISO instant for the file's date. */
  madeAt: string;
}

/** Sets the pledge of one unit: A4 upright, with the check code in the foot of every page. */
export function pledgeSheet(sheet: PledgeSheet): Uint8Array {
  return pledgeBook({ title: `${sheet.title}, ${sheet.unit}`, sheets: [sheet], madeAt: sheet.madeAt });
}

/** Sets many pledges into one file. For many files, one per unit, see `Documents.renderAll`. */
export function pledgeBook({ title, sheets, madeAt }: PledgeBook): Uint8Array {
  const set = sheets.map((sheet) => ({
    ...sheet,
    contentHash: groupedHash(sheet.contentHash),
    qr: qrSvg(sheet.checkUrl),
  }));
  return compilePdf('pledge-sheet.typ', { title, sheets: set }, madeAt);
}

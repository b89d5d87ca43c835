import type { Letterhead, SignatureBlock } from './official.ts';

/**
 * One snapshot of a ranking, as the page, the PDF and the Excel file show it (S6).
 * Points are decimal texts as the engine prints them (`93.5`, `-2`): the PDF writes `93,50`, Excel gets real numbers.
 */
export interface Ranking {
  letterhead: Letterhead;
  /** `Bảng xếp hạng thi đua` */
  title: string;
  /** `Năm học 2026-2027`, `Kết quả tạm, chưa công bố`; `''` is left out. */
  subtitles: string[];
  snapshot: SnapshotMark;
  /** Paragraphs before the first table. */
  preamble: string[];
  blocks: RankingBlock[];
  /** Paragraphs after the last table. */
  closing: string[];
  signatures: SignatureBlock[];
  /** Nơi nhận, printed left of a single signature: `Như trên`, `Lưu: VT`. */
  recipients?: string[];
  /** ISO instant of the snapshot, for the file's date. */
  madeAt: string;
}

/** What ties a paper to the snapshot it shows; printed in the foot of every page. */
export interface SnapshotMark {
  /** `XH-2027-014` */
  number: string;
  /** `09:30, 18/06/2027` */
  takenAt: string;
  /** Digest of the results, hexadecimal. */
  digest: string;
}

export interface RankingBlock {
  /** `Khối Tiểu học` */
  title: string;
  /** A sentence under the title: number of units, quota and how it came about; may be `''`. */
  facts: string;
  rows: RankingRow[];
  /** Sentences under the table: how ties were decided, who is not ranked and why. */
  notes: string[];
}

export interface RankingRow {
  /** `3`, `3=` for a tie (printed as "3, đồng hạng"), `–` for a unit that is not ranked. */
  rank: string;
  unit: string;
  base: string;
  bonus: string;
  penalty: string;
  total: string;
  /** The grade in words, with what lowered it: `Tốt (hết chỗ loại trên)`. */
  grade: string;
  /** Words on the line drawn below this row, `Giới hạn xuất sắc: 3 đơn vị`; `null` for no line. */
  lineBelow: string | null;
}

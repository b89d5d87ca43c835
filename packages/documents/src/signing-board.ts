import type { Letterhead } from './official.ts';
import { compilePdf } from './typst/compile.ts';

/** Who has signed, to hang on a wall or to take into the hall. */
export interface SigningBoard {
  letterhead: Letterhead;
  /** `Bảng theo dõi ký giao ước` */
  title: string;
  /** `Năm học 2023-2024`, `Tính đến 09:30, 28/09/2023`, `Đã ký 12 trên 17 đơn vị`. */
  subtitles: string[];
  blocks: SigningBoardBlock[];
  /** Left in the foot of every page: `In lúc 09:30, 28/09/2023`. */
  foot: string;
  /** ISO instant for the file's date. */
  madeAt: string;
}

export interface SigningBoardBlock {
  title: string;
  /** `Đã ký 12/17` */
  summary: string;
  rows: SigningBoardRow[];
}

export interface SigningBoardRow {
  unit: string;
  /** Whether the unit itself has signed: draws the tick. */
  signed: boolean;
  /** `Đã ký`, `Chưa ký`, `Từ chối`, `Chờ xác nhận bản giấy`. */
  state: string;
  /** When and how the unit signed; `''` while it has not. */
  at: string;
  method: string;
  /** The federation's side: `Đã ký 03/10/2023`; may be `''`. */
  federation: string;
}

/** Sets the board of signatures: A4 lying, one table per block. */
export function signingBoard(board: SigningBoard): Uint8Array {
  const { madeAt, ...data } = board;
  return compilePdf('signing-board.typ', data, madeAt);
}

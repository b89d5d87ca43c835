/** A workbook as this package thinks of it; only `write-workbook.ts` and `looks.ts` know the library that writes. */
export interface Workbook {
  title: string;
  /** ISO instant written into the file. */
  madeAt: string;
  sheets: Sheet[];
}

export interface Sheet {
  /** Made to fit Excel's rules for names (31 letters, none of `[]:*?/\`, no doubles). */
  name: string;
  /** Column widths in letters. */
  widths: number[];
  rows: Row[];
  /** Rows above and columns left of the part that scrolls; the rows also repeat on every printed page. */
  frozen: { rows: number; columns: number };
  landscape: boolean;
  /** Printed at the foot of every page, left; the page number stands right. */
  foot: string;
  /** Drop-down lists. */
  lists: DropDown[];
}

export interface Row {
  cells: Cell[];
  /** Height in points, where the text needs more than one line (18). */
  height?: number;
  /** Draws a strong line below the row. */
  ruled?: boolean;
}

/** A string is always written as text, whatever it looks like; numbers are written as numbers. */
export interface Cell {
  value: string | number | null;
  look: CellLook;
  /** Number of columns the cell covers; 1 when left out. */
  across?: number;
}

/** What a cell looks like; `points` shows two decimals, `rank-shared` "đồng hạng 3" for the number 3. */
export type CellLook =
  | ('title' | 'note' | 'head' | 'text' | 'wrapped' | 'centre')
  | ('rank' | 'rank-shared' | 'points' | 'points-bold' | 'input' | 'example');

export interface DropDown {
  /** Column (from 1) and first and last row. */
  column: number;
  from: number;
  to: number;
  /** The sheet and the column (from 1) that hold the choices, from `first` to `last` row. */
  source: { sheet: string; column: number; first: number; last: number };
  /** Said when something else is typed, which is refused. */
  message: string;
}

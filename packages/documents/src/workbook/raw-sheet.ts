/** A sheet of an uploaded workbook, as this package reads it; only `read-workbook.ts` and `raw-cells.ts` know the library. */
export interface RawSheet {
  name: string;
  /** Not shown by a spreadsheet program until somebody asks for it. */
  hidden: boolean;
  /** Rows that hold anything, by number; a cell merged over several rows stands in each of them that holds anything else. */
  rows: RawRow[];
}

export interface RawRow {
  /** Number in the file, from 1. */
  row: number;
  /** Hidden by hand or by a filter. */
  hidden: boolean;
  /** By column number from 1; empty ones left out. */
  cells: Map<number, RawCell>;
  /** Columns whose cell is merged over columns to its right. */
  wide: ReadonlySet<number>;
}

/** One cell as it stands in the file. */
export type RawCell =
  | { kind: 'text'; text: string }
  /** `masked`: what a format of digits makes of it, `01` for `00`; `day` where it could be a date without its format. */
  | { kind: 'number'; number: number; masked?: string; day?: string }
  /** A real date cell; the day is the one shown, without a time zone. */
  | { kind: 'date'; day: string }
  /** Shows an error, or is a formula that was never worked out (`=D99`). */
  | { kind: 'error'; text: string };

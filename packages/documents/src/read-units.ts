import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { isDay } from '@giaouoc/domain/numbers/day';
import { parseNumber } from '@giaouoc/domain/text/parse-number';
import { searchKey, storedText } from '@giaouoc/domain/text/normalize';
import { EXAMPLE_MARK, unitsColumns, type UnitsColumn, type UnitsColumnKey } from './units-columns.ts';
import { UNITS_SHEET } from './units-template.ts';
import { readWorkbook, type RawCell, type RawSheet } from './workbook/read-workbook.ts';
import { WorkbookRefusal, type WorkbookRefusalCode } from './workbook/refusal.ts';
import { columnLetter } from './workbook/sheet-name.ts';

/** What stands in an uploaded list of units, or why the file is not read. */
export type UnitsReading =
  | {
      ok: true;
      /** The sheet that was read. */
      sheet: string;
      /** Letter of each column found: with a row's number, the address of a cell. */
      columns: Partial<Record<UnitsColumnKey, string>>;
      rows: UnitRow[];
      faults: CellFault[];
    }
  | { ok: false; code: WorkbookRefusalCode };

export interface UnitRow {
  /** Number of the row in the file. */
  row: number;
  /**
   * The value of each column, `''` when empty or unreadable: texts composed (NFC) with single spaces, `foundedOn` as
   * `yyyy-mm-dd`, `lastScore` as decimal text (`92.5`), `phone` with the leading zero that Excel takes from numbers.
   */
  values: Record<UnitsColumnKey, string>;
  /** The same cells as the person sees them, for the preview. */
  texts: Record<UnitsColumnKey, string>;
}

export interface CellFault {
  /** Row and letter of the column; row of the titles and `''` for a missing column. */
  row: number;
  column: string;
  code: CellFaultCode;
  /** What stands in the cell, or the title of the missing or doubled column. */
  value: string;
}

/** `number-ambiguous`: `1.234` may be one thousand or one and a bit. */
export type CellFaultCode = Extract<
  ErrorCode,
  | 'column-missing'
  | 'column-twice'
  | 'cell-error'
  | 'text-too-long'
  | 'day-unreadable'
  | 'number-unreadable'
  | 'number-ambiguous'
>;

const LONGEST_CELL = 500;
/** How far down the row of titles is looked for. */
const TITLE_ROWS = 20;

/**
 * Reads an uploaded list of units. Finds the row of titles by its words (accents, case and order do not matter) and
 * reads each cell by its column; what a value means, doubles included, is for the domain to judge. Never throws for a
 * bad file. Call it through `createDocuments().readUnits`, which bounds time and memory.
 */
export async function readUnits(bytes: Uint8Array): Promise<UnitsReading> {
  try {
    return readUnitsSheet(await readWorkbook(bytes));
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, code: error.code };
    throw error;
  }
}

function readUnitsSheet(sheets: RawSheet[]): UnitsReading {
  const ordered = [...sheets].sort(
    (a, b) =>
      Number(searchKey(b.name) === searchKey(UNITS_SHEET)) - Number(searchKey(a.name) === searchKey(UNITS_SHEET)),
  );
  for (const sheet of ordered) {
    const titles = sheet.rows.slice(0, TITLE_ROWS).find((row) => isTitleRow(row.cells));
    if (titles) return readBelow(sheet, titles);
  }
  throw new WorkbookRefusal('workbook-no-table');
}

/** A row of titles names the unit by code or by name, and at least one thing more. */
function isTitleRow(cells: Map<number, RawCell>): boolean {
  const keys = new Set([...cells.values()].map((cell) => columnOf(cell)?.key).filter((key) => key !== undefined));
  return keys.size >= 2 && (keys.has('code') || keys.has('name'));
}

const columnByTitle = new Map(
  unitsColumns.flatMap((column) => [column.title, ...column.aliases].map((title) => [searchKey(title), column])),
);

function columnOf(cell: RawCell): UnitsColumn | undefined {
  return cell.kind === 'text' ? columnByTitle.get(searchKey(cell.text)) : undefined;
}

function readBelow(sheet: RawSheet, titles: RawSheet['rows'][number]): UnitsReading {
  const faults: CellFault[] = [];
  const places = new Map<UnitsColumnKey, number>();
  for (const [place, cell] of titles.cells) {
    const column = columnOf(cell);
    if (!column) continue;
    if (places.has(column.key)) {
      faults.push({ row: titles.row, column: columnLetter(place), code: 'column-twice', value: column.title });
    } else places.set(column.key, place);
  }
  for (const column of unitsColumns) {
    if (column.required && !places.has(column.key)) {
      faults.push({ row: titles.row, column: '', code: 'column-missing', value: column.title });
    }
  }
  const rows: UnitRow[] = [];
  for (const { row, cells } of sheet.rows) {
    if (row <= titles.row) continue;
    const read = readRow(row, cells, places);
    if (Object.values(read.unit.texts).every((text) => text === '') || isExample(read.unit)) continue;
    rows.push(read.unit);
    faults.push(...read.faults);
  }
  const columns = Object.fromEntries([...places].map(([key, place]) => [key, columnLetter(place)]));
  return { ok: true, sheet: sheet.name, columns, rows, faults };
}

function isExample(unit: UnitRow): boolean {
  return searchKey(unit.texts.code) === searchKey(EXAMPLE_MARK);
}

function readRow(row: number, cells: Map<number, RawCell>, places: Map<UnitsColumnKey, number>) {
  const unit: UnitRow = { row, values: emptyRow(), texts: emptyRow() };
  const faults: CellFault[] = [];
  for (const column of unitsColumns) {
    const place = places.get(column.key);
    const cell = place === undefined ? undefined : cells.get(place);
    if (place === undefined || cell === undefined) continue;
    const text = shown(cell);
    const read = readCell(cell, column.kind, text);
    unit.texts[column.key] = text.slice(0, LONGEST_CELL);
    if ('value' in read) unit.values[column.key] = read.value;
    else faults.push({ row, column: columnLetter(place), code: read.fault, value: text.slice(0, LONGEST_CELL) });
  }
  return { unit, faults };
}

function emptyRow(): Record<UnitsColumnKey, string> {
  return Object.fromEntries(unitsColumns.map(({ key }) => [key, ''])) as Record<UnitsColumnKey, string>;
}

/** A cell as Vietnamese people see it. */
function shown(cell: RawCell): string {
  if (cell.kind === 'number') return decimalText(cell.number).replace('.', ',');
  if (cell.kind === 'date') return cell.day.split('-').reverse().join('/');
  return storedText(cell.text).replace(/\n/g, ' ');
}

/** Excel keeps 15 digits; what a float adds behind them is not the person's. */
function decimalText(number: number): string {
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6)
    ? String(rounded)
    : number.toExponential();
}

function readCell(
  cell: RawCell,
  kind: UnitsColumn['kind'],
  text: string,
): { value: string } | { fault: CellFaultCode } {
  if (cell.kind === 'error') return { fault: 'cell-error' };
  if (text.length > LONGEST_CELL) return { fault: 'text-too-long' };
  switch (kind) {
    case 'date':
      return readDate(cell, text);
    case 'number':
      return readNumber(cell, text);
    case 'phone':
      // Typed into a number cell, 0912 345 678 arrives as 912345678.
      return { value: cell.kind === 'number' && /^[1-9]\d{8}$/.test(text) ? `0${text}` : text };
    case 'text':
      return { value: cell.kind === 'number' ? decimalText(cell.number) : text };
  }
}

/** Day 1 of Excel's calendar of 1900, corrected for the 29 February 1900 that it counts. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function readDate(cell: RawCell, text: string): { value: string } | { fault: CellFaultCode } {
  let day: string | undefined;
  if (cell.kind === 'date') day = cell.day;
  else if (cell.kind === 'number') {
    // A date whose cell lost its format: a whole number of days, from 1927 to 2119.
    if (Number.isInteger(cell.number) && cell.number >= 10_000 && cell.number <= 80_000) {
      day = new Date(EXCEL_EPOCH + cell.number * 86_400_000).toISOString().slice(0, 10);
    }
  } else {
    const [, d = '', m = '', y = ''] = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(text) ?? [];
    day = d === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  return day !== undefined && isDay(day) ? { value: day } : { fault: 'day-unreadable' };
}

function readNumber(cell: RawCell, text: string): { value: string } | { fault: CellFaultCode } {
  // A real number cell is exact as it is: 1.234 there is no thousand.
  if (cell.kind === 'number') {
    const value = decimalText(cell.number);
    return /^-?\d+(\.\d+)?$/.test(value) ? { value } : { fault: 'number-unreadable' };
  }
  const parsed = parseNumber(text);
  if (!parsed.ok) return { fault: 'number-unreadable' };
  return parsed.value.kind === 'number' ? { value: parsed.value.value } : { fault: 'number-ambiguous' };
}

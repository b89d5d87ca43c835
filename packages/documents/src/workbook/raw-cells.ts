import { SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { RawCell, RawRow } from './raw-sheet.ts';

/** The cells of a sheet as the library read it, with merged cells counted for their rows. */
export function rawRows(sheet: WorkSheet, date1904: boolean): RawRow[] {
  const rows = new Map<number, RawRow>();
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const cell = rawCell(sheet[address] as CellObject, date1904);
    if (!cell) continue;
    const { r, c } = utils.decode_cell(address);
    let row = rows.get(r);
    if (!row) {
      row = { row: r + 1, hidden: sheet['!rows']?.[r]?.hidden === true, cells: new Map(), wide: new Set() };
      rows.set(r, row);
    }
    row.cells.set(c + 1, cell);
  }
  const ordered = [...rows.values()].sort((a, b) => a.row - b.row);
  for (const row of ordered) row.cells = new Map([...row.cells].sort(([a], [b]) => a - b));
  spreadMerges(sheet, ordered);
  return ordered;
}

/** Only rows that hold something are looked at: a merge may span a million rows. */
function spreadMerges(sheet: WorkSheet, rows: RawRow[]): void {
  const places = new Map(rows.map((row, place) => [row.row, place]));
  for (const { s, e } of sheet['!merges'] ?? []) {
    const column = s.c + 1;
    const place = places.get(s.r + 1);
    const anchor = place === undefined ? undefined : rows[place];
    const cell = anchor?.cells.get(column);
    if (!anchor || !cell || place === undefined) continue;
    if (e.c > s.c) anchor.wide = new Set([...anchor.wide, column]);
    for (const row of rows.slice(place + 1)) {
      if (row.row > e.r + 1) break;
      if (!row.cells.has(column)) row.cells.set(column, cell);
    }
  }
}

function rawCell(cell: CellObject, date1904: boolean): RawCell | undefined {
  switch (cell.t) {
    case 's':
      return textCell(String(cell.v));
    case 'b':
      return textCell(cell.v === true ? 'TRUE' : 'FALSE');
    case 'e':
      return { kind: 'error', text: cell.w ?? '' };
    case 'n':
      return numberCell(cell, date1904);
    // An empty cell with a style; with a formula it is one that was never worked out, which the library shows as 0.
    case 'z':
      return cell.f === undefined ? undefined : { kind: 'error', text: `=${cell.f}` };
    default:
      return undefined;
  }
}

function textCell(text: string): RawCell | undefined {
  // U+00AD is a letter in the oldest fonts, so nothing is cleaned here.
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** `0000`, `"MN-"00`: shows whole numbers digit by digit. Decimals, thousands and fractions are not codes. */
const notDigitMask = /[.,%/?eE]|General|@/;

function numberCell(cell: CellObject, date1904: boolean): RawCell {
  const number = Number(cell.v);
  if (!Number.isFinite(number)) return { kind: 'error', text: cell.w ?? '' };
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const day = dayOf(number, date1904);
  if (isDate(format))
    return day === undefined ? { kind: 'error', text: cell.w ?? String(number) } : { kind: 'date', day };
  const mask = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const masked = Number.isInteger(number) && !notDigitMask.test(mask) && /[0#]/.test(mask) ? cell.w?.trim() : undefined;
  return {
    kind: 'number',
    number,
    ...(masked !== undefined && { masked }),
    ...(day !== undefined && Number.isInteger(number) && day >= '1927' && day < '2120' && { day }),
  };
}

/** The library's own judgement and calendar; both untyped there. */
const { is_date: isDate, parse_date_code: parseDateCode } = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (serial: number, options: { date1904: boolean }) => { y: number; m: number; d: number } | null;
};

/** The calendar day of a serial number, in the workbook's own count from 1900 or 1904. */
function dayOf(serial: number, date1904: boolean): string | undefined {
  const date = serial >= 0 ? parseDateCode(Math.floor(serial), { date1904 }) : null;
  if (!date) return undefined;
  return `${String(date.y).padStart(4, '0')}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`;
}

import { formatUngrouped } from '@giaouoc/domain/words/numbers';
import { fullDay } from '@giaouoc/domain/words/times';
import { isDay } from '@giaouoc/domain/numbers/day';
import { parseNumber } from '@giaouoc/domain/text/parse-number';
import { storedText } from '@giaouoc/domain/text/normalize';
import { oldFontOf } from '@giaouoc/domain/text/old-fonts';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { UnitsColumn } from '../units-columns.ts';
import type { RawCell } from '../workbook/raw-sheet.ts';

/** `number-ambiguous`: `1.234` may be one thousand or one and a bit. */
export type CellFaultCode = Extract<
  ErrorCode,
  | 'column-missing'
  | 'column-twice'
  | 'cell-error'
  | 'text-too-long'
  | 'text-old-font'
  | 'day-unreadable'
  | 'number-unreadable'
  | 'number-ambiguous'
>;

export type CellReading = { value: string } | { fault: CellFaultCode; detail?: Record<string, string> };

export const longestCell = 500;

/** A cell as Vietnamese people see it. */
export function shownCell(cell: RawCell): string {
  if (cell.kind === 'number') return cell.masked ?? formatUngrouped(decimalText(cell.number));
  if (cell.kind === 'date') return fullDay(cell.day);
  return storedText(cell.text).replace(/\n/g, ' ');
}

/**
 * The value of a cell by the kind of its column: texts composed (NFC) with single spaces, dates as `yyyy-mm-dd`, numbers as
 * decimal text, phones with the zero that Excel takes from numbers.
 */
export function readCell(cell: RawCell, kind: UnitsColumn['kind']): CellReading {
  if (cell.kind === 'error') return { fault: 'cell-error' };
  const old = cell.kind === 'text' ? oldFontOf(cell.text) : undefined;
  if (old) return { fault: 'text-old-font', detail: { font: old.font, meant: storedText(old.text).slice(0, 200) } };
  const text = shownCell(cell);
  if (text.length > longestCell) return { fault: 'text-too-long' };
  switch (kind) {
    case 'date':
      return readDate(cell, text);
    case 'number':
      return readNumber(cell, text);
    case 'phone':
      return { value: cell.kind === 'number' ? phoneOf(cell, text) : text };
    case 'text':
      return { value: cell.kind === 'number' ? (cell.masked ?? decimalText(cell.number)) : text };
  }
}

/** Excel keeps 15 digits; what a float adds behind them is not the person's. */
function decimalText(number: number): string {
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6)
    ? String(rounded)
    : number.toExponential();
}

/** Typed into a number cell, 0912 345 678 arrives as 912345678; a format of ten digits shows it as it was. */
function phoneOf(cell: RawCell & { kind: 'number' }, text: string): string {
  const digits = decimalText(cell.number);
  return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : text;
}

function readDate(cell: RawCell, text: string): CellReading {
  let day: string | undefined;
  if (cell.kind === 'date') day = cell.day;
  // A date whose cell lost its format.
  else if (cell.kind === 'number') day = cell.day;
  else {
    const [, d = '', m = '', y = ''] = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(text) ?? [];
    day = d === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  return day !== undefined && isDay(day) ? { value: day } : { fault: 'day-unreadable' };
}

function readNumber(cell: RawCell, text: string): CellReading {
  // A real number cell is exact as it is: 1.234 there is no thousand.
  if (cell.kind === 'number') {
    const value = decimalText(cell.number);
    return /^-?\d+(\.\d+)?$/.test(value) ? { value } : { fault: 'number-unreadable' };
  }
  const parsed = parseNumber(text);
  if (!parsed.ok) return { fault: 'number-unreadable' };
  return parsed.value.kind === 'number' ? { value: parsed.value.value } : { fault: 'number-ambiguous' };
}

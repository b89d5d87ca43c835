import { unitsColumns, type UnitsColumnKey } from '../units-columns.ts';
import type { RawCell, RawRow, RawSheet } from '../workbook/raw-sheet.ts';
import { columnLetter } from '../workbook/sheet-name.ts';
import { findTitles, titlesBelow, type ColumnKey, type Titles } from './find-titles.ts';
import { RowJudge, type PassedReason } from './pass-over.ts';
import { longestCell, readCell, shownCell, type CellFaultCode } from './read-cell.ts';

export interface UnitRow {
  /** Number of the row in the file. */
  row: number;
  /** The value of each column, `''` when empty or unreadable; see `readCell`. */
  values: Record<UnitsColumnKey, string>;
  /** The heading above it that names a group, `KHỐI MẦM NON`; `''` when there is none. */
  section: string;
}

export interface CellFault {
  /** Row and letter of the column; row of the titles and `''` for a missing column. */
  row: number;
  column: string;
  code: CellFaultCode;
  /** What stands in the cell, or the title of the missing or doubled column. */
  value: string;
  /** What the sentence of `text-old-font` needs. */
  detail?: Record<string, string>;
}

/** A row that is no unit. */
export interface PassedRow {
  row: number;
  reason: PassedReason;
  /** What stands there, cells joined. */
  text: string;
}

/** A column with content that is not imported. */
export interface UnreadColumn {
  column: string;
  /** As it is written over it; `''` where nothing is. */
  title: string;
  /** `ordinal` and `person` are understood, and not kept. */
  kind: 'ordinal' | 'person' | 'unknown';
  /** How many units have something in it, and the first of that. */
  cells: number;
  sample: string;
}

/** What a sheet says, or that it has no table of units. */
export interface SheetReading {
  name: string;
  hidden: boolean;
  /** Rows with anything in them. */
  filled: number;
  /** Letter of each column found; null where the sheet has no row of titles. */
  columns: Partial<Record<UnitsColumnKey, string>> | null;
  rows: UnitRow[];
  faults: CellFault[];
  passed: PassedRow[];
  unread: UnreadColumn[];
  /** Rows that are read although the file hides them. */
  hiddenRows: number[];
}

/** Reads one sheet: the titles by their words, then row by row until the end. Every row with content is in the answer. */
export function readTable(sheet: RawSheet): SheetReading {
  const { name, hidden } = sheet;
  const reading: SheetReading = {
    ...{ name, hidden, filled: sheet.rows.length, columns: null },
    ...{ rows: [], faults: [], passed: [], unread: [], hiddenRows: [] },
  };
  const first = findTitles(sheet);
  if (!first) return reading;
  let titles = first;
  reading.columns = lettersOf(titles);
  reading.faults.push(...titleFaults(titles));
  const unread = new UnreadColumns();
  const judge = new RowJudge();
  for (const [at, row] of sheet.rows.entries()) {
    const pass = (reason: PassedReason) => reading.passed.push({ row: row.row, reason, text: joined(row) });
    if (row.row < first.from) {
      pass('heading');
      continue;
    }
    if (row.row <= titles.to) {
      if (titles !== first) pass('titles');
      continue;
    }
    const again = titlesBelow(sheet, at);
    if (again) {
      titles = again;
      judge.beginTable();
      pass('titles');
      continue;
    }
    const reason = judge.judge(wordsIn(row, titles));
    if (reason) {
      pass(reason);
      continue;
    }
    const { values, faults } = readRow(row, titles);
    reading.rows.push({ row: row.row, values, section: judge.section });
    reading.faults.push(...faults);
    if (row.hidden) reading.hiddenRows.push(row.row);
    unread.look(row, titles);
  }
  reading.unread = unread.list();
  return reading;
}

/** Letters of the columns that are kept. */
function lettersOf({ places }: Titles): Partial<Record<UnitsColumnKey, string>> {
  const kept = unitsColumns.flatMap(({ key }) => {
    const place = places.get(key);
    return place === undefined ? [] : [[key, columnLetter(place)] as const];
  });
  return Object.fromEntries(kept);
}

/** Without names nothing can be read; codes are proposed and blocks asked about where the list has none. */
function titleFaults({ to, places, doubled }: Titles): CellFault[] {
  const titleOf = (key: ColumnKey) => unitsColumns.find((column) => column.key === key)?.title;
  const twice = doubled.flatMap(({ column, key }): CellFault[] => {
    const value = titleOf(key);
    return value === undefined ? [] : [{ row: to, column: columnLetter(column), code: 'column-twice', value }];
  });
  const missing = places.has('name')
    ? []
    : [{ row: to, column: '', code: 'column-missing', value: titleOf('name') ?? '' } as const];
  return [...twice, ...missing];
}

const textAt = (row: RawRow, column: number | undefined): string => {
  const cell = column === undefined ? undefined : row.cells.get(column);
  return cell === undefined ? '' : shownCell(cell);
};

function wordsIn(row: RawRow, { places }: Titles) {
  const [code, name, ordinal] = (['code', 'name', 'ordinal'] as const).map((key) => places.get(key));
  return {
    code: textAt(row, code),
    name: textAt(row, name),
    ordinal: textAt(row, ordinal),
    others: [...row.cells]
      .filter(([column]) => ![code, name, ordinal].includes(column))
      .map(([, cell]) => shownCell(cell)),
    wideName: name !== undefined && row.wide.has(name),
  };
}

function readRow(row: RawRow, { places }: Titles) {
  const values = Object.fromEntries(unitsColumns.map(({ key }) => [key, ''])) as Record<UnitsColumnKey, string>;
  const faults: CellFault[] = [];
  for (const { key, kind } of unitsColumns) {
    const place = places.get(key);
    const cell = place === undefined ? undefined : row.cells.get(place);
    if (place === undefined || cell === undefined) continue;
    const read = readCell(cell, kind);
    if ('value' in read) values[key] = read.value;
    else {
      const { fault: code, detail } = read;
      const value = shownCell(cell).slice(0, longestCell);
      faults.push({ row: row.row, column: columnLetter(place), code, value, ...(detail && { detail }) });
    }
  }
  return { values, faults };
}

const joined = (row: RawRow): string =>
  [...new Set([...row.cells.values()].map((cell: RawCell) => shownCell(cell)))].join(' · ').slice(0, 200);

/** Counts what stands in columns that are not kept. */
class UnreadColumns {
  private readonly found = new Map<number, UnreadColumn>();

  look(row: RawRow, { places, words }: Titles): void {
    const keys = new Map([...places].map(([key, place]) => [place, key]));
    for (const [column, cell] of row.cells) {
      const key = keys.get(column);
      if (key !== undefined && key !== 'ordinal' && key !== 'person') continue;
      const known = this.found.get(column);
      if (known) known.cells += 1;
      else {
        const title = words.get(column) ?? '';
        const sample = shownCell(cell).slice(0, 80);
        this.found.set(column, { column: columnLetter(column), title, kind: key ?? 'unknown', cells: 1, sample });
      }
    }
  }

  list(): UnreadColumn[] {
    return [...this.found].sort(([a], [b]) => a - b).map(([, column]) => column);
  }
}

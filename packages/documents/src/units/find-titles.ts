import { searchKey } from '@giaouoc/domain/text/normalize';
import { companionColumns, unitsColumns, type CompanionKey, type UnitsColumnKey } from '../units-columns.ts';
import type { RawCell, RawRow, RawSheet } from '../workbook/raw-sheet.ts';

export type ColumnKey = UnitsColumnKey | CompanionKey;

/** The titles of one table: where each column stands, what the others are called. */
export interface Titles {
  /** First and last row of the titles; lists often have two, "Liên hệ" over "Chức vụ" and "SĐT". */
  from: number;
  to: number;
  /** Column number of what is known. */
  places: Map<ColumnKey, number>;
  /** What stands over each column, as it is written. */
  words: Map<number, string>;
  /** Columns whose title is there a second time. */
  doubled: { column: number; key: ColumnKey }[];
}

const keyByTitle = new Map<string, ColumnKey>([
  ...unitsColumns.flatMap(({ key, title, aliases }) =>
    [title, ...aliases].map((words): [string, ColumnKey] => [searchKey(words), key]),
  ),
  ...companionColumns.flatMap(({ key, titles }) => titles.map((words): [string, ColumnKey] => [searchKey(words), key])),
]);

const words = (cell: RawCell | undefined): string => (cell?.kind === 'text' ? cell.text : '');
const keyOf = (cell: RawCell | undefined): ColumnKey | undefined =>
  keyByTitle.get(searchKey(words(cell))) ?? keyByTitle.get(searchKey(words(cell).replace(/\(.*\)/s, '')));

/** How many columns of a row are titles, the unit's name among them; 0 for a row that is none of titles. */
function strength(row: RawRow | undefined): number {
  if (!row) return 0;
  const keys = new Set([...row.cells.values()].map(keyOf).filter((key) => key !== undefined));
  return keys.size >= 2 && (keys.has('code') || keys.has('name')) ? keys.size : 0;
}

/** How far down the first titles of a sheet are looked for. */
const farthest = 40;

/** The first titles of a sheet. */
export function findTitles(sheet: RawSheet): Titles | undefined {
  const at = sheet.rows.slice(0, farthest).findIndex((row) => strength(row) > 0);
  return at < 0 ? undefined : titlesAt(sheet, at);
}

/**
 * The titles of another table below, or the same again on a new page; undefined for every other row. Stricter than for the
 * first: a unit may be called like a title, but not all of its cells.
 */
export function titlesBelow(sheet: RawSheet, at: number): Titles | undefined {
  const row = sheet.rows[at];
  if (!row || strength(row) === 0) return undefined;
  const cells = [...row.cells.values()];
  const known = cells.filter((cell) => keyOf(cell) !== undefined).length;
  const others = cells.length - known;
  const texts = cells.every((cell) => cell.kind === 'text');
  return texts && (others === 0 || (known >= 3 && others * 2 <= known)) ? titlesAt(sheet, at) : undefined;
}

function titlesAt(sheet: RawSheet, at: number): Titles | undefined {
  const row = sheet.rows[at];
  if (!row) return undefined;
  const [above, below] = [sheet.rows[at - 1], sheet.rows[at + 1]];
  // A cell merged down both rows counts for both, so the names of units, which are not merged, end the titles.
  const first = above && above.row === row.row - 1 && isGroupTitles(above, row) ? above : undefined;
  const second = below && below.row === row.row + 1 && isSubtitles(row, below) ? below : undefined;
  const titles: Titles = {
    from: (first ?? row).row,
    to: (second ?? row).row,
    places: new Map(),
    words: new Map(),
    doubled: [],
  };
  const columns = new Set([first, row, second].flatMap((one) => [...(one?.cells.keys() ?? [])]));
  for (const column of [...columns].sort((a, b) => a - b)) {
    const stack = [second, row, first].map((one) => one?.cells.get(column)).filter((cell) => cell !== undefined);
    const key = stack.map(keyOf).find((one) => one !== undefined);
    titles.words.set(column, [...new Set(stack.map(words).reverse())].join(' / '));
    if (key === undefined) continue;
    if (titles.places.has(key)) titles.doubled.push({ column, key });
    else titles.places.set(key, column);
  }
  return titles;
}

/** Titles below titles: at least one is known, and no unit is named there. */
function isSubtitles(row: RawRow, below: RawRow): boolean {
  const nameColumn = [...row.cells].find(([, cell]) => keyOf(cell) === 'name')?.[0];
  const name = nameColumn === undefined ? undefined : below.cells.get(nameColumn);
  if (name !== undefined && name !== row.cells.get(nameColumn ?? 0)) return false;
  return [...below.cells].some(([column, cell]) => cell !== row.cells.get(column) && keyOf(cell) !== undefined);
}

/** Titles above titles: a known one over a column that has none itself. */
function isGroupTitles(above: RawRow, row: RawRow): boolean {
  return [...above.cells].some(([column, cell]) => keyOf(cell) !== undefined && !row.cells.has(column));
}

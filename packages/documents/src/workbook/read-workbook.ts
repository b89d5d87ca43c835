import ExcelJS from 'exceljs';
import { openArchive } from './open-archive.ts';
import { WorkbookRefusal } from './refusal.ts';
import { sniff } from './sniff.ts';
import { storeArchive } from './store-archive.ts';

/** One cell as it stands in the file. */
export type RawCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** A real date cell; the day is the one shown, without a time zone. */
  | { kind: 'date'; day: string }
  | { kind: 'error'; text: string };

export interface RawSheet {
  name: string;
  /** Rows that hold anything, with their number in the file; cells by column number from 1, empty ones left out. */
  rows: { row: number; cells: Map<number, RawCell> }[];
}

export const rowLimit = 5000;
/** Columns further right are not looked at. */
const columnLimit = 60;

const neededParts =
  /^(_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/sheet\d+\.xml)$/;

/** Nothing of these is read; ranges over whole columns in them would cost gigabytes. */
const ignoreNodes = [
  ...['dataValidations', 'conditionalFormatting', 'mergeCells', 'hyperlinks', 'drawing', 'picture', 'tableParts'],
  ...['extLst', 'autoFilter', 'rowBreaks', 'headerFooter', 'pageSetup', 'sheetProtection', 'cols', 'sheetViews'],
];

/**
 * Reads the cells of an uploaded workbook. To be called in a process with a memory limit: the archive is bounded, but
 * what its XML expands to in memory is not.
 *
 * @throws WorkbookRefusal
 */
export async function readWorkbook(bytes: Uint8Array): Promise<RawSheet[]> {
  const found = sniff(bytes);
  if (found !== 'zip') throw new WorkbookRefusal(found);
  const kinds = new Set<string>();
  const parts = await openArchive(bytes, (name) => {
    kinds.add(name);
    return neededParts.test(name);
  });
  if (kinds.has('xl/workbook.bin')) throw new WorkbookRefusal('workbook-binary');
  if (!kinds.has('xl/workbook.xml')) throw new WorkbookRefusal('workbook-other');
  const book = new ExcelJS.Workbook();
  try {
    // The typed signature wants the Buffer of older typings; the bytes are the same.
    await book.xlsx.load(storeArchive(parts) as unknown as ExcelJS.Buffer, { ignoreNodes });
  } catch (cause) {
    throw new WorkbookRefusal('workbook-broken', cause);
  }
  return book.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

function rowsOf(sheet: ExcelJS.Worksheet): RawSheet['rows'] {
  const rows: RawSheet['rows'] = [];
  sheet.eachRow((row, number) => {
    const cells = new Map<number, RawCell>();
    row.eachCell((cell, column) => {
      const raw = column <= columnLimit ? rawCell(cell.value) : undefined;
      if (raw) cells.set(column, raw);
    });
    if (cells.size === 0) return;
    if (rows.length >= rowLimit) throw new WorkbookRefusal('rows-too-many');
    rows.push({ row: number, cells });
  });
  return rows;
}

function rawCell(value: ExcelJS.CellValue): RawCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? { kind: 'error', text: '' }
      : { kind: 'date', day: value.toISOString().slice(0, 10) };
  }
  if ('richText' in value) return rawCell(value.richText.map((run) => run.text).join(''));
  if ('text' in value) return rawCell(value.text as ExcelJS.CellValue);
  if ('error' in value) return { kind: 'error', text: value.error };
  // A formula counts as what it last came to; one that was never worked out has nothing to say.
  const result = (value as { result?: ExcelJS.CellValue }).result;
  return result === undefined
    ? { kind: 'error', text: `=${(value as { formula?: string }).formula ?? ''}` }
    : rawCell(result);
}

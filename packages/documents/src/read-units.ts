import { oldFontOf } from '@giaouoc/domain/text/old-fonts';
import { readTable, type SheetReading } from './units/read-table.ts';
import type { RawSheet } from './workbook/raw-sheet.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import { WorkbookRefusal, type WorkbookRefusalCode } from './workbook/refusal.ts';

/** What stands in an uploaded list of units, sheet by sheet in the order of the file, or why the file is not read. */
export type UnitsReading = { ok: true; sheets: SheetReading[] } | { ok: false; code: WorkbookRefusalCode };

export type { CellFault, PassedRow, SheetReading, UnitRow, UnreadColumn } from './units/read-table.ts';

/**
 * Reads an uploaded list of units: every sheet with content, each row of titles by its words (accents, case and order do
 * not matter), each cell by its column. Nothing with content is left out without being in the answer by name: sheets
 * without a table, rows that are no units, columns that are not kept. What a value means, doubles included, is for the domain
 * to judge. Never throws for a bad file. Call it through `createDocuments().readUnits`, which bounds time and memory.
 */
export async function readUnits(bytes: Uint8Array): Promise<UnitsReading> {
  try {
    const sheets = (await readWorkbook(bytes)).filter((sheet) => sheet.rows.length > 0);
    const readings = sheets.map(readTable);
    if (readings.every(({ columns }) => columns === null)) {
      throw new WorkbookRefusal(sheets.some(inOldFont) ? 'workbook-old-font' : 'workbook-no-table');
    }
    return { ok: true, sheets: readings };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, code: error.code };
    throw error;
  }
}

/** Titles typed for an old font are not found by their words. */
function inOldFont(sheet: RawSheet): boolean {
  return sheet.rows
    .slice(0, 40)
    .some(({ cells }) =>
      [...cells.values()].some((cell) => cell.kind === 'text' && oldFontOf(cell.text) !== undefined),
    );
}

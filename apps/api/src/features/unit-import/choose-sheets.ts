import type { SheetReading } from '@giaouoc/documents';
import { searchKey } from '@giaouoc/domain/text/normalize';

/** The sheet of the template; where it is there, the others are notes beside it. */
const templateSheet = searchKey('Đơn vị');

/**
 * Which sheets of a workbook are read: those the person chose, else every sheet with a table of units that is shown; of a
 * filled-in template only its own. Where all tables are hidden, none is read until somebody says so.
 */
export function chooseSheets(sheets: readonly SheetReading[], chosen: readonly string[] | undefined): SheetReading[] {
  const tables = sheets.filter(({ columns }) => columns !== null);
  if (chosen !== undefined) return tables.filter(({ name }) => chosen.includes(name));
  const shown = tables.filter(({ hidden }) => !hidden);
  const template = shown.filter(({ name, rows }) => searchKey(name) === templateSheet && rows.length > 0);
  return template.length > 0 ? template : shown;
}

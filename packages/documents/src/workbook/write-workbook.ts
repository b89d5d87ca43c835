import { writeXlsx, type Cell as WrittenCell, type WriteSheet } from 'hucre/xlsx';
import { styleOf } from './looks.ts';
import type { DropDown, Sheet, Workbook } from './sheet.ts';
import { columnLetter, sheetName } from './sheet-name.ts';

/** Excel's own limit for one cell. */
const LONGEST_TEXT = 32_767;
/** Points; one line of 12 pt with the marks above Ẳ and below Ộ. */
const LINE_HEIGHT = 18;
const formulaLike = /^[\s]*[=+\-@]/;

/** Writes a workbook as .xlsx. Strings stay text, whatever they begin with. */
export function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const used = new Set<string>();
  const names = new Map(workbook.sheets.map((sheet) => [sheet.name, sheetName(sheet.name, used)]));
  const madeAt = new Date(workbook.madeAt);
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => writtenSheet(sheet, names)),
    namedRanges: workbook.sheets.flatMap((sheet) => repeatedRows(sheet, names)),
    properties: { title: workbook.title, creator: 'Giao Ước', created: madeAt, modified: madeAt },
  });
}

function writtenSheet(sheet: Sheet, names: ReadonlyMap<string, string>): WriteSheet {
  const { rows, columns } = sheet.frozen;
  return {
    name: names.get(sheet.name) ?? sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    ...writtenRows(sheet),
    // A pane that holds nothing is no pane to Excel.
    ...(rows + columns > 0 && { freezePane: { rows, columns } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&"Times New Roman"&9${sheet.foot.replaceAll('&', '&&')}&R&9&P/&N` },
    dataValidations: sheet.lists.map((list) => validationOf(list, names)),
  };
}

/**
 * The rows that repeat on every printed page, as the reserved name that Excel keeps them under. The library's own setting
 * leaves out the quotes around the sheet's name, and Excel then takes "Khối Tiểu học" for a damaged file.
 */
function repeatedRows({ name, frozen }: Sheet, names: ReadonlyMap<string, string>) {
  const scope = names.get(name) ?? name;
  return frozen.rows === 0 ? [] : [{ name: '_xlnm.Print_Titles', scope, range: `${quoted(scope)}!$1:$${frozen.rows}` }];
}

/** A sheet's name as formulas have it. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

function writtenRows(sheet: Sheet): Required<Pick<WriteSheet, 'rows' | 'cells' | 'merges' | 'rowDefs'>> {
  const cells = new Map<string, Partial<WrittenCell>>();
  const merges: WriteSheet['merges'] = [];
  const rowDefs: WriteSheet['rowDefs'] = new Map();
  sheet.rows.forEach((row, r) => {
    rowDefs.set(r, { height: row.height ?? LINE_HEIGHT });
    let column = 0;
    for (const { value, look, across = 1 } of row.cells) {
      const style = styleOf(look, row.ruled === true, typeof value === 'string' && formulaLike.test(value));
      const written = typeof value === 'string' ? value.normalize('NFC').toWellFormed().slice(0, LONGEST_TEXT) : value;
      cells.set(`${r},${column}`, { value: written, style });
      // The cells that a merge covers keep the border.
      for (let covered = 1; covered < across; covered++) cells.set(`${r},${column + covered}`, { value: null, style });
      if (across > 1) merges.push({ startRow: r, startCol: column, endRow: r, endCol: column + across - 1 });
      column += across;
    }
  });
  return { rows: [], cells, merges, rowDefs };
}

/** One entry for the whole range; the choices stand on a sheet of their own. */
function validationOf({ column, from, to, source, message }: DropDown, names: ReadonlyMap<string, string>) {
  const letter = columnLetter(source.column);
  const sheet = quoted(names.get(source.sheet) ?? source.sheet);
  return {
    type: 'list' as const,
    range: `${columnLetter(column)}${from}:${columnLetter(column)}${to}`,
    allowBlank: true,
    formula1: `${sheet}!$${letter}$${source.first}:$${letter}$${source.last}`,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    errorTitle: 'Chưa có trong danh mục',
    errorMessage: message,
  };
}

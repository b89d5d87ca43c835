import ExcelJS from 'exceljs';
import { styleOf } from './looks.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { columnLetter, sheetName } from './sheet-name.ts';

/** Excel's own limit for one cell. */
const LONGEST_TEXT = 32_767;
/** Points; one line of 12 pt with the marks above Ẳ and below Ộ. */
const LINE_HEIGHT = 18;
const formulaLike = /^[\s]*[=+\-@]/;

/** Writes a workbook as .xlsx. Strings stay text, whatever they begin with. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = workbook.title;
  book.creator = 'Giao Ước';
  book.created = new Date(workbook.madeAt);
  book.modified = new Date(workbook.madeAt);
  const used = new Set<string>();
  const names = new Map(workbook.sheets.map((sheet) => [sheet.name, sheetName(sheet.name, used)]));
  for (const sheet of workbook.sheets) addSheet(book, sheet, names);
  const bytes = await book.xlsx.writeBuffer({
    useStyles: true,
    zip: { compression: 'DEFLATE', compressionOptions: { level: 3 } },
  });
  return new Uint8Array(bytes);
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, names: ReadonlyMap<string, string>): void {
  const { rows, columns } = sheet.frozen;
  const page = book.addWorksheet(names.get(sheet.name) ?? sheet.name, {
    views: [{ state: 'frozen', xSplit: columns, ySplit: rows, topLeftCell: `${columnLetter(columns + 1)}${rows + 1}` }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(rows > 0 && { printTitlesRow: `1:${rows}` }),
    },
    headerFooter: { oddFooter: `&L&"Times New Roman"&9${sheet.foot.replaceAll('&', '&&')}&R&9&P/&N` },
  });
  sheet.widths.forEach((width, i) => (page.getColumn(i + 1).width = width));
  sheet.rows.forEach((row, i) => {
    const line = page.getRow(i + 1);
    line.height = row.height ?? LINE_HEIGHT;
    let column = 1;
    for (const { value, look, across = 1 } of row.cells) {
      const cell = line.getCell(column);
      cell.value = typeof value === 'string' ? value.normalize('NFC').toWellFormed().slice(0, LONGEST_TEXT) : value;
      cell.style = styleOf(look, row.ruled === true, typeof value === 'string' && formulaLike.test(value));
      if (across > 1) page.mergeCells(i + 1, column, i + 1, column + across - 1);
      column += across;
    }
  });
  for (const { column, from, to, source, message } of sheet.lists) {
    const letter = columnLetter(source.column);
    const where = (names.get(source.sheet) ?? source.sheet).replaceAll("'", "''");
    // One entry for the whole range: the library would otherwise keep one per cell.
    (page as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(
      `${columnLetter(column)}${from}:${columnLetter(column)}${to}`,
      {
        type: 'list',
        allowBlank: true,
        formulae: [`'${where}'!$${letter}$${source.first}:$${letter}$${source.last}`],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Chưa có trong danh mục',
        error: message,
      },
    );
  }
}

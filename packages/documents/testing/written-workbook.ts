import { read, utils, type CellObject } from '@e965/xlsx';
import { openArchive } from '../src/workbook/open-archive.ts';

/** A sheet as the other library reads it back, and its XML for what that library does not tell (print, borders, lists). */
export interface WrittenSheet {
  name: string;
  /** Values by row and column from 0; null where nothing stands. */
  rows: (string | number | boolean | null)[][];
  cells: Record<string, CellObject>;
  xml: string;
  /** The style of a cell (`A1`) as its XML: `{ font, border, xf }`. */
  styleOf: (address: string) => { font: string; border: string; xf: string };
}

/** Reads a workbook that the product has written with a library that it does not write with. */
export async function readWritten(bytes: Uint8Array): Promise<{ sheets: WrittenSheet[]; workbookXml: string }> {
  const book = read(bytes, { type: 'buffer', cellNF: true, sheetStubs: true, cellHTML: false });
  const parts = await openArchive(bytes, (name) => name.endsWith('.xml'));
  const part = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const styles = part('xl/styles.xml');
  const [fonts, borders, xfs] = [
    itemsOf(styles, 'fonts', 'font'),
    itemsOf(styles, 'borders', 'border'),
    itemsOf(styles, 'cellXfs', 'xf'),
  ];
  const sheets = book.SheetNames.map((name, i): WrittenSheet => {
    const sheet = book.Sheets[name]!;
    const xml = part(`xl/worksheets/sheet${i + 1}.xml`);
    return {
      name,
      rows: utils.sheet_to_json<WrittenSheet['rows'][number]>(sheet, { header: 1, defval: null, raw: true }),
      cells: Object.fromEntries(Object.entries(sheet).filter(([address]) => !address.startsWith('!'))),
      xml,
      styleOf(address) {
        const index = new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(xml)?.[1];
        const xf = xfs[Number(index ?? 0)] ?? '';
        const of = (list: string[], attribute: string) =>
          list[Number(new RegExp(`${attribute}="(\\d+)"`).exec(xf)?.[1] ?? 0)] ?? '';
        return { font: of(fonts, 'fontId'), border: of(borders, 'borderId'), xf };
      },
    };
  });
  return { sheets, workbookXml: part('xl/workbook.xml') };
}

/** The elements of a list in the styles, in order. */
function itemsOf(xml: string, list: string, item: string): string[] {
  const inside = new RegExp(`<${list}[^>]*>([^]*?)</${list}>`).exec(xml)?.[1] ?? '';
  return inside.match(new RegExp(`<${item}(\\s[^>]*)?/>|<${item}(\\s[^>]*)?>[^]*?</${item}>`, 'g')) ?? [];
}

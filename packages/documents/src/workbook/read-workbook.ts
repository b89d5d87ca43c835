import { read, type WorkBook } from '@e965/xlsx';
import { judgeXml } from './judge-xml.ts';
import { openArchive } from './open-archive.ts';
import { rawRows } from './raw-cells.ts';
import type { RawSheet } from './raw-sheet.ts';
import { WorkbookRefusal } from './refusal.ts';
import { sniff } from './sniff.ts';
import { storeArchive } from './store-archive.ts';

/** Rows with anything in them, of all sheets together. */
export const rowLimit = 5000;

/** Nothing of these is read: pictures, pivots, what other workbooks said, remarks. */
const leftOut =
  /(^|\/)(media|drawings|charts|chartsheets|diagrams|embeddings|theme|externalLinks|pivot\w*|tables|queryTables|customXml|ctrlProps|slicers?|slicerCaches|timelines|persons|threadedComments|comments\d*\.xml)(\/|$)/i;

const isWanted = (name: string) => /\.(xml|rels)$/i.test(name) && !leftOut.test(name);

/**
 * Reads the cells of an uploaded workbook, .xlsx or .xls (from Excel 97 on). To be called in a process with limits of time
 * and memory: an archive is bounded before it is opened, but what its XML expands to in memory is not.
 *
 * @throws WorkbookRefusal
 */
export async function readWorkbook(bytes: Uint8Array): Promise<RawSheet[]> {
  const found = sniff(bytes);
  const book = found === 'zip' ? await readArchive(bytes) : found === 'xls' ? parse(bytes) : undefined;
  if (!book) throw new WorkbookRefusal(found as WorkbookRefusal['code']);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  let count = 0;
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name];
    // A sheet that cannot be read is left out by the library without a word.
    if (!sheet) throw new WorkbookRefusal('workbook-broken');
    const rows = rawRows(sheet, date1904);
    count += rows.length;
    if (count > rowLimit) throw new WorkbookRefusal('rows-too-many');
    return { name, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, rows };
  });
}

async function readArchive(bytes: Uint8Array): Promise<WorkBook> {
  const names: string[] = [];
  const parts = await openArchive(bytes, (name) => {
    names.push(name);
    return isWanted(name);
  });
  if (names.some((name) => /(^|\/)workbook\.bin$/i.test(name))) throw new WorkbookRefusal('workbook-binary');
  if (!names.some((name) => /(^|\/)workbook\d*\.xml$/i.test(name))) throw new WorkbookRefusal('workbook-other');
  judgeXml(parts.values());
  return parse(storeArchive(parts));
}

/**
 * Cells without value are kept (`sheetStubs`), since that is how a formula that was never worked out shows; styles, since
 * they say which rows are hidden.
 */
function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'buffer', cellNF: true, cellStyles: true, sheetStubs: true, cellHTML: false });
  } catch (cause) {
    const locked = cause instanceof Error && cause.message.includes('password');
    throw new WorkbookRefusal(locked ? 'workbook-encrypted' : 'workbook-broken', cause);
  }
}

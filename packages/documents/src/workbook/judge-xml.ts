import { WorkbookRefusal } from './refusal.ts';

/**
 * Cells of all sheets together, empty ones with a style included: 5,000 rows of 60. The library takes some 40 µs for each;
 * what is beyond would only run into the limit of time.
 */
export const cellLimit = 300_000;

/**
 * Judges the XML parts of a workbook before the library sees them.
 *
 * @throws WorkbookRefusal
 */
export function judgeXml(parts: Iterable<Buffer>): void {
  let cells = 0;
  for (const part of parts) {
    const text = part.toString('latin1');
    if (!isWhole(text)) throw new WorkbookRefusal('workbook-broken');
    for (const _ of text.matchAll(/<(?:\w+:)?c[\s/>]/g)) {
      cells += 1;
      if (cells > cellLimit) throw new WorkbookRefusal('workbook-too-heavy');
    }
  }
}

/**
 * Whether the text of an XML part ends with the end of its first element. The library reads what it finds with patterns and
 * would take half a part for a short one.
 */
function isWhole(text: string): boolean {
  const body = text
    .replace(/^(\xef\xbb\xbf)?\s*/, '')
    .replace(/^(<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(\[[^]*?\])?\s*>|\s+)*/, '');
  const root = /^<([A-Za-z_][\w.:-]*)/.exec(body)?.[1];
  if (root === undefined) return false;
  const end = body.slice(-4096).replace(/(<!--[^]*?-->|\s+)*$/, '');
  return end.endsWith(`</${root}>`) || (body.length <= 4096 && /^<[^<>]*\/>$/.test(end));
}

import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a test may ask of a PDF, read by another library than wrote it. */
export interface PdfContent {
  /** Text of each page, all white space collapsed to single spaces. */
  pages: string[];
  /** Width and height of the first page in whole millimetres. */
  size: [number, number];
  /** Names of the fonts used, without the subset prefix, and whether each is embedded. */
  fonts: { name: string; embedded: boolean }[];
  title: string;
  /** Left edge, right edge and height of the baseline of every piece of text, in points, page by page. */
  pieces: { text: string; left: number; right: number; bottom: number; page: number }[];
}

/** Reads a PDF back. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: new Uint8Array(bytes), fontExtraProperties: true, verbosity: 0 });
  const pdf = await task.promise;
  const content: PdfContent = { pages: [], size: [0, 0], fonts: [], title: '', pieces: [] };
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    if (number === 1)
      content.size = page.view.slice(2, 4).map((points) => Math.round((points / 72) * 25.4)) as [number, number];
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      text += item.str + (item.hasEOL ? '\n' : '');
      const [left, bottom] = [item.transform[4] as number, item.transform[5] as number];
      if (item.str.trim())
        content.pieces.push({ text: item.str, left, right: left + item.width, bottom, page: number });
    }
    content.pages.push(
      text
        .replace(/[\u200B]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    for (const [name, embedded] of await fontsOf(page)) fonts.set(name, embedded);
  }
  content.fonts = [...fonts].map(([name, embedded]) => ({ name, embedded }));
  content.title = ((await pdf.getMetadata()).info as { Title?: string }).Title ?? '';
  await task.destroy();
  return content;
}

async function fontsOf(page: PDFPageProxy): Promise<[string, boolean][]> {
  const operators = await page.getOperatorList();
  const ids = new Set<string>();
  operators.fnArray.forEach((fn, i) => {
    if (fn === OPS.setFont) ids.add((operators.argsArray[i] as [string])[0]);
  });
  return [...ids].map((id) => {
    const font = page.commonObjs.get(id) as { name: string; missingFile: boolean; data?: Uint8Array };
    return [font.name.replace(/^[A-Z]{6}\+/, ''), !font.missingFile && font.data !== undefined];
  });
}

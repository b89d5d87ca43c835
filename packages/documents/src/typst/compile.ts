import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from './fonts.ts';
import { printable } from './printable.ts';

/** The folder of the templates; nothing outside it can be read by them. */
const workspace = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

let compiler: NodeCompiler | undefined;

/**
 * Sets one template of this package with its data and returns a tagged PDF/A-2b with embedded fonts.
 * The data reach the template as JSON only, so no text in them is ever read as markup. Equal data give equal bytes.
 *
 * @param template file name of the template, for example `pledge-sheet.typ`
 * @param data anything JSON can hold; texts are made printable, except under the key `qr`, which holds a
 *   drawing; under keys that end in `Url` they keep every letter
 * @param madeAt ISO instant written into the file as its date
 * @throws Error with Typst's own message when the template and the data do not fit
 */
export function compilePdf(template: string, data: object, madeAt: string): Uint8Array {
  const seconds = Math.floor(Date.parse(madeAt) / 1000);
  if (Number.isNaN(seconds)) throw new Error(`madeAt is not an ISO instant: ${madeAt}`);
  // One compiler per thread: it holds the fonts and the parsed templates.
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders }] });
  const json = JSON.stringify(data, (key, value: unknown) =>
    typeof value === 'string' && key !== 'qr' ? printable(value, !key.endsWith('Url')) : value,
  );
  const bytes = compiler.pdf(
    { mainFilePath: path.join(workspace, template), inputs: { data: json } },
    { pdfStandard: 'a-2b', creationTimestamp: seconds },
  );
  // Without this every document stays in memory; a few generations keep the shared parts warm.
  compiler.evictCache(5);
  // A copy, because the compiler's own memory cannot be handed to another thread.
  return new Uint8Array(bytes);
}

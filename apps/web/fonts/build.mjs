// Writes the fonts the pages load into static/fonts: two weights of Be Vietnam Pro in two subsets, and Inter's digits
// (Be Vietnam Pro has no tabular figures). Run after changing a pin: node fonts/build.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const out = path.resolve(import.meta.dirname, '../static/fonts');
const folder = (name) => path.dirname(require.resolve(`${name}/package.json`));
const source = (name, file) => readFile(path.join(folder(name), 'files', file));

/** Every letter of a unicode-range list such as "U+0102-0103,U+0110". */
function lettersOf(ranges) {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [from, to = from] = range.replace('U+', '').split('-');
      const first = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join('');
}

/** The signs that stand in columns of numbers. Letters stay with the text font. */
const digits = '0123456789 .,%+−-/=×÷–:▲▼≥≤';
const latin = lettersOf(
  'U+0020-007E,U+00A0,U+00A7,U+00AB,U+00B0,U+00B7,U+00BB,U+00C0-00FF,U+00D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+2212',
);

await mkdir(out, { recursive: true });
const ranges = JSON.parse(await readFile(path.join(folder('@fontsource/be-vietnam-pro'), 'unicode.json'), 'utf8'));
for (const weight of [400, 600]) {
  for (const [subset, text] of [
    ['latin', latin],
    ['vietnamese', lettersOf(ranges.vietnamese)],
  ]) {
    const font = await source('@fontsource/be-vietnam-pro', `be-vietnam-pro-${subset}-${weight}-normal.woff2`);
    await write(`be-vietnam-pro-${subset}-${weight}.woff2`, await subsetFont(font, text, { targetFormat: 'woff2' }));
  }
  const font = await source('@fontsource/inter', `inter-latin-${weight}-normal.woff2`);
  await write(
    `inter-digits-${weight}.woff2`,
    await subsetFont(font, digits, { targetFormat: 'woff2', keepFeatures: ['tnum', 'kern', 'case'] }),
  );
}
const licences = await Promise.all(
  ['@fontsource/be-vietnam-pro', '@fontsource/inter'].map(async (name) =>
    readFile(path.join(folder(name), 'LICENSE'), 'utf8'),
  ),
);
await write('OFL.txt', licences.join('\n\n----------------------------------------\n\n'));

async function write(name, bytes) {
  await writeFile(path.join(out, name), bytes);
  console.log(name.padEnd(40), `${(bytes.length / 1024).toFixed(1)} kB`);
}

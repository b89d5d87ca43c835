import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Numbers, days and times are put into words in packages/domain/src/words and nowhere else, so that a screen, a paper, an
 * Excel file and the command line write them alike.
 */
const home = 'packages/domain/src/words/';

/** How code writes a number or a day by itself. */
const ways: readonly [what: string, sign: RegExp][] = [
  ['the formats of the platform', /\bIntl\.(?:DateTime|Number)Format|\.toLocale(?:Date|Time)?String\b/],
  ['two digits', /\.padStart\(2\b/],
  ['rounded text', /\.to(?:Fixed|Precision)\(/],
  ['a day turned round', /\.split\('-'\)|\.getUTC(?:Date|Month|FullYear|Hours|Minutes|Day)\(/],
  ['the offset of Việt Nam', /\b7 \* (?:60 \* 60|3_?600)/],
  ['a decimal comma', /\.replace(?:All)?\('\.', ','\)/],
  ['a first letter', /\.charAt\(0\)\.to(?:Locale)?(?:Upper|Lower)Case/],
];

/** Files that may, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'apps/api/src/demo/demo-figures.ts': 'rounds a made-up figure',
  'apps/api/src/demo/play-signing.ts': 'sets a clock, as machines write it',
  'apps/api/src/features/ranking/make-provisional.ts': 'the number of a snapshot',
  'apps/web/src/lib/new-id.ts': 'hexadecimal digits',
  'apps/web/src/lib/ui/Meter.svelte': 'a width in a style',
  'packages/documents/src/units/read-cell.ts': 'reads what Excel keeps',
  'packages/documents/src/workbook/raw-cells.ts': 'reads what Excel keeps',
  'packages/domain/src/org/unit-code-proposals.ts': 'the running number of a code',
  'packages/domain/src/period/local-time.ts': 'works days out; writes none for people',
};

const vietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

/** Where an answer is made that a person may get in place of what was asked for; why it has Vietnamese letters in it. */
const answers =
  /^apps\/(?:api\/src\/(?:http|plugins|files|trpc)\/|web\/src\/(?:hooks|routes\/.*\+(?:page|layout)\.server\.ts))/;
const answersWithWords: Readonly<Record<string, string>> = {
  'apps/api/src/http/device.ts': 'names a device, no refusal',
  'apps/api/src/http/refusal-page.ts': 'the frame around a sentence',
  'apps/api/src/plugins/files.ts': 'takes accents from file names',
};

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'packages'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /^(?:apps|packages)\/[^/]+\/src\/.*\.(?:ts|svelte)$/.test(file) && !/\.test\.ts$/.test(file))
  .filter((file) => !file.startsWith(home) && existsSync(file));

const found = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  return ways.flatMap(([what, sign]) =>
    lines.flatMap((line, at) => (sign.test(line) ? [{ file, said: `${file}:${String(at + 1)}: ${what}` }] : [])),
  );
});

it('numbers, days and times find their words in one place', () => {
  expect(found.filter(({ file }) => !(file in exceptions)).map(({ said }) => said)).toEqual([]);
});

it('every exception is still needed', () => {
  expect(Object.keys(exceptions).filter((file) => !found.some((one) => one.file === file))).toEqual([]);
});

it('a refusal takes its sentence from packages/domain/src/messages', () => {
  const worded = files
    .filter((file) => answers.test(file) && !(file in answersWithWords))
    .flatMap((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const said = file.startsWith('apps/web') ? (code.match(/\bmessage:[^\n]*\n?[^\n]*/g) ?? []) : code.split('\n');
      return said
        .filter((line) => /['"`]/.test(line) && vietnamese.test(line))
        .map((line) => `${file}: ${line.trim()}`);
    });
  expect(worded).toEqual([]);
});

it.each([
  ['new Intl.NumberFormat("vi-VN")', 'the formats of the platform'],
  ["String(day).padStart(2, '0')", 'two digits'],
  ['value.toFixed(2)', 'rounded text'],
  ["day.split('-').reverse()", 'a day turned round'],
  ['Date.parse(at) + 7 * 3_600_000', 'the offset of Việt Nam'],
  ["total.replace('.', ',')", 'a decimal comma'],
  ['title.charAt(0).toLowerCase()', 'a first letter'],
])('%s is seen', (code, what) => {
  expect(ways.filter(([, sign]) => sign.test(code)).map(([said]) => said)).toEqual([what]);
});

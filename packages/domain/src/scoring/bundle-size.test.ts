import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** The size of what a page loads for the named exports, minified and compressed, and the text itself. */
async function bundle(names: string, from: string): Promise<{ bytes: number; text: string }> {
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from './${from}';`, resolveDir: path.join(import.meta.dirname, '..') },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const text = outputFiles[0]!.text;
  return { bytes: gzipSync(text, { level: 9 }).length, text };
}

test('the whole scoring path is at most 25 kB, without zod', async () => {
  const { bytes, text } = await bundle('*', 'scoring/index.ts');
  expect(bytes).toBeLessThan(25_000);
  expect(text).not.toMatch(/ZodError|safeParse/);
});

test('points of a line with their sentence, for a form, stay small', async () => {
  const lines = await bundle('{ scoreLine }', 'scoring/index.ts');
  const words = await bundle('{ explain, ruleInWords }', 'explain/index.ts');
  expect(lines.bytes).toBeLessThan(10_000);
  expect(lines.bytes + words.bytes).toBeLessThan(20_000);
  expect(lines.text + words.text).not.toMatch(/ZodError|safeParse/);
});

test('no Node API and no DOM', async () => {
  const { text } = await bundle('*', 'scoring/index.ts');
  expect(text).not.toMatch(/require\(|from"node:|\bdocument\.|\bwindow\./);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nestedDeeperThan } from './read-text.ts';
import { conformanceFile, giaouoc } from '../../testing/run-giaouoc.ts';

let folder: string;
const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'giaouoc-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that cannot be scored gives a sentence and exit code 2, never a stack', () => {
  const deep = '['.repeat(1_000_000);
  const notUtf8 = Buffer.from('{"format":"giaouoc-year/1","plan":"\u00e1"}', 'latin1');
  const cases: [string, () => string, RegExp][] = [
    ['missing', () => path.join(folder, 'khong-co.json'), /không tìm thấy tệp/],
    ['a folder', () => folder, /thư mục/],
    ['empty', () => file('trong.json', ''), /tệp trống/],
    ['not UTF-8', () => file('latin1.json', notUtf8), /UTF-8/],
    ['UTF-16', () => file('utf16.json', Buffer.from('\ufeff{}', 'utf16le')), /UTF-8/],
    ['a million brackets deep', () => file('sau.json', deep), /lồng nhau/],
    ['a deep group', () => file('nhom.json', '{"plan":'.repeat(100_000)), /lồng nhau/],
    ['not JSON', () => file('hong.json', '{"format": "giaouoc-year/1",'), /JSON/],
    ['plain text', () => file('loi.json', 'xin chào'), /JSON/],
    ['another document', () => file('khac.json', '[1,2,3]'), /có [1-9]\d* lỗi/],
    ['null', () => file('null.json', 'null'), /có [1-9]\d* lỗi/],
  ];
  test.each(cases)('%s', async (_name, make, sentence) => {
    const run = await giaouoc(['score', make()]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  });

  test('a device without an end is stopped at the largest size', async () => {
    const run = await giaouoc(['score', '/dev/zero']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/lớn hơn 400 MB/);
  });

  test('too little memory is said, too', async () => {
    const many = `[${'{},'.repeat(3_000_000)}{}]`;
    const text = `{"format":"giaouoc-year/1","plan":{},"units":[],"figures":${many}}`;
    const run = await giaouoc(['score', file('nhieu.json', text)], {
      nodeFlags: ['--max-old-space-size=96'],
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/không đủ bộ nhớ/);
  });

  test('for programs the sentence is a fault about the whole document', async () => {
    const run = await giaouoc(['score', path.join(folder, 'khong-co.json'), '--faults', 'json']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toEqual([
      { pointer: '', code: 'file-unreadable', message: expect.stringContaining('không tìm thấy') as string },
    ]);
  });
});

describe('a file that people save in their own way is read', () => {
  test('with a byte order mark, from standard input', async () => {
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(conformanceFile('01-minimal.year.json'), 'utf8');
    const run = await giaouoc(['score', '-'], { input: `\ufeff${text}` });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual(
      JSON.parse(readFileSync(conformanceFile('01-minimal.results.json'), 'utf8')),
    );
  });
});

test('brackets in strings and after escapes do not count as nesting', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  expect(nestedDeeperThan(bytes('[[1],[2],[3]]'), 2)).toBe(false);
  expect(nestedDeeperThan(bytes('[[[1]]]'), 2)).toBe(true);
  expect(nestedDeeperThan(bytes('["[[[\\"[[[", "{{{"]'), 1)).toBe(false);
  expect(nestedDeeperThan(bytes('["\\\\",[1]]'), 1)).toBe(true);
});

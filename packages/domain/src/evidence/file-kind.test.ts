import { describe, expect, it } from 'vitest';
import { fileKindOf } from './file-kind.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));

describe('A6: a file is what its content says', () => {
  it.each([
    ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif')],
    ['png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR')],
    ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['heic', bytes([0, 0, 0, 24], 'ftypheic')],
    ['heic', bytes([0, 0, 0, 24], 'ftypmif1')],
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes(' '.repeat(900), '%PDF-1.4')],
    ['docx', bytes('PK', [3, 4], '[Content_Types].xml', 'word/document.xml')],
  ] as const)('%s', (kind, file) => expect(fileKindOf(file)).toBe(kind));

  it.each([
    ['nothing', bytes()],
    ['text', bytes('xin chào')],
    ['a page', bytes('<!doctype html><script>')],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a program', bytes('MZ', [0x90, 0])],
    ['a workbook', bytes('PK', [3, 4], 'xl/workbook.xml')],
    ['a moving picture', bytes([0, 0, 0, 24], 'ftypisom')],
    ['a PDF behind a thousand bytes of something else', bytes('x'.repeat(1100), '%PDF-1.4')],
    ['half a signature', bytes([0x89], 'PN')],
  ])('%s is none of them', (_, file) => expect(fileKindOf(file)).toBeUndefined());
});

import { readFileSync } from 'node:fs';
import { fontFiles } from './fonts.ts';

/**
 * The code points that every face of the document font can draw.
 * PDF/A refuses a text with a letter the font does not have, so the templates must know before they set it.
 */
export function fontCoverage(): ReadonlySet<number> {
  coverage ??= fontFiles
    .map((file) => codePointsOf(readFileSync(file)))
    .reduce((shared, face) => new Set([...shared].filter((code) => face.has(code))));
  return coverage;
}

let coverage: ReadonlySet<number> | undefined;

/** Reads the character map (`cmap`, format 4) of a TrueType file: OpenType 1.9, "cmap". */
function codePointsOf(font: Buffer): Set<number> {
  const codes = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(table) === 4) addSegments(font, table, codes);
  }
  return codes;
}

function addSegments(font: Buffer, table: number, codes: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    const last = font.readUInt16BE(table + 14 + at);
    const first = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readUInt16BE(table + 16 + doubled * 2 + at);
    const rangeAt = table + 16 + doubled * 3 + at;
    const range = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const stored = range === 0 ? code : font.readUInt16BE(rangeAt + range + (code - first) * 2);
      const glyph = range !== 0 && stored === 0 ? 0 : (stored + delta) & 0xffff;
      if (glyph !== 0) codes.add(code);
    }
  }
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

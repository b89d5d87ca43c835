import { fontCoverage } from './font-coverage.ts';

/** Stands for a letter the font cannot draw. */
const MISSING = '\u25A1';
/** A word longer than this may be broken anywhere, so that it cannot run out of its column. */
const LONGEST_WORD = 32;

/**
 * Makes a text safe to print: composed letters (NFC), no control or invisible characters, an empty square for what
 * the font cannot draw, and places to break in over-long words. Ordinary Vietnamese text comes back unchanged.
 */
export function printable(text: string): string {
  const drawable = fontCoverage();
  let out = '';
  let word = 0;
  for (const letter of text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '\n' || letter === '\t' || letter === ' ') {
      out += letter === '\t' ? ' ' : letter;
      word = 0;
    } else if (drawable.has(code) ? !/\p{C}/u.test(letter) : !/[\p{Cc}\p{Cf}\p{M}]/u.test(letter)) {
      if (++word % LONGEST_WORD === 0) out += '\u200B';
      out += drawable.has(code) ? letter : MISSING;
    }
  }
  return out;
}

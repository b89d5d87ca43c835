import { fontCoverage } from './font-coverage.ts';

/** Stands for a letter the font cannot draw. */
const MISSING = '\u25A1';
/** A word longer than this may be broken anywhere, so that it cannot run out of its column. */
const LONGEST_WORD = 32;
/** After these a line may end anyway. */
const breaks = new Set(['\n', '\t', ' ', '/', '-', '–']);

/**
 * Makes a text safe to print: composed letters (NFC), no control or invisible characters, an empty square for what
 * the font cannot draw, and (invisible) places to break in over-long words. Ordinary Vietnamese text comes back unchanged.
 *
 * @param breakWords false for an address, which people copy from the paper: nothing invisible may stand in it
 */
export function printable(text: string, breakWords = true): string {
  const drawable = fontCoverage();
  let out = '';
  let word = 0;
  for (const letter of text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')) {
    const code = letter.codePointAt(0) ?? 0;
    if (breaks.has(letter)) {
      out += letter === '\t' ? ' ' : letter;
      word = 0;
    } else if (drawable.has(code) ? !/\p{C}/u.test(letter) : !/[\p{Cc}\p{Cf}\p{M}]/u.test(letter)) {
      if (breakWords && ++word % LONGEST_WORD === 0) out += '\u200B';
      out += drawable.has(code) ? letter : MISSING;
    }
  }
  return out;
}

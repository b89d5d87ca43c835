import { oneStrokedD } from './letters.ts';

/** Text as Vietnamese people write, sort and look it up (P4). Pure: needs only what the language itself has. */

// Signs that nobody sees and that come along when one copies: without width, for breaking lines, for turning the direction
// of reading. Kept, they would make two names that look the same differ, or show one as another. U+200D stays where it
// joins the parts of one picture (a woman and a school are a teacher); between letters it is only invisible.
const hidden =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(\u200d)(?=\p{Extended_Pictographic})|\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu;
/** Hyphens that look like `-`: the typographer's, and the one that does not break a line. */
const hyphens = /[\u2010\u2011]/g;

/** Words of visible ASCII with one space between them, at once what they are cleaned to. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The one cleaning of everything that is typed, pasted or imported. NFC, nothing hidden, plain hyphens, no space at either
 * end, runs of spaces of any kind as one. Line breaks stay.
 */
export function storedText(text: string): string {
  // Most of what is typed is a number: nothing in it needs cleaning.
  if (plainWords.test(text)) return text;
  return seen(oneStrokedD(text))
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The same on one line: line breaks become spaces. */
export const storedLine = (text: string): string => storedText(text).replace(/\n+/g, ' ');

/**
 * A code that other things refer to, without what nobody sees. Its letters stay in the normal form they came in, since a
 * published plan names its codes by code point.
 */
export const storedCode = (text: string): string => seen(text).replace(/\s+/gu, ' ').trim();

/**
 * A password or six-digit code as it is hashed and compared: NFC, and nothing else. A space or an unseen sign may be part
 * of a password, and cleaning it would lock out whoever chose it.
 */
export const normalizedSecret = (secret: string): string => secret.normalize('NFC');

const seen = (text: string): string => text.replace(hidden, '$1').replace(hyphens, '-');

/**
 * Search key: accents optional, đ = d, case and punctuation ignored.
 * `searchKey('Trường Tiểu học Đằng Giang – Khu 2')` = `'truong tieu hoc dang giang khu 2'`.
 */
export function searchKey(text: string): string {
  return seen(oneStrokedD(text))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether every word asked for begins a word of the text, in any order. */
export function matchesSearch(text: string, asked: string): boolean {
  const words = searchKey(text).split(' ');
  return searchKey(asked)
    .split(' ')
    .every((start) => words.some((word) => word.startsWith(start)));
}

const collator = new Intl.Collator('vi-VN', { numeric: true, sensitivity: 'variant' });

/** vi-VN order; numbers inside names in their value's order ("Khu 2" before "Khu 10"). For `Array.sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

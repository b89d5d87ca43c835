import { oneStrokedD } from './letters.ts';

/** Text as Vietnamese people write, sort and look it up (P4). Pure: needs only what the language itself has. */

// Signs that nobody sees and that come along when one copies: without width, for breaking lines, for turning the direction
// of reading. Kept, they would make two names that look the same differ, or show one as another.
const hidden = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Stored form: NFC, nothing hidden, no space at either end, runs of spaces as one. Line breaks stay. */
export function storedText(text: string): string {
  return oneStrokedD(text)
    .replace(hidden, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * Search key: accents optional, đ = d, case and punctuation ignored.
 * `searchKey('Trường Tiểu học Đằng Giang – Khu 2')` = `'truong tieu hoc dang giang khu 2'`.
 */
export function searchKey(text: string): string {
  return oneStrokedD(text)
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

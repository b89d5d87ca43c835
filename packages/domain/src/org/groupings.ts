import { searchKey } from '../text/normalize.ts';
import { codeKey } from './unit-code.ts';

/** Something named by a code and a title: a block or a cluster of the year. */
export type Named = { readonly code: string; readonly name: string };

/**
 * The code of the block or cluster that somebody means: by code, by title, by title without its first word ("Mầm non" for
 * "Khối Mầm non"), or with the kind of school shortened ("THCS" for "Khối Trung học cơ sở"). Nothing where none fits, or
 * where two fit equally well.
 */
export function findGrouping(known: readonly Named[], typed: string): string | undefined {
  if (searchKey(typed) === '') return undefined;
  const exact = known.find(({ code }) => codeKey(code) === codeKey(typed));
  if (exact) return exact.code;
  for (const form of [searchKey, bare, spelled]) {
    const fitting = known.filter(({ name }) => form(name) === form(typed));
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0]?.code : undefined;
  }
  return undefined;
}

/** Without the word that every block or cluster begins with. */
const bare = (text: string): string => searchKey(text).replace(/^(khoi|cum)( thi dua)? (?=.)/, '');

const spelledOut: Readonly<Record<string, string>> = {
  mn: 'mam non',
  mg: 'mau giao',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
};

/** Also without "trường" and "các", with kinds of schools in full. */
const spelled = (text: string): string =>
  bare(text)
    .split(' ')
    .filter((word) => word !== 'cac' && word !== 'truong')
    .map((word) => spelledOut[word] ?? word)
    .join(' ');

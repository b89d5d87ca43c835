import type { Choices } from './choices.ts';

/** Codes that have broken programs: normal forms, order of code points, separators, names of object members. */
const nasty = [
  'Trầ',
  'Trầ'.normalize('NFD'),
  '\u{1F6A9}',
  'Ａ',
  'a/b',
  'a~b',
  '~1',
  '"a\\b',
  ' ',
  '0',
  '-1',
  '1',
  '10',
  '2',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'graded-',
  'group:1',
  'line:1',
  'nothing-assigned',
  'đ',
  'd',
  'Đ',
  '\u0000',
  '\uFFFD',
  'a\nb',
];

/** Makes codes that are unique among those it made: plain ones with a number, and sometimes a nasty one. */
export function codeMaker(choices: Choices): (prefix: string) => string {
  const used = new Set<string>();
  return (prefix) => {
    let code = choices.chance(15) ? choices.pick(nasty) : `${prefix}${String(used.size + 1)}`;
    while (used.has(code)) code += "'";
    used.add(code);
    return code;
  };
}

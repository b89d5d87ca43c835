import { expect, test } from 'vitest';
import { findGrouping } from './groupings.ts';

const blocks = [
  { code: 'mn', name: 'Khối Mầm non' },
  { code: 'mn-tt', name: 'Khối Mầm non tư thục' },
  { code: 'th', name: 'Khối Tiểu học' },
  { code: 'cs', name: 'Khối Trung học cơ sở' },
];

test.each([
  ['Khối Mầm non', 'mn'],
  ['khoi mam non', 'mn'],
  ['KHỐI MẦM NON', 'mn'],
  ['Mầm non', 'mn'],
  ['MN', 'mn'],
  ['mn-tt', 'mn-tt'],
  ['Mầm non tư thục', 'mn-tt'],
  ['THCS', 'cs'],
  ['Khối các trường THCS', 'cs'],
  ['Trường Tiểu học', 'th'],
  ['TH', 'th'],
  ['Mầm', undefined],
  ['Khối', undefined],
  ['Khối THPT', undefined],
  ['', undefined],
])('“%s” is the block %s', (typed, code) => expect(findGrouping(blocks, typed)).toBe(code));

test('two that fit equally well are neither', () => {
  const cluster = (code: string, name: string) => ({ code, name });
  expect(findGrouping([cluster('a', 'Cụm 1'), cluster('b', 'Khối 1')], '1')).toBeUndefined();
  expect(findGrouping([cluster('a', 'Cụm 1'), cluster('b', 'Cụm 2')], '1')).toBe('a');
});

import { expect, test } from 'vitest';
import { blockOfRow } from './block-of-row.ts';

const blocks = [
  { code: 'mn', name: 'Khối Mầm non' },
  { code: 'th', name: 'Khối Tiểu học' },
];
const none = new Map<string, string>();
const hints = (typed: string, section = '', sheet = '') => ({ typed, section, sheet });

test.each([
  [hints('Mầm non', 'KHỐI TIỂU HỌC', 'Tiểu học'), { block: 'Mầm non' }],
  [hints('', 'KHỐI TIỂU HỌC', 'Mầm non'), { block: 'KHỐI TIỂU HỌC' }],
  [hints('', '', 'Mầm non'), { block: 'Mầm non' }],
  [hints('', 'Các trường tư thục', 'Mầm non'), { block: 'Mầm non' }],
  [hints('Khối lạ', 'KHỐI TIỂU HỌC'), { unplaced: 'Khối lạ' }],
  [hints('', '', 'Danh sách'), { unplaced: 'Danh sách' }],
  [hints(''), { unplaced: '' }],
])('%j in a year with blocks: %j', (row, expected) => expect(blockOfRow(row, blocks, none)).toEqual(expected));

test('what the person answered about words places them, and nothing else', () => {
  const answers = new Map([
    ['khoi la', 'th'],
    ['', 'mn'],
  ]);
  expect(blockOfRow(hints('Khối Lạ'), blocks, answers)).toEqual({ block: 'th' });
  expect(blockOfRow(hints(''), blocks, answers)).toEqual({ block: 'mn' });
  expect(blockOfRow(hints('Khối khác'), blocks, answers)).toEqual({ unplaced: 'Khối khác' });
});

test('a year without blocks takes the words as a new one', () => {
  expect(blockOfRow(hints('Khối Một'), [], none)).toEqual({ block: 'Khối Một' });
  expect(blockOfRow(hints('', 'KHỐI HAI', 'Trang'), [], none)).toEqual({ block: 'KHỐI HAI' });
  expect(blockOfRow(hints('', '', 'Trang'), [], none)).toEqual({ unplaced: 'Trang' });
});

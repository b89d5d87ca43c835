import { expect, test } from 'vitest';
import { passedWords, rowList, unreadWords } from './import-words.ts';

test('rows of one reason that follow each other are said together', () => {
  const heading = (row: number, text: string) => ({ row, reason: 'heading' as const, text });
  expect(
    passedWords([heading(1, 'A'), heading(2, 'B'), heading(4, 'C'), { row: 9, reason: 'other', text: '0912' }]),
  ).toEqual([
    { rows: 'Dòng 1–2', words: 'phần đầu, trên bảng', texts: 'A; B', odd: false },
    { rows: 'Dòng 4', words: 'phần đầu, trên bảng', texts: 'C', odd: false },
    { rows: 'Dòng 9', words: 'không có tên đơn vị', texts: '0912', odd: true },
  ]);
  expect(rowList([3, 7, 8, 9])).toBe('3, 7–9');
});

test('a column that is not imported is named with what stands in it', () => {
  const column = { column: 'G', title: 'Ghi chú', kind: 'unknown' as const, cells: 12, sample: 'mới tách' };
  expect(unreadWords(column)).toBe('Cột G “Ghi chú”: 12 ô, ví dụ “mới tách”');
  expect(unreadWords({ ...column, title: '' })).toContain('Cột G (không có tiêu đề)');
});

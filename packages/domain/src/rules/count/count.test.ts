import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('count after the first two', () => {
  const line = lineWith({ kind: 'count', each: '0.75', after: '2' }, { unit: 'lượt' });
  testWords(line, '0,75 điểm mỗi lượt', 'Mỗi lượt được 0,75 điểm, tính từ sau 2 lượt đầu. Nhiều nhất 4 điểm.');
  testCases(line, [
    ['none beyond', { figure: { value: '2' } }, '0.00', 'Có 2 lượt, chưa quá 2 lượt đầu (không tính điểm) nên 0 điểm.'],
    ['one beyond', { figure: { value: '3' } }, '0.75', 'Có 3 lượt: 0,75 × (3 - 2) = 0,75 điểm.'],
    ['a half', { figure: { value: '2.5' } }, '0.38'],
    [
      'at most the max',
      { figure: { value: '9' } },
      '4.00',
      'Có 9 lượt: 0,75 × (9 - 2), nhưng tiêu chí này nhiều nhất 4 điểm nên được 4,00 điểm.',
    ],
  ]);
});

describe('count from the first', () => {
  const line = lineWith({ kind: 'count', each: '0.5' });
  testWords(line, '0,5 điểm mỗi lần', 'Mỗi lần được 0,5 điểm. Nhiều nhất 4 điểm.');
  testCases(line, [
    ['zero', { figure: { value: '0' } }, '0.00', 'Có 0 nên 0 điểm.'],
    ['three', { figure: { value: '3' } }, '1.50', 'Có 3: 0,5 × 3 = 1,50 điểm.'],
    ['finer than printed, rounded once', { figure: { value: '0.01' } }, '0.01'],
  ]);
});

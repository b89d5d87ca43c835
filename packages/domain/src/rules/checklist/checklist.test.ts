import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('checklist', () => {
  const items = [
    { code: 'a', title: 'Kế hoạch', points: '1' },
    { code: 'b', title: 'Quy chế', points: '1.5' },
    { code: 'c', title: 'Tổng kết', points: '2' },
  ];
  const line = lineWith({ kind: 'checklist', items });
  testWords(
    line,
    'Danh mục 3 việc',
    'Cộng điểm các việc đã làm: Kế hoạch (1 điểm); Quy chế (1,5 điểm); Tổng kết (2 điểm). Nhiều nhất 4 điểm.',
  );
  testCases(line, [
    ['some', { figure: { items: ['b', 'a'] } }, '2.50', 'Đã làm Kế hoạch, Quy chế: 1 + 1,5 = 2,50 điểm.'],
    ['one', { figure: { items: ['b'] } }, '1.50', 'Đã làm Quy chế nên được 1,50 điểm.'],
    [
      'all, at most the max',
      { figure: { items: ['a', 'b', 'c'] } },
      '4.00',
      'Đã làm đủ các việc: 1 + 1,5 + 2, nhưng tiêu chí này nhiều nhất 4 điểm nên được 4,00 điểm.',
    ],
    ['none is a figure', { figure: { items: [] } }, '0.00', 'Chưa làm việc nào trong danh mục nên 0 điểm.'],
  ]);
});

import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

const prizes = [
  { code: 'nhat', title: 'Giải nhất', points: '3' },
  { code: 'nhi', title: 'Giải nhì', points: '1.5' },
  { code: 'khong', title: 'Không tham gia', points: '-2' },
];

describe('pick one', () => {
  const line = lineWith({ kind: 'levels', pick: 'one', levels: prizes, min: '-1' });
  testWords(
    line,
    '3 mức',
    'Chọn một mức. Giải nhất: 3 điểm; Giải nhì: 1,5 điểm; Không tham gia: −2 điểm. Nhiều nhất 4 điểm, ít nhất −1 điểm.',
  );
  testCases(line, [
    ['its points', { figure: { levels: { nhi: 1 } } }, '1.50', 'Đạt mức “Giải nhì” nên được 1,50 điểm.'],
    [
      'not below min',
      { figure: { levels: { khong: 1 } } },
      '-1.00',
      'Đạt mức “Không tham gia”, nhưng không thấp hơn −1 điểm nên được −1,00 điểm.',
    ],
  ]);
});

describe('pick many', () => {
  const line = lineWith({ kind: 'levels', pick: 'many', levels: prizes });
  testCases(line, [
    ['the sum', { figure: { levels: { nhi: 2 } } }, '3.00', 'Được ghi nhận 2 × Giải nhì: 2 × 1,5 = 3,00 điểm.'],
    [
      'at most the max',
      { figure: { levels: { nhat: 1, nhi: 1 } } },
      '4.00',
      'Được ghi nhận Giải nhất, Giải nhì: 3 + 1,5, nhưng tiêu chí này nhiều nhất 4 điểm nên được 4,00 điểm.',
    ],
    ['at least 0 by default', { figure: { levels: { khong: 3 } } }, '0.00'],
    ['none chosen is a figure', { figure: { levels: {} } }, '0.00', 'Không có mức nào nên được 0,00 điểm.'],
    ['counts of 0', { figure: { levels: { nhat: 0, nhi: 1 } } }, '1.50'],
    ['counts that a double does not hold', { figure: { levels: { nhat: 999999999, khong: 999999999 } } }, '4.00'],
  ]);
});

describe('a code that every object inherits', () => {
  const line = lineWith({ kind: 'levels', pick: 'many', levels: [{ code: 'constructor', title: 'x', points: '1' }] });
  testCases(line, [
    ['not counted when not given', { figure: { levels: {} } }, '0.00', 'Không có mức nào nên được 0,00 điểm.'],
  ]);
});

import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('leader of the block', () => {
  const line = lineWith({ kind: 'leader', target: '5', within: 'block' }, { max: '6' });
  const best = { value: '10' };
  testWords(
    line,
    'So với đơn vị dẫn đầu khối, chỉ tiêu 5',
    'Đạt chỉ tiêu 5 được 3 điểm, chưa đạt thì tính theo tỷ lệ. Đơn vị dẫn đầu khối được 6 điểm; đơn vị vượt chỉ tiêu khác được thêm theo mức vượt so với đơn vị dẫn đầu.',
  );
  testCases(line, [
    [
      'below the target',
      { figure: { value: '4' }, best },
      '2.40',
      'Đạt 4, chưa tới chỉ tiêu 5: 3 × 4 ÷ 5 = 2,40 điểm.',
    ],
    [
      'at the target',
      { figure: { value: '5' }, best },
      '3.00',
      'Đạt 5, vừa đúng chỉ tiêu 5 nên được nửa số điểm: 6 ÷ 2 = 3,00 điểm.',
    ],
    [
      'above it',
      { figure: { value: '7' }, best },
      '4.20',
      'Đạt 7, vượt chỉ tiêu 5; đơn vị dẫn đầu đạt 10: 3 + 3 × (7 - 5) ÷ (10 - 5) = 4,20 điểm.',
    ],
    [
      'leading',
      { figure: { value: '10' }, best },
      '6.00',
      'Đạt 10, vượt chỉ tiêu 5 và dẫn đầu nên được trọn 6,00 điểm.',
    ],
    ['better than the published best', { figure: { value: '11' }, best }, '6.00'],
    ['alone above the target', { figure: { value: '6' } }, '6.00'],
    ['below zero', { figure: { value: '-3' }, best }, '0.00', 'Số liệu −3 không lớn hơn 0 nên 0 điểm.'],
  ]);
});

describe('leader with own targets', () => {
  const line = lineWith({ kind: 'leader', target: 'unit', within: 'cluster' }, { max: '6' });
  testCases(line, [
    [
      'a target of 0',
      { figure: { value: '90' }, target: '0' },
      '0.00',
      'Chỉ tiêu 0 không lớn hơn 0 nên tiêu chí này 0 điểm.',
    ],
    ['no target', { figure: { value: '80' } }, '0.00'],
    [
      'a percentage against the leader',
      { figure: { part: '1', whole: '4' }, target: '10', best: { value: '40' } },
      '4.50',
    ],
  ]);
});

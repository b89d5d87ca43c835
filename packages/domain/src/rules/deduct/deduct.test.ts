import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('deduct', () => {
  const line = lineWith(
    {
      kind: 'deduct',
      faults: [
        { code: 'vp', title: 'Vi phạm', each: '5' },
        { code: 'muon', title: 'Nộp muộn', each: '3', max: '10' },
      ],
    },
    { max: '20' },
  );
  testWords(
    line,
    'Trừ theo lỗi',
    'Có sẵn 20 điểm, trừ theo lỗi. Vi phạm: trừ 5 điểm mỗi lần; Nộp muộn: trừ 3 điểm mỗi lần (nhiều nhất 10 điểm). Còn lại không thấp hơn 0 điểm.',
  );
  testCases(line, [
    ['no figure is no fault', {}, '20.00', 'Không có lỗi nào nên giữ nguyên 20,00 điểm.'],
    ['no faults', { figure: { faults: {} } }, '20.00'],
    ['two', { figure: { faults: { vp: 2 } } }, '10.00', 'Có lỗi: 2 × Vi phạm. Còn 20 - 2 × 5 = 10,00 điểm.'],
    [
      'capped for one sort',
      { figure: { faults: { muon: 4, vp: 1 } } },
      '5.00',
      'Có lỗi: Vi phạm, 4 × Nộp muộn (trừ nhiều nhất 10 điểm). Còn 20 - 5 - 10 = 5,00 điểm.',
    ],
    [
      'not below 0 by default',
      { figure: { faults: { vp: 9 } } },
      '0.00',
      'Có lỗi: 9 × Vi phạm. Còn 20 - 9 × 5, nhưng không thấp hơn 0 điểm nên là 0,00 điểm.',
    ],
  ]);
});

describe('deduct below zero', () => {
  const line = lineWith(
    { kind: 'deduct', faults: [{ code: 'vp', title: 'Vi phạm', each: '0.004' }], min: '-5' },
    { max: '0' },
  );
  testWords(line, 'Trừ 0,004 điểm mỗi lần', 'Trừ theo lỗi. Vi phạm: trừ 0,004 điểm mỗi lần. Trừ tối đa 5 điểm.');
  testCases(line, [
    ['never -0.00', { figure: { faults: { vp: 1 } } }, '0.00'],
    ['away from zero', { figure: { faults: { vp: 2 } } }, '-0.01'],
    ['at least min', { figure: { faults: { vp: 999999999 } } }, '-5.00'],
  ]);
});

import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

const higher = { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' } as const;
const lower = { kind: 'ratio', target: '2', better: 'lower', below: 'proportional' } as const;

describe('higher, proportional with a floor', () => {
  const line = lineWith({ ...higher, floor: '0.5' }, { max: '6', unit: '%' });
  testWords(
    line,
    'Tỷ lệ, từ 95 %',
    'Đạt từ 95 % được 6 điểm. Dưới mức đó tính theo tỷ lệ, dưới 50 % của chỉ tiêu thì 0 điểm.',
  );
  testCases(line, [
    [
      'at the target',
      { figure: { value: '95' } },
      '6.00',
      'Đạt 95 %, đúng yêu cầu của chỉ tiêu 95 % nên được trọn 6,00 điểm.',
    ],
    [
      'above the target',
      { figure: { part: '44', whole: '46' } },
      '6.00',
      'Đạt 44/46 (95,65 %), đúng yêu cầu của chỉ tiêu 95 % nên được trọn 6,00 điểm.',
    ],
    [
      'below',
      { figure: { part: '41', whole: '46' } },
      '5.63',
      'Đạt 41/46 (89,13 %), chưa tới chỉ tiêu 95 % nên tính theo tỷ lệ: 6 × 89,13 ÷ 95 = 5,63 điểm.',
    ],
    ['exactly at the floor', { figure: { value: '47.5' } }, '3.00'],
    [
      'below the floor',
      { figure: { value: '47.499999' } },
      '0.00',
      'Đạt 47,499999 %, chưa bằng 50 % của chỉ tiêu 95 % nên 0 điểm.',
    ],
    ['below zero', { figure: { value: '-1' } }, '0.00'],
    ['no figure', {}, '0.00', 'Chưa có số liệu nên 0 điểm.'],
  ]);
});

describe('higher, nothing below', () => {
  const line = lineWith({ ...higher, below: 'nothing' });
  testWords(line, 'Đạt hoặc không, từ 95', 'Đạt từ 95 được 4 điểm. Còn lại thì 0 điểm.');
  testCases(line, [
    ['at the target', { figure: { value: '95' } }, '4.00'],
    ['just below', { figure: { value: '94.999999' } }, '0.00', 'Đạt 94,999999, chưa tới chỉ tiêu 95 nên 0 điểm.'],
  ]);
});

describe('higher, strict', () => {
  const line = lineWith({ ...higher, below: 'nothing', strict: true });
  testWords(line, 'Đạt hoặc không, trên 95', 'Trên 95 được 4 điểm. Còn lại thì 0 điểm.');
  testCases(line, [
    ['equal is not above', { figure: { value: '95' } }, '0.00', 'Đạt 95, bằng nhưng chưa vượt chỉ tiêu 95 nên 0 điểm.'],
    ['above', { figure: { value: '95.000001' } }, '4.00'],
  ]);
});

describe('lower, proportional with a floor', () => {
  const line = lineWith({ ...lower, floor: '0.5' });
  testWords(
    line,
    'Tỷ lệ, không quá 2',
    'Từ 2 trở xuống được 4 điểm. Cao hơn mức đó thì điểm giảm theo tỷ lệ, khi chỉ tiêu chưa bằng 50 % của số đạt thì 0 điểm.',
  );
  testCases(line, [
    ['at the target', { figure: { value: '2' } }, '4.00'],
    [
      'above',
      { figure: { value: '3' } },
      '2.67',
      'Số liệu 3, cao hơn mức 2 nên điểm giảm theo tỷ lệ: 4 × 2 ÷ 3 = 2,67 điểm.',
    ],
    ['at the floor', { figure: { value: '4' } }, '2.00'],
    [
      'below the floor',
      { figure: { value: '5' } },
      '0.00',
      'Số liệu 5 cao quá: mức 2 chưa bằng 50 % của số đó nên 0 điểm.',
    ],
  ]);
});

describe('lower with a target of 0', () => {
  testCases(lineWith({ ...lower, target: '0' }), [
    ['reached', { figure: { value: '0' } }, '4.00'],
    ['any more has no share', { figure: { value: '1' } }, '0.00'],
  ]);
});

describe('lower, nothing above', () => {
  testCases(lineWith({ ...lower, below: 'nothing' }), [
    ['at the target', { figure: { value: '2' } }, '4.00'],
    ['above', { figure: { value: '2.1' } }, '0.00', 'Số liệu 2,1, cao hơn mức 2 nên 0 điểm.'],
  ]);
  testCases(lineWith({ ...lower, below: 'nothing', strict: true }), [
    ['equal is not below', { figure: { value: '2' } }, '0.00', 'Số liệu 2, bằng mức 2 mà phải thấp hơn nên 0 điểm.'],
    ['below', { figure: { value: '1.9' } }, '4.00'],
  ]);
});

describe('the unit’s own target', () => {
  const line = lineWith({ ...higher, target: 'unit' });
  testWords(line, 'Theo đăng ký của đơn vị', 'Đạt chỉ tiêu riêng của đơn vị được 4 điểm. Dưới mức đó tính theo tỷ lệ.');
  testCases(line, [
    ['with a target', { figure: { value: '3' }, target: '4' }, '3.00'],
    ['without', { figure: { value: '3' } }, '0.00', 'Có số liệu nhưng đơn vị chưa có chỉ tiêu riêng nên 0 điểm.'],
    ['a target of 0 is reached by 0', { figure: { value: '0' }, target: '0' }, '4.00'],
    ['below a target of 0', { figure: { value: '-1' }, target: '0' }, '0.00'],
  ]);
});

describe('numbers that a double does not hold', () => {
  const line = lineWith({ ...higher, target: '999999999999999.999999', below: 'nothing' });
  testCases(line, [
    ['a millionth below', { figure: { value: '999999999999999.999998' } }, '0.00'],
    ['equal', { figure: { value: '999999999999999.999999' } }, '4.00'],
  ]);
});

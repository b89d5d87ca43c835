import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('from, in any order', () => {
  const line = lineWith({
    kind: 'bands',
    of: 'value',
    bands: [
      { from: '50', points: '1' },
      { from: '90', points: '4' },
      { from: '80', points: '2.5' },
    ],
  });
  testWords(
    line,
    '3 mức theo số liệu',
    'Theo mức đạt được: từ 90 được 4 điểm; từ 80 được 2,5 điểm; từ 50 được 1 điểm; thấp hơn thì 0 điểm.',
  );
  testCases(line, [
    ['at a border', { figure: { value: '90' } }, '4.00', 'Đạt 90, vào mức từ 90 nên được 4,00 điểm.'],
    ['just below it', { figure: { value: '89.999999' } }, '2.50'],
    ['a percentage', { figure: { part: '4', whole: '5' } }, '2.50'],
    ['below all', { figure: { value: '49' } }, '0.00', 'Đạt 49, không vào mức nào của thang nên 0 điểm.'],
  ]);
});

describe('upTo', () => {
  const line = lineWith({
    kind: 'bands',
    of: 'value',
    bands: [
      { upTo: '2', points: '2' },
      { upTo: '0', points: '4' },
    ],
  });
  testCases(line, [
    ['the smallest upTo that is not below', { figure: { value: '0' } }, '4.00'],
    ['between', { figure: { value: '0.5' } }, '2.00', 'Đạt 0,5, vào mức đến 2 nên được 2,00 điểm.'],
    ['above all', { figure: { value: '2.1' } }, '0.00'],
  ]);
});

describe('of the target', () => {
  const line = lineWith({
    kind: 'bands',
    of: 'target',
    target: 'unit',
    bands: [
      { from: '100', points: '4' },
      { from: '70', points: '2' },
    ],
  });
  testCases(line, [
    [
      '75 % of 12',
      { figure: { value: '9' }, target: '12' },
      '2.00',
      'Đạt 75 % của chỉ tiêu 12, vào mức từ 70 % nên được 2,00 điểm.',
    ],
    ['part of whole against the target', { figure: { part: '45', whole: '60' }, target: '75' }, '4.00'],
    ['no target', { figure: { value: '9' } }, '0.00'],
  ]);
});

describe('points below zero and finer than printed', () => {
  const line = lineWith({ kind: 'bands', of: 'value', bands: [{ from: '0', points: '-0.125' }] }, { max: '0' });
  testCases(line, [['rounded away from zero', { figure: { value: '1' } }, '-0.13']]);
});

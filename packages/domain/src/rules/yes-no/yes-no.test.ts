import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('yes or no', () => {
  const line = lineWith({ kind: 'yesNo' });
  testWords(line, 'Có / không', 'Có thì được 4 điểm, không thì 0 điểm.');
  testCases(line, [
    ['yes', { figure: { yes: true } }, '4.00', 'Có thực hiện nên được trọn 4,00 điểm.'],
    ['no', { figure: { yes: false } }, '0.00', 'Không thực hiện nên 0 điểm.'],
    ['no figure', {}, '0.00'],
  ]);
});

import { describe } from 'vitest';
import { lineWith, testCases, testWords } from '../../../testing/line-cases.ts';

describe('judged', () => {
  testWords(
    lineWith({ kind: 'judged', step: '0.25' }),
    'Người chấm cho điểm',
    'Người chấm cho điểm từ 0 đến 4 điểm, mỗi nấc 0,25 điểm.',
  );
  testCases(lineWith({ kind: 'judged' }), [
    ['the points', { figure: { points: '3.25' } }, '3.25', 'Người chấm cho 3,25 điểm.'],
    ['rounded once, half away from zero', { figure: { points: '1.005' } }, '1.01'],
  ]);
});

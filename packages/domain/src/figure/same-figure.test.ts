import { expect, it } from 'vitest';
import type { FigureValue } from './figure.ts';
import { sameFigure } from './same-figure.ts';

it.each<[FigureValue | undefined, FigureValue | undefined, boolean]>([
  [{ value: '8' }, { value: '8.0' }, true],
  [{ value: '80' }, { value: '8' }, false],
  [{ value: '8' }, { points: '8' }, false],
  [{ part: '45', whole: '46' }, { whole: '46.00', part: '45' }, true],
  [{ part: '45', whole: '46' }, { part: '46', whole: '45' }, false],
  [{ yes: true }, { yes: false }, false],
  [{ items: ['bch', 'ubkt'] }, { items: ['ubkt', 'bch'] }, true],
  [{ items: ['bch'] }, { items: ['bch', 'ubkt'] }, false],
  [{ levels: { tot: 2, kha: 0 } }, { levels: { tot: 2 } }, true],
  [{ faults: { tre: 1 } }, { faults: { tre: 2 } }, false],
  [{ faults: {} }, { levels: {} }, false],
  [{ notApplicable: true }, { notApplicable: true }, true],
  [{ notApplicable: true }, { value: '0' }, false],
  [undefined, undefined, true],
  [undefined, { yes: false }, false],
])('%j and %j say the same: %s', (a, b, same) => {
  expect(sameFigure(a, b)).toBe(same);
  expect(sameFigure(b, a)).toBe(same);
});

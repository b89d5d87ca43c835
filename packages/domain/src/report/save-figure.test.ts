import { describe, expect, it, test } from 'vitest';
import type { FigureValue } from '../figure/figure.ts';
import { instantOf } from '../period/local-time.ts';
import { code, drafts, figure, now, recordsAfter, unit, value } from '../../testing/reporting.ts';
import type { FigureRecord } from '../figure/record.ts';
import { saveFigure } from './save-figure.ts';

describe('drafts', () => {
  const save = (line: string, given: FigureValue | undefined, seen: number, figures: FigureRecord[] = []) =>
    saveFigure(unit(figures), line, 'k1', given, seen, now);
  const saved = (line: string, given: FigureValue | undefined, seen: number, figures: FigureRecord[] = []) =>
    recordsAfter(figures, value(save(line, given, seen, figures)))[0]!;
  it('begin, change and end', () => {
    const first = saved('1.2', { value: '3' }, 0);
    expect(first).toMatchObject({ status: 'draft', revision: 1 });
    const second = saved('1.2', { value: '4' }, 1, [first]);
    expect(second).toMatchObject({ value: { value: '4' }, revision: 2 });
    expect(saved('1.2', undefined, 2, [second])).toMatchObject({ status: 'empty', value: undefined });
  });
  test.each([
    ['R3: an older revision', () => save('1.2', { value: '3' }, 0, [drafts[1]!]), 'stale-revision'],
    ['a figure of another sort', () => save('1.2', { yes: true }, 0), 'figure-other-sort'],
    ['a line of the federation', () => save('1.3', { faults: {} }, 0), 'line-not-asked'],
    ['a line that is not there', () => save('9.9', { value: '1' }, 0), 'line-not-asked'],
    ['a figure that was sent', () => save('1.2', { value: '3' }, 1, [figure('1.2', 'submitted')]), 'figure-sent'],
    [
      'a figure that was accepted',
      () => save('1.2', { value: '3' }, 1, [figure('1.2', 'accepted')]),
      'figure-verified',
    ],
    [
      'before the period',
      () => saveFigure(unit([]), '1.2', 'k2', { value: '1' }, 0, instantOf('2026-12-31T23:59')),
      'period-not-open',
    ],
  ])('refused: %s', (_, act, expected) => expect(code(act())).toBe(expected));
  it('a returned line stays returned while it is being changed', () => {
    const back = [figure('1.2', 'returned', { value: { value: '8' }, submitted: { value: '8' } })];
    expect(saved('1.2', { value: '6' }, 1, back)).toMatchObject({
      status: 'returned',
      value: { value: '6' },
      submitted: { value: '8' },
    });
  });
});

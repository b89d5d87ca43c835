import { describe, expect, it, test } from 'vitest';
import { code, figure, recordsAfter, value } from '../../testing/reporting.ts';
import type { FigureStatus } from '../figure/status.ts';
import { withdrawReport } from './withdraw-report.ts';

describe('taking a report back', () => {
  const report = { period: 'k1', status: 'submitted' as const };
  it('before verification begins', () => {
    const figures = [
      figure('1.1', 'submitted'),
      figure('1.2', 'resubmitted'),
      figure('T.1', 'submitted', { period: 'k2' }),
    ];
    const changes = value(withdrawReport('TH-01', report, figures));
    expect(changes.at(-1)).toEqual({ kind: 'report', unit: 'TH-01', period: 'k1', state: 'open' });
    expect(recordsAfter(figures, changes).map(({ line, status }) => [line, status])).toEqual([
      ['1.1', 'draft'],
      ['1.2', 'returned'],
    ]);
  });
  test.each<[FigureStatus, string]>([
    ['accepted', 'report-being-verified'],
    ['adjusted', 'report-being-verified'],
    ['returned', 'report-being-verified'],
    ['submitted', 'ok'],
  ])('with a line %s: %s', (status, expected) => {
    expect(code(withdrawReport('TH-01', report, [figure('1.1', 'submitted'), figure('1.2', status)]))).toBe(expected);
  });
  it('not when it was never sent, not when it is settled', () => {
    expect(code(withdrawReport('TH-01', { period: 'k1', status: 'open' }, []))).toBe('report-not-submitted');
    expect(code(withdrawReport('TH-01', { period: 'k1', status: 'settled' }, []))).toBe('report-being-verified');
  });
});

import { describe, expect, it } from 'vitest';
import { figure, unit } from '../../testing/reporting.ts';
import type { FigureRecord } from '../figure/record.ts';
import { whatIsAsked } from './what-is-asked.ts';
import { whatIsMissing } from './what-is-missing.ts';

describe('what is missing', () => {
  const missing = (figures: FigureRecord[]) =>
    whatIsMissing(whatIsAsked(unit(figures), 'k1')).map(({ line, what, blocks }) => [line, what, blocks]);
  it('figures, required evidence, and evidence that would be welcome', () => {
    expect(
      missing([
        figure('1.2', 'draft', { value: { value: '8' }, evidence: 1 }),
        figure('T.1', 'draft', { value: { value: '1' }, evidence: 0 }),
      ]),
    ).toEqual([
      ['1.1', 'figure', true],
      ['1.2', 'evidence', true],
      ['T.1', 'evidence-welcome', false],
    ]);
  });
  it('nothing for lines that were sent, nothing to photograph where nothing occurred', () => {
    expect(
      missing([
        figure('1.1', 'submitted', { value: { part: '1', whole: '1' } }),
        figure('1.2', 'draft', { value: { notApplicable: true }, evidence: 0 }),
        figure('T.1', 'draft', { value: { value: '1' } }),
      ]),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { linesOf } from '../plan/document.ts';
import { figure, unit } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import type { Return } from './report.ts';
import { whatIsAsked } from './what-is-asked.ts';

describe('what is asked', () => {
  it('the lines of the period that the unit enters, in plan order', () => {
    expect(whatIsAsked(unit([]), 'k1').map(({ line, sort, status }) => [line.code, sort, status])).toEqual([
      ['1.1', 'partWhole', 'empty'],
      ['1.2', 'value', 'empty'],
      ['T.1', 'value', 'empty'],
    ]);
    expect(whatIsAsked(unit([]), 'k2').map(({ line }) => line.code)).toEqual(['1.2', 'T.1']);
  });
  it('not what was taken from the unit, not lines of other blocks', () => {
    expect(
      whatIsAsked(unit([], { targets: [{ line: '1.1', assigned: false }] }), 'k1').map(({ line }) => line.code),
    ).toEqual(['1.2', 'T.1']);
    const scoring = JSON.parse(JSON.stringify(document.scoring)) as typeof document.scoring;
    linesOf(scoring)[0]!.line.blocks = ['mn'];
    expect(whatIsAsked(unit([], { document: { ...document, scoring } }), 'k1').map(({ line }) => line.code)).toEqual([
      '1.2',
      'T.1',
    ]);
  });
  it('a returned line of an earlier period comes first, with its reason and its day', () => {
    const back: Return = { line: '1.1', period: 'k1', reason: 'Thiếu danh sách', due: instantOf('2027-01-12T17:00') };
    const figures = [
      figure('1.1', 'returned', { value: { part: '1', whole: '2' }, submitted: { part: '1', whole: '2' } }),
    ];
    const asked = whatIsAsked(unit(figures, { returns: [back] }), 'k2');
    expect(asked.map(({ line, period, why }) => [line.code, period, why])).toEqual([
      ['1.1', 'k1', 'returned'],
      ['1.2', 'k2', 'due'],
      ['T.1', 'k2', 'due'],
    ]);
    expect(asked[0]).toMatchObject({ reason: 'Thiếu danh sách', due: back.due });
    expect(
      whatIsAsked(unit(figures, { returns: [back] }), 'k1').filter(({ line }) => line.code === '1.1'),
    ).toHaveLength(1);
  });
  it("shows the last figure of an earlier period, the unit's own number and an extended day", () => {
    const figures = [figure('1.2', 'accepted', { submitted: { value: '8' }, settled: { value: '6' } })];
    const [visits] = whatIsAsked(
      unit(figures, {
        targets: [{ line: '1.2', target: '10' }],
        reports: [{ period: 'k2', status: 'open', extendedTo: '2027-06-20T17:00' }],
      }),
      'k2',
    );
    expect(visits).toMatchObject({
      before: { period: 'k1', figure: { value: '6' } },
      target: '10',
      due: instantOf('2027-06-20T17:00'),
    });
  });
});

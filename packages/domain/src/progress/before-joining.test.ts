import { describe, expect, it } from 'vitest';
import { figure, unit as reporting } from '../../testing/reporting.ts';
import { twoSemesters } from '../../testing/two-semesters.ts';
import { twoSides } from '../../testing/two-sides.ts';
import { instantOf } from '../period/local-time.ts';
import { isBeforeJoining, linesBeforeJoining } from '../plan/before-joining.ts';
import type { PlanDocument } from '../plan/document.ts';
import { linesOf } from '../plan/document.ts';
import { whatIsAsked } from '../report/what-is-asked.ts';
import { scoreYear } from '../scoring/index.ts';
import { assembleYear } from './assemble-year.ts';
import { cellState } from './cell-state.ts';
import type { FigureAsRead } from './figures-as-read.ts';
import type { YearInput } from './input.ts';
import { provisionalBlockers } from './provisional-blockers.ts';
import { tasksOf } from './tasks-of.ts';

/** Due 15/01/2027 17:00 (k1) and 10/06/2027 17:00 (k2); 1.1 is due in k1 alone. */
const withWay = (beforeJoining?: 'not-assigned' | 'missing'): PlanDocument => ({
  ...twoSemesters,
  conduct: { ...twoSemesters.conduct, ...(beforeJoining && { beforeJoining }) },
});

describe('what was due before a unit took part', () => {
  it.each<[since: string | undefined, k1: boolean, k2: boolean, extendedTo?: string]>([
    [undefined, false, false],
    ['2026-09-01', false, false],
    ['2027-01-14', false, false],
    // Due on its first day is the unit's.
    ['2027-01-15', false, false],
    ['2027-01-16', true, false],
    ['2027-06-10', true, false],
    ['2027-06-11', true, true],
    // A later due time given to this unit asks again; one that is still before does not.
    ['2027-02-01', false, false, '2027-02-01T08:00'],
    ['2027-02-01', true, false, '2027-01-31T23:59'],
    // Never earlier than the period itself.
    ['2027-01-15', false, false, '2026-12-01T17:00'],
  ])('since %s: k1 %s, k2 %s (extended to %4$s)', (since, k1, k2, extendedTo) => {
    const [first, second] = twoSemesters.conduct.periods;
    expect(isBeforeJoining(first!, since, extendedTo)).toBe(k1);
    expect(isBeforeJoining(second!, since)).toBe(k2);
  });

  it.each<[since: string | undefined, lines: string[]]>([
    [undefined, []],
    ['2027-01-15', []],
    ['2027-01-16', ['1.1']],
    ['2027-06-11', ['1.1', '1.2', '1.3', '1.4', 'T.1']],
  ])('since %s: lines wholly before are %j', (activeSince, lines) => {
    expect(linesBeforeJoining(twoSemesters, { block: 'th', activeSince }, () => false)).toEqual(lines);
    expect(linesBeforeJoining(twoSemesters, { block: 'th', activeSince }, (line) => line === '1.1')).toEqual(
      lines.filter((line) => line !== '1.1'),
    );
  });

  it('is neither asked nor a task, whatever was typed; what was sent stays', () => {
    const now = instantOf('2027-03-01T08:00');
    const asked = (figures: FigureLike[], activeSince?: string) =>
      whatIsAsked(reporting(figures, { activeSince }), 'k1').map(({ line }) => line.code);
    expect(asked([])).toEqual(['1.1', '1.2', 'T.1']);
    expect(asked([], '2027-02-01')).toEqual([]);
    expect(asked([figure('1.1', 'draft', { value: { value: '9' } })], '2027-02-01')).toEqual([]);
    expect(
      asked([figure('1.1', 'submitted', { value: { value: '9' }, submitted: { value: '9' } })], '2027-02-01'),
    ).toEqual(['1.1']);
    expect(tasksOf(reporting([]), undefined, now).map(({ late }) => late)).toEqual([true, false]);
    expect(tasksOf(reporting([], { activeSince: '2027-02-01' }), undefined, now)).toMatchObject([
      { period: 'k2', late: false },
    ]);
  });
  type FigureLike = ReturnType<typeof figure>;

  it.each<[line: string, since: string | undefined, state: string]>([
    ['1.1', undefined, 'overdue'],
    ['1.1', '2027-01-16', 'not-assigned'],
    // Still to come in the second period.
    ['1.2', '2027-01-16', 'open'],
    ['1.3', '2027-01-16', 'open'],
    ['1.4', '2027-01-16', 'open'],
  ])('line %s since %s shows as %s', (code, activeSince, state) => {
    const { line } = linesOf(twoSemesters.scoring).find((one) => one.line.code === code)!;
    const of = { document: twoSemesters, figures: [], targets: [], now: instantOf('2027-03-01T08:00') };
    const joined = activeSince === undefined ? {} : { activeSince };
    expect(cellState({ ...of, line, unit: { code: 'A', block: 'th', ...joined } })).toBe(state);
  });
});

describe('what such lines count as', () => {
  const input = (document: PlanDocument, figures: FigureAsRead[] = []): YearInput => ({
    document,
    units: [{ code: 'A', name: 'A', block: 'th', activeSince: '2027-02-01' }],
    targets: [],
    ...twoSides(figures),
  });
  const accepted = (line: string, period: string, value: FigureAsRead['submitted']): FigureAsRead => {
    return { unit: 'A', line, period, status: 'accepted', submitted: value };
  };
  const settled = [accepted('1.4', 'k2', { points: '5' }), accepted('1.2', 'k2', { value: '10' })];
  const resultOf = (document: PlanDocument, figures: FigureAsRead[] = settled) =>
    scoreYear(assembleYear(input(document, figures), 'verified').year).units[0]!;

  it('missing, by plans of before there was a choice: points stay as they were', () => {
    for (const document of [withWay(), withWay('missing')]) {
      expect(assembleYear(input(document, settled), 'verified').year.targets).toEqual([]);
      expect(resultOf(document)).toMatchObject({ base: '14.00' });
      expect(resultOf(document).lines[0]).toMatchObject({ line: '1.1', status: 'missing', points: '0.00' });
    }
  });

  it('not assigned, where the plan says so: the rest is scaled up, 14 of 14 to 20', () => {
    const result = resultOf(withWay('not-assigned'));
    expect(result).toMatchObject({ base: '20.00' });
    expect(result.lines.map(({ line }) => line)).not.toContain('1.1');
  });

  it('as any line, once something of it is on record', () => {
    const all = [...settled, accepted('1.1', 'k1', { value: '95' })];
    const { year, leftOut } = assembleYear(input(withWay('not-assigned'), all), 'verified');
    expect(leftOut).toEqual([]);
    expect(scoreYear(year).units[0]).toMatchObject({ base: '20.00' });
    expect(scoreYear(year).units[0]!.lines[0]).toMatchObject({ line: '1.1', points: '6.00' });
  });

  it('before a ranking the officer is told of those that nobody decided about, and of no missing ones', () => {
    const kinds = (document: PlanDocument) => {
      const of = input(document, settled);
      const { year, leftOut } = assembleYear(of, 'verified');
      return provisionalBlockers({
        input: of,
        results: scoreYear(year),
        leftOut,
        pledges: { A: 'signed' },
        now: instantOf('2027-07-01T08:00'),
      }).map(({ kind, blocks, lines }) => ({ kind, blocks, lines }));
    };
    const missing = { kind: 'missing', blocks: false, lines: ['T.1'] };
    expect(kinds(withWay('not-assigned'))).toEqual([missing]);
    expect(kinds(withWay())).toEqual([missing, { kind: 'before-joining', blocks: false, lines: ['1.1'] }]);
  });
});

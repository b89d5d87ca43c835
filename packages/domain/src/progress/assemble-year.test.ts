import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { defaultConduct } from '../plan/default-conduct.ts';
import { scoreYear } from '../scoring/index.ts';
import { assessmentOf } from '../../testing/reporting.ts';
import { twoSides } from '../../testing/two-sides.ts';
import { yearArbitrary } from '../../testing/random-year/index.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import type { YearFile } from '../year-file/index.ts';
import { parseYear } from '../year-check/index.ts';
import { assembleYear } from './assemble-year.ts';
import type { FigureAsRead } from './figures-as-read.ts';
import type { YearAssessment, YearInput } from './input.ts';
import { groupsSoFar, pointsSoFar } from './points-so-far.ts';

/** A year file as a running year in which everything was sent and accepted, as the records of one period. */
function asRecords(year: YearFile): YearInput {
  const figures = year.figures.map(({ unit, line, ...figure }): FigureAsRead => {
    return { unit, line, period: 'ca-nam', status: 'accepted', submitted: figure as FigureAsRead['submitted'] };
  });
  const sides = twoSides(figures);
  const adjusted = (year.adjustments ?? []).map(({ unit, line, points, reason }): YearAssessment => {
    const said = assessmentOf(line, 'ca-nam', 'adjusted', { points, reason, at: 2 })!;
    return { ...said, unit };
  });
  return {
    // What was due before a unit came counts here, as the year file says nothing of when lines are due.
    document: { scoring: year.plan, conduct: { ...defaultConduct(year.plan), beforeJoining: 'missing' } },
    units: year.units,
    targets: year.targets ?? [],
    figures: sides.figures,
    assessments: [...sides.assessments, ...adjusted],
    ...(year.lots === undefined ? {} : { lots: year.lots }),
    ...(year.decisions === undefined ? {} : { decisions: year.decisions }),
  };
}

test('S1: a year taken apart into records and put together again scores to the same digest', () => {
  fc.assert(
    fc.property(yearArbitrary(6), (random) => {
      const year = random as unknown as YearFile;
      const { year: again, leftOut } = assembleYear(asRecords(year), 'verified');
      expect(leftOut).toEqual([]);
      expect(scoreYear(again).digest).toBe(scoreYear(year).digest);
    }),
    { numRuns: 200 },
  );
});

test('at the end of the year, with nothing dropped, points so far are the base, bonus and penalty of the results', () => {
  let compared = 0;
  fc.assert(
    fc.property(yearArbitrary(6), (random) => {
      const year = random as unknown as YearFile;
      const input = asRecords(year);
      const results = scoreYear(assembleYear(input, 'verified').year);
      for (const unit of year.units) {
        const result = results.units.find((other) => other.unit === unit.code)!;
        const isWhole =
          result.lines.every((line) => line.status !== 'dropped') &&
          !(year.targets ?? []).some((target) => target.unit === unit.code && target.assigned === false);
        if (!isWhole) continue;
        compared++;
        const soFar = pointsSoFar({
          document: input.document,
          unit,
          targets: input.targets,
          best: result,
          verified: result,
          today: '2999-01-01',
        });
        const { base, bonus, penalty } = result;
        expect(soFar.best).toEqual({ base, bonus, penalty });
        expect(soFar.verified).toEqual(soFar.best);
        expect(Number(soFar.notYetDue)).toBe(0);
        const ofGroups = groupsSoFar({
          document: input.document,
          unit,
          targets: input.targets,
          best: result,
          today: '2999-01-01',
        });
        for (const { group, points } of result.groups)
          if (ofGroups.has(group)) expect([group, ofGroups.get(group)]).toEqual([group, points]);
      }
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
});

const unit = { code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'tieu-hoc' };
const record = (
  code: string,
  period: string,
  status: FigureAsRead['status'],
  submitted?: FigureAsRead['submitted'],
  settled?: FigureAsRead['settled'],
): FigureAsRead => ({ unit: 'TH-01', line: code, period, status, submitted, settled });
const judgement = (code: string, period: string, more: Partial<YearAssessment>): YearAssessment => ({
  ...assessmentOf(code, period, 'accepted', more)!,
  unit: 'TH-01',
});
type Given = Partial<Omit<YearInput, 'figures'>> & { figures?: readonly FigureAsRead[] };
/** Assessments given apart come on top of those that the figures' statuses lead to. */
const input = ({ figures = [], assessments = [], ...more }: Given): YearInput => {
  const sides = twoSides(figures);
  return {
    document,
    units: [unit],
    targets: [],
    figures: sides.figures,
    assessments: [...sides.assessments, ...assessments],
    ...more,
  };
};

test('whatever is on record, the year that is put together is one the engine takes', () => {
  const statuses = ['draft', 'submitted', 'returned', 'resubmitted', 'accepted', 'adjusted'] as const;
  const amounts = ['0', '1', '-3', '99', '0.5', '2.25'];
  let leftOutInAll = 0;
  fc.assert(
    fc.property(yearArbitrary(4), fc.infiniteStream(fc.nat()), fc.boolean(), (random, stream, unverifiedCounts) => {
      const year = random as unknown as YearFile;
      const pick = <T>(list: readonly T[]): T => list[(stream.next().value as number) % list.length]!;
      const conduct = { ...defaultConduct(year.plan), unverifiedCounts };
      const codes = [...Object.keys(conduct.lines), 'gone'];
      const values = asRecords(year).figures.map((figure) => figure.submitted);
      const pairs = year.units.flatMap(({ code }) => codes.map((line) => ({ unit: code, line, period: 'ca-nam' })));
      const records: YearInput = {
        document: { scoring: year.plan, conduct },
        units: year.units,
        // Figures of one line under another, points no rule can give, targets nobody asked for.
        ...twoSides(
          values.length === 0 ? [] : pairs.map((at) => ({ ...at, status: pick(statuses), submitted: pick(values) })),
        ),
        targets: pairs.map((at) =>
          pick([true, false, false]) ? { ...at, assigned: false } : { ...at, target: pick(amounts) },
        ),
      };
      const adjusted = pairs
        .filter(() => pick([true, false]))
        .map((at): YearAssessment => {
          return { ...assessmentOf(at.line, at.period, 'adjusted', { points: pick(amounts), reason: 'x' })!, ...at };
        });
      const judged = { ...records, assessments: [...records.assessments, ...adjusted] };
      for (const view of ['reported', 'verified', 'best'] as const) {
        const { year: made, leftOut } = assembleYear(judged, view);
        const parsed = parseYear(JSON.parse(JSON.stringify(made)));
        expect(parsed.ok ? [] : parsed.faults).toEqual([]);
        leftOutInAll += leftOut.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(leftOutInAll).toBeGreaterThan(1000);
});

describe('what counts in which view', () => {
  const figures = [
    record('1.1', 'k1', 'adjusted', { part: '46', whole: '46' }, { part: '41', whole: '46' }),
    record('1.2', 'k1', 'submitted', { value: '6' }),
    record('1.2', 'k2', 'returned', { value: '2' }),
    record('1.3', 'k1', 'accepted', undefined, { faults: { tre: 1 } }),
    record('T.1', 'k1', 'draft', undefined),
  ];
  const seen = (view: 'reported' | 'verified' | 'best', more: Given = {}) =>
    assembleYear(input({ figures, ...more }), view).year.figures.map(({ unit: _, ...figure }) => figure);

  it('verified: what was accepted or put in its place, nothing that waits, nothing returned', () => {
    expect(seen('verified')).toEqual([
      { line: '1.1', part: '41', whole: '46' },
      { line: '1.3', faults: { tre: 1 } },
    ]);
  });
  it('verified, where the plan lets unverified figures count: what waits too, still nothing returned', () => {
    const lenient = { ...document, conduct: { ...document.conduct, unverifiedCounts: true } };
    expect(seen('verified', { document: lenient })).toContainEqual({ line: '1.2', value: '6' });
  });
  it('reported: as it was sent, and what the federation entered', () => {
    expect(seen('reported')).toEqual([
      { line: '1.1', part: '46', whole: '46' },
      { line: '1.2', value: '8' },
      { line: '1.3', faults: { tre: 1 } },
    ]);
  });
  it('best: judged where it was judged, else as it was sent', () => {
    expect(seen('best')).toEqual([
      { line: '1.1', part: '41', whole: '46' },
      { line: '1.2', value: '8' },
      { line: '1.3', faults: { tre: 1 } },
    ]);
  });
  it('a draft counts nowhere', () => {
    for (const view of ['reported', 'verified', 'best'] as const) {
      expect(seen(view).some((figure) => figure.line === 'T.1')).toBe(false);
    }
  });
});

describe('judgements', () => {
  const given = record('1.2', 'k1', 'adjusted', { value: '8' }, { value: '8' });
  const adjusted = judgement('1.2', 'k1', { decision: 'adjusted', points: '3.5', reason: 'Thiếu biên nhận', at: 5 });
  it('points become the adjustment of the year file', () => {
    const { year } = assembleYear(input({ figures: [given], assessments: [adjusted] }), 'verified');
    expect(year.adjustments).toEqual([{ unit: 'TH-01', line: '1.2', points: '3.5', reason: 'Thiếu biên nhận' }]);
    expect(year.figures).toEqual([{ unit: 'TH-01', line: '1.2', value: '8' }]);
  });
  it('points do not outlive a later period that was accepted', () => {
    const later = record('1.2', 'k2', 'accepted', { value: '2' }, { value: '2' });
    const { year } = assembleYear(
      input({ figures: [given, later], assessments: [adjusted, judgement('1.2', 'k2', { at: 9 })] }),
      'verified',
    );
    expect(year.adjustments).toEqual([]);
    expect(year.figures).toEqual([{ unit: 'TH-01', line: '1.2', value: '10' }]);
  });
  it('the committee overrules the federation only where the plan counts from the committee', () => {
    const layers = [
      judgement('1.2', 'k1', { figure: { value: '6' }, decision: 'adjusted', at: 5 }),
      judgement('1.2', 'k1', { stage: 'committee', figure: { value: '7' }, decision: 'adjusted', at: 9 }),
    ];
    const value = (countsFrom: 'federation' | 'committee') =>
      assembleYear(
        input({
          document: { ...document, conduct: { ...document.conduct, countsFrom } },
          figures: [given],
          assessments: layers,
        }),
        'verified',
      ).year.figures[0]?.value;
    expect(value('federation')).toBe('6');
    expect(value('committee')).toBe('7');
  });
  it('where the plan counts the self score, what was sent counts', () => {
    const self = { ...document, conduct: { ...document.conduct, countsFrom: 'self' as const } };
    const { year } = assembleYear(
      input({ document: self, figures: [record('1.2', 'k1', 'submitted', { value: '6' })] }),
      'verified',
    );
    expect(year.figures).toEqual([{ unit: 'TH-01', line: '1.2', value: '6' }]);
  });
});

it('what the latest plan has no place for is named, never silently gone, and the year stays valid', () => {
  const figures = [
    record('9.9', 'k1', 'accepted', { value: '1' }, { value: '1' }),
    record('1.4', 'k2', 'accepted', undefined, { points: '7' }),
    record('1.1', 'k1', 'accepted', { yes: true }, { yes: true }),
    record('1.2', 'k1', 'accepted', { value: '1' }, { value: '1' }),
  ];
  const assessments = [judgement('1.1', 'k1', { decision: 'adjusted', points: '6.5', reason: 'x' })];
  const targets = [
    { unit: 'TH-01', line: '1.2', assigned: false },
    { unit: 'TH-01', line: '1.1', target: '90' },
  ];
  const { year, leftOut } = assembleYear(input({ figures, assessments, targets }), 'verified');
  expect(leftOut).toEqual([
    { unit: 'TH-01', line: '1.1', what: 'target', why: 'target-not-own' },
    { unit: 'TH-01', line: '9.9', what: 'figure', why: 'line-gone' },
    { unit: 'TH-01', line: '1.1', what: 'figure', why: 'figure-other-sort' },
    { unit: 'TH-01', line: '1.1', what: 'points', why: 'points-outside' },
    { unit: 'TH-01', line: '1.2', what: 'figure', why: 'not-assigned' },
    { unit: 'TH-01', line: '1.4', what: 'figure', why: 'points-out-of-range' },
  ]);
  expect(year.figures).toEqual([]);
  expect(year.adjustments).toEqual([]);
});

describe('points so far', () => {
  const figures = [
    record('1.1', 'k1', 'accepted', { part: '41', whole: '46' }, { part: '41', whole: '46' }),
    record('1.2', 'k1', 'submitted', { value: '6' }),
    record('1.4', 'k2', 'accepted', undefined, { points: '4' }),
    record('T.1', 'k1', 'submitted', { value: '3' }),
  ];
  const soFar = (today: string, more: Given = {}) => {
    const whole = input({ figures, ...more });
    const of = (view: 'best' | 'verified') => scoreYear(assembleYear(whole, view).year).units[0]!;
    return pointsSoFar({
      document,
      unit,
      targets: whole.targets,
      best: of('best'),
      verified: of('verified'),
      today,
    });
  };
  it('before anything is due there is nothing to show', () => {
    expect(soFar('2027-01-14')).toMatchObject({
      best: { base: '0.00', bonus: '0.00' },
      possible: '0.00',
      notYetDue: '20.00',
    });
  });
  it('after the first semester: due lines only, a deduct line in full, bonus apart and within its limit', () => {
    expect(soFar('2027-01-15')).toMatchObject({
      best: { base: '12.63', bonus: '2.00', penalty: '0.00' },
      verified: { base: '9.63', bonus: '0.00', penalty: '0.00' },
      possible: '15.00',
      notYetDue: '5.00',
    });
  });
  it('after the second: the judged line too', () => {
    expect(soFar('2027-06-10')).toMatchObject({ best: { base: '16.63' }, possible: '20.00', notYetDue: '0.00' });
  });
  it('a dropped line is in neither number', () => {
    const none = [
      ...figures.filter((f) => f.line !== '1.2'),
      record('1.2', 'k1', 'submitted', { notApplicable: true }),
    ];
    expect(soFar('2027-06-10', { figures: none })).toMatchObject({ best: { base: '13.63' }, possible: '15.00' });
  });
  it('a line taken from the unit is not among its lines', () => {
    const targets = [{ unit: 'TH-01', line: '1.4', assigned: false }];
    const seen = soFar('2027-06-10', { targets, figures: figures.filter((f) => f.line !== '1.4') });
    expect(seen.possible).toBe('15.00');
    expect(seen.lines.map((entry) => entry.line)).toEqual(['1.1', '1.2', '1.3', 'T.1']);
  });
});

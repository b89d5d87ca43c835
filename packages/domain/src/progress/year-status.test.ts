import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { linesOf, type PlanDocument } from '../plan/document.ts';
import type { PledgeRecord } from '../pledge/pledge-state.ts';
import type { FigureRecord } from '../figure/record.ts';
import { figure as reported } from '../../testing/reporting.ts';
import { twoSides } from '../../testing/two-sides.ts';
import { scoreYear } from '../scoring/index.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import { assembleYear } from './assemble-year.ts';
import { type CellState, cellState } from './cell-state.ts';
import { heatMap } from './heat-map.ts';
import type { FigureAsRead } from './figures-as-read.ts';
import type { YearInput } from './input.ts';
import { provisionalBlockers } from './provisional-blockers.ts';
import { tasksOf } from './tasks-of.ts';
import { isDueSoon, tasksToRemind } from './to-remind.ts';

const lineOf = (wanted: string) => linesOf(document.scoring).find(({ line }) => line.code === wanted)!.line;
const unit = { code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'th' };
const of = (
  line: string,
  period: string,
  status: FigureAsRead['status'],
  value?: FigureAsRead['settled'],
): FigureAsRead => ({
  unit: 'TH-01',
  line,
  period,
  status,
  ...(value === undefined ? {} : { submitted: value, ...(status === 'submitted' ? {} : { settled: value }) }),
});
const scored = (points: string) => ({ line: '1.1', status: 'scored' as const, points });
const autumn = instantOf('2026-10-01T08:00');
const spring = instantOf('2027-02-01T08:00');
const summer = instantOf('2027-06-20T08:00');

describe('S2: five different things, and more', () => {
  test.each<[string, string, FigureAsRead[], number, CellState]>([
    ['nothing yet, first semester running', '1.1', [], autumn, 'open'],
    ['a draft is still owed', '1.1', [of('1.1', 'k1', 'draft')], autumn, 'open'],
    ['the first semester has not begun', '1.1', [], instantOf('2026-08-20T08:00'), 'not-due'],
    ['sent', '1.1', [of('1.1', 'k1', 'submitted', { value: '1' })], autumn, 'waiting'],
    ['sent again', '1.1', [of('1.1', 'k1', 'resubmitted', { value: '1' })], autumn, 'waiting'],
    ['come back', '1.1', [of('1.1', 'k1', 'returned', { value: '1' })], autumn, 'returned'],
    ['late', '1.1', [], spring, 'overdue'],
    ['verified', '1.1', [of('1.1', 'k1', 'accepted', { value: '95' })], spring, 'verified'],
    ['first semester verified, second running', '1.2', [of('1.2', 'k1', 'accepted', { value: '9' })], spring, 'open'],
    ['first semester late, second sent', '1.2', [of('1.2', 'k2', 'submitted', { value: '9' })], spring, 'overdue'],
    ['first semester back, second late', '1.2', [of('1.2', 'k1', 'returned', { value: '9' })], summer, 'returned'],
    [
      'nothing occurred all year',
      '1.2',
      ['k1', 'k2'].map((k) => of('1.2', k, 'accepted', { notApplicable: true })),
      summer,
      'not-applicable',
    ],
    [
      'nothing occurred in one semester',
      '1.2',
      [of('1.2', 'k1', 'accepted', { notApplicable: true }), of('1.2', 'k2', 'accepted', { value: '1' })],
      summer,
      'verified',
    ],
    ['the federation has not entered it: never late for the unit', '1.4', [], summer, 'open'],
    ['the federation may enter it later', '1.4', [], autumn, 'not-due'],
    ['the federation has entered it', '1.4', [of('1.4', 'k2', 'accepted', { points: '4' })], summer, 'verified'],
  ])('%s', (_, line, figures, now, expected) => {
    const state = cellState({ document, unit, line: lineOf(line), figures, targets: [], now });
    expect(state).toBe(expected);
  });
  it('zero is not missing', () => {
    const figures = [of('1.1', 'k1', 'accepted', { value: '0' })];
    const cell = (points: string) =>
      cellState({ document, unit, line: lineOf('1.1'), figures, targets: [], result: scored(points), now: spring });
    expect(cell('0.00')).toBe('zero');
    expect(cell('0.01')).toBe('verified');
  });
  it('not assigned, by the block or for this unit', () => {
    const base = { document, unit, figures: [], now: spring };
    expect(cellState({ ...base, line: { ...lineOf('1.1'), blocks: ['mn'] }, targets: [] })).toBe('not-assigned');
    expect(
      cellState({ ...base, line: lineOf('1.1'), targets: [{ unit: 'TH-01', line: '1.1', assigned: false }] }),
    ).toBe('not-assigned');
  });
  it('more time is not late', () => {
    const cell = (extensions: Record<string, string>) =>
      cellState({
        document,
        unit,
        line: lineOf('1.1'),
        figures: [],
        targets: [],
        extensions,
        now: instantOf('2027-01-16T08:00'),
      });
    expect(cell({})).toBe('overdue');
    expect(cell({ k1: '2027-01-20T17:00' })).toBe('open');
  });
});

type Given = Partial<Omit<YearInput, 'figures' | 'assessments'>> & { figures?: FigureAsRead[] };
const input = ({ figures = [], ...more }: Given = {}): YearInput => ({
  document,
  units: [unit],
  targets: [],
  ...twoSides(figures),
  ...more,
});
const complete = [
  of('1.1', 'k1', 'accepted', { value: '95' }),
  of('1.2', 'k1', 'accepted', { value: '8' }),
  of('1.2', 'k2', 'accepted', { value: '2' }),
  of('1.4', 'k2', 'accepted', { points: '4' }),
  of('T.1', 'k1', 'accepted', { value: '1' }),
  of('T.1', 'k2', 'accepted', { value: '0' }),
];

test('the heat map has every unit and line, in order', () => {
  const other = { ...unit, code: 'TH-02' };
  const year = input({ units: [unit, other], figures: complete });
  const results = scoreYear(assembleYear(year, 'verified').year);
  expect(heatMap(year, results, { 'TH-02': { k1: '2027-12-31T17:00' } }, instantOf('2027-02-01T08:00'))).toEqual({
    lines: ['1.1', '1.2', '1.3', '1.4', 'T.1'],
    rows: [
      { unit: 'TH-01', cells: ['verified', 'verified', 'open', 'verified', 'verified'] },
      { unit: 'TH-02', cells: ['open', 'open', 'open', 'open', 'open'] },
    ],
  });
});

describe('what stands in the way of a provisional ranking', () => {
  const blockers = (more: Given, now = summer, pledged = true, doc: PlanDocument = document) => {
    const year = input({ document: doc, ...more });
    const { year: file, leftOut } = assembleYear(year, 'verified');
    const pledges = pledged ? { 'TH-01': 'countersigned' as const } : {};
    return provisionalBlockers({ input: year, results: scoreYear(file), leftOut, pledges, now }).map(
      ({ kind, blocks, count, lines }) => [kind, blocks, count, lines],
    );
  };
  const without = (line: string) => complete.filter((figure) => figure.line !== line);
  it('nothing, when all is signed, sent and verified; silence on deductions means no fault', () => {
    expect(blockers({ figures: complete })).toEqual([]);
  });
  test.each<[string, FigureAsRead[], unknown[]]>([
    [
      'a figure that waits',
      [...without('1.1'), of('1.1', 'k1', 'submitted', { value: '1' })],
      ['waiting', true, 1, ['1.1']],
    ],
    [
      'a line that came back',
      [...without('1.1'), of('1.1', 'k1', 'returned', { value: '1' })],
      ['returned', true, 1, ['1.1']],
    ],
    ['a judged line the federation forgot', without('1.4'), ['not-entered', true, 1, ['1.4']]],
    ['a figure that never came only warns', without('1.1'), ['missing', false, 1, ['1.1']]],
    [
      'a figure the plan has no place for',
      [...complete, of('9.9', 'k1', 'accepted', { value: '1' })],
      ['left-out', true, 1, ['9.9']],
    ],
  ])('%s', (_, figures, expected) => expect(blockers({ figures })).toEqual([expected]));
  it('a line still to come due', () => {
    const kinds = blockers({ figures: [] }, spring).map(([kind, blocks, count]) => [kind, blocks, count]);
    expect(kinds).toEqual([
      ['not-yet-due', true, 4],
      ['missing', false, 3],
    ]);
  });
  it('waiting figures only warn where the plan counts them', () => {
    const lenient = { ...document, conduct: { ...document.conduct, unverifiedCounts: true } };
    const figures = [...without('1.1'), of('1.1', 'k1', 'submitted', { value: '1' })];
    expect(blockers({ figures }, summer, true, lenient)).toEqual([['waiting', false, 1, ['1.1']]]);
  });
  it('an unsigned pledge only warns: the latest version scores everyone', () => {
    expect(blockers({ figures: complete }, summer, false)).toEqual([['unsigned', false, 1, []]]);
  });
  it('nobody to rank', () => expect(blockers({ units: [] })).toEqual([['no-units', true, 1, []]]));
});

describe('what a unit owes, soonest first', () => {
  const open: PledgeRecord = { hash: 'h', signatures: [], registered: false, paperWaiting: false };
  const toSign = (pledge: PledgeRecord) => ({ version: 1, pledge, signing: document.conduct.signing, open: [] });
  const figure = (line: string, period: string, status: FigureRecord['status']): FigureRecord =>
    reported(line, status, { period, value: { value: '1' }, submitted: { value: '1' } });
  const asking = { unit: 'TH-01', document, block: 'th', targets: [], figures: [] as FigureRecord[], returns: [] };
  it('in autumn: sign, then report', () => {
    expect(tasksOf(asking, toSign(open), autumn)).toMatchObject([
      { kind: 'sign', daysLeft: 2, late: false, version: 1, targets: [], signatures: [{ capacity: 'chair' }] },
      { kind: 'report', period: 'k1', daysLeft: 106, done: 0, of: 3, without: ['1.1', '1.2', 'T.1'] },
    ]);
  });
  it('a unit that signed nothing signs the pledge itself, whatever the version', () => {
    const [task] = tasksOf(asking, { ...toSign(open), version: 3 }, autumn);
    expect(task).toMatchObject({ kind: 'sign', version: 3 });
  });
  it('a returned line by its own day, an addendum by its name, what is late first', () => {
    const figures = [figure('1.1', 'k1', 'returned'), figure('1.2', 'k1', 'submitted'), figure('T.1', 'k1', 'draft')];
    const returns = [{ line: '1.1', period: 'k1', reason: 'Thiếu danh sách', due: instantOf('2027-02-05T17:00') }];
    const tasks = tasksOf({ ...asking, figures, returns }, { ...toSign(open), version: 2, signedBefore: 1 }, spring);
    expect(tasks.map(({ kind, period, line, late, done, of: all }) => [kind, period, line, late, done, all])).toEqual([
      ['sign-addendum', undefined, undefined, true, undefined, undefined],
      ['report', 'k1', undefined, true, 2, 2],
      ['returned', 'k1', '1.1', false, undefined, undefined],
      ['report', 'k2', undefined, false, 0, 2],
    ]);
    expect(tasks[2]).toMatchObject({ reason: 'Thiếu danh sách', daysLeft: 4 });
  });
  it('reminds of what is late, sent back or due within a week, not of what has months to go', () => {
    const figures = [figure('1.1', 'k1', 'returned'), figure('1.2', 'k1', 'submitted'), figure('T.1', 'k1', 'draft')];
    const returns = [{ line: '1.1', period: 'k1', reason: 'Thiếu danh sách', due: instantOf('2027-02-05T17:00') }];
    const tasks = tasksOf({ ...asking, figures, returns }, { ...toSign(open), version: 2, signedBefore: 1 }, spring);
    expect(tasksToRemind(tasks, spring).map(({ kind, period }) => [kind, period])).toEqual([
      ['sign-addendum', undefined],
      ['report', 'k1'],
      ['returned', 'k1'],
    ]);
    const due = tasks.at(-1)!.due!;
    expect(tasksToRemind(tasks.slice(-1), spring)).toEqual(tasks.slice(-1));
    const day = 24 * 3600_000;
    expect(tasksToRemind(tasks, due - 7 * day)).toEqual(tasks);
    expect([isDueSoon(due, due - 7 * day), isDueSoon(due, due - 8 * day), isDueSoon(due, due + day)]).toEqual([
      true,
      false,
      true,
    ]);
  });
  it('a return without a day has none, and is not late', () => {
    const figures = ['1.1', '1.2', 'T.1'].map((line) => figure(line, 'k1', line === '1.1' ? 'returned' : 'submitted'));
    const returns = [{ line: '1.1', period: 'k1', reason: 'Thiếu danh sách' }];
    const [first, last] = tasksOf({ ...asking, figures, returns }, undefined, spring);
    expect(first).toMatchObject({ kind: 'report', period: 'k2' });
    expect(last).toEqual({ kind: 'returned', late: false, period: 'k1', line: '1.1', reason: 'Thiếu danh sách' });
  });
  it('nothing when all is sent and signed', () => {
    const figures = ['1.1', '1.2', 'T.1'].flatMap((line) => [
      figure(line, 'k1', 'accepted'),
      figure(line, 'k2', 'submitted'),
    ]);
    const signed: PledgeRecord = {
      ...open,
      signatures: [{ party: 'unit', capacity: 'chair', strength: 'code', hash: 'h', at: 't' }],
    };
    expect(tasksOf({ ...asking, figures }, toSign(signed), summer)).toEqual([]);
    expect(tasksOf({ ...asking, figures }, undefined, summer)).toEqual([]);
  });
  it("a principal is told only of the witness' signature", () => {
    const conduct = { ...document.conduct, signing: { unitSigns: ['chair' as const], witness: 'principal' as const } };
    const tasks = tasksOf(
      { ...asking, document: { ...document, conduct } },
      { ...toSign(open), signing: conduct.signing },
      autumn,
      'principal',
    );
    expect(tasks).toMatchObject([{ kind: 'sign', late: false, signatures: [{ capacity: 'principal' }] }]);
    expect(tasks[0]?.due).toBeUndefined();
  });
  it('a declined pledge and a sheet that waits are not owed', () => {
    for (const pledge of [
      { ...open, declined: 'không' },
      { ...open, paperWaiting: true },
    ]) {
      expect(tasksOf(asking, toSign(pledge), autumn).map(({ kind }) => kind)).toEqual(['report']);
    }
  });
});

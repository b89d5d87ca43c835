import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { conductOf, linesOf } from '../plan/document.ts';
import type { FigureStatus } from '../report/figure-status.ts';
import type { FigureRecord } from '../report/report.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import { type Assessment, type Case, inForce } from './assessment.ts';
import { acceptFigure, adjustFigure, type Correction, enterFigure, returnFigure } from './judge.ts';
import { undoAssessment } from './undo.ts';

const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const code = (answer: { ok: true } | { ok: false; code: string }) => (answer.ok ? 'ok' : answer.code);
const lineOf = (wanted: string) => linesOf(document.scoring).find(({ line }) => line.code === wanted)!.line;
const howOf = (wanted: string) => conductOf(document.conduct, wanted)!;

const now = instantOf('2027-01-20T09:00');
const officer = { stage: 'federation' } as const;
const record = (line: string, status: FigureStatus, more: Partial<FigureRecord> = {}): FigureRecord => ({
  line,
  period: 'k1',
  status,
  evidence: 0,
  revision: 3,
  ...more,
});
const sent = (more: Partial<FigureRecord> = {}): Case => ({
  unit: 'TH-01',
  record: record('1.2', 'submitted', { value: { value: '8' }, submitted: { value: '8' }, ...more }),
  seen: 3,
});
const adjust = (correction: Correction, reason = 'Chỉ thấy 6 biên nhận', subject = sent(), line = '1.2') =>
  adjustFigure(subject, lineOf(line), howOf(line), correction, reason, officer, now);

describe('accepting', () => {
  it('settles the figure as it was sent, as one layer of its stage', () => {
    expect(value(acceptFigure(sent(), officer, now))).toEqual({
      figure: { ...sent().record, status: 'accepted', settled: { value: '8' }, revision: 4 },
      assessment: { line: '1.2', period: 'k1', stage: 'federation', decision: 'accepted', at: now },
    });
  });
  test.each<[string, Case, { stage: 'federation' | 'cross'; unit?: string }, string]>([
    ['A2: nobody assesses their own unit', sent(), { stage: 'cross', unit: 'TH-01' }, 'own-unit'],
    ['a colleague of the cluster may', sent(), { stage: 'cross', unit: 'TH-02' }, 'ok'],
    ['a second officer comes too late', { ...sent({ status: 'accepted' }), seen: 2 }, officer, 'already-assessed'],
    ['the unit sent it again meanwhile', { ...sent({ status: 'resubmitted' }), seen: 2 }, officer, 'stale-revision'],
    ['the unit took it back', sent({ status: 'draft' }), officer, 'report-withdrawn'],
    ['it was never sent', { unit: 'TH-01', record: record('1.2', 'draft'), seen: 3 }, officer, 'figure-not-submitted'],
    ['it came back and is not answered', sent({ status: 'returned' }), officer, 'already-assessed'],
  ])('%s', (_, subject, by, expected) => expect(code(acceptFigure(subject, by, now))).toBe(expected));
});

describe('adjusting', () => {
  it('another figure settles it, and stays beside the one that was sent', () => {
    const { figure, assessment } = value(adjust({ figure: { value: '6' } }));
    expect(figure).toMatchObject({ status: 'adjusted', submitted: { value: '8' }, settled: { value: '6' } });
    expect(assessment).toMatchObject({ decision: 'adjusted', figure: { value: '6' }, reason: 'Chỉ thấy 6 biên nhận' });
  });
  it('other points leave the figure as it is', () => {
    const { figure, assessment } = value(adjust({ points: '3.5' }));
    expect(figure).toMatchObject({ status: 'adjusted', settled: { value: '8' } });
    expect(assessment.points).toBe('3.5');
  });
  test.each<[string, () => { ok: boolean }, string]>([
    ['without a reason', () => adjust({ points: '3' }, '  '), 'reason-needed'],
    ['above the maximum', () => adjust({ points: '5.01' }), 'points-outside'],
    ['below the lowest', () => adjust({ points: '-0.5' }), 'points-outside'],
    ['finer than the plan prints', () => adjust({ points: '3.125' }), 'number-too-fine'],
    ['points that are no number', () => adjust({ points: '3,5' }), 'number-unreadable'],
    ['a figure of another sort', () => adjust({ figure: { yes: true } }), 'figure-other-sort'],
    ['a negative count', () => adjust({ figure: { value: '-1' } }), 'figure-negative'],
    ['the figure that was sent', () => adjust({ figure: { value: '8.0' } }), 'figure-unchanged'],
    [
      'points for a line that is dropped for the unit',
      () => adjust({ points: '3' }, 'x', sent({ submitted: { notApplicable: true } })),
      'line-not-given',
    ],
    [
      'a figure instead, where "không phát sinh" was wrong',
      () => adjust({ figure: { value: '2' } }, 'Có 2 lượt', sent({ submitted: { notApplicable: true } })),
      'ok',
    ],
  ])('%s', (_, act, expected) => expect(code(act() as ReturnType<typeof adjust>)).toBe(expected));
  it('asks for parts where parts are added', () => {
    const parts = { ...howOf('1.1'), accumulate: 'sumParts' as const };
    const subject = {
      unit: 'TH-01',
      record: record('1.1', 'submitted', { submitted: { part: '1', whole: '2' } }),
      seen: 3,
    };
    const answer = adjustFigure(subject, lineOf('1.1'), parts, { figure: { value: '50' } }, 'x', officer, now);
    expect(code(answer)).toBe('parts-needed');
  });
});

describe('returning', () => {
  const due = instantOf('2027-01-25T17:00');
  it('opens the line again with the reason and the day', () => {
    const { figure, assessment } = value(returnFigure(sent(), 'Chụp thêm 2 biên nhận', due, officer, now));
    expect(figure).toMatchObject({ status: 'returned', value: { value: '8' }, submitted: { value: '8' } });
    expect(assessment).toMatchObject({ decision: 'returned', due, reason: 'Chụp thêm 2 biên nhận' });
  });
  it('needs a reason and a day to come', () => {
    expect(code(returnFigure(sent(), '', due, officer, now))).toBe('reason-needed');
    expect(code(returnFigure(sent(), 'x', now - 1, officer, now))).toBe('due-in-the-past');
    expect(code(returnFigure(sent(), 'x', Date.parse('9999-12-31'), officer, now))).toBe('day-out-of-reach');
    expect(code(returnFigure(sent(), ' \u200b\n', undefined, officer, now))).toBe('reason-needed');
    expect(code(returnFigure(sent(), 'x', due, { stage: 'cross', unit: 'TH-01' }, now))).toBe('own-unit');
  });
});

describe('what the federation enters', () => {
  const none: Case = { unit: 'TH-01', record: record('1.3', 'empty', { revision: 0 }), seen: 0 };
  const enter = (subject: Case, faults: Record<string, number>, line = '1.3') =>
    enterFigure(subject, lineOf(line), howOf(line), { faults }, officer, now);
  it('is settled as it is entered, and can be entered again', () => {
    const first = value(enter(none, { tre: 1 }));
    expect(first.figure).toMatchObject({ status: 'accepted', settled: { faults: { tre: 1 } }, revision: 1 });
    const again = value(enter({ unit: 'TH-01', record: first.figure, seen: 1 }, { tre: 2 }));
    expect(again.figure.settled).toEqual({ faults: { tre: 2 } });
  });
  it('not over what someone entered meanwhile, not lines of units, not unknown faults', () => {
    const first = value(enter(none, { tre: 1 })).figure;
    expect(code(enter({ unit: 'TH-01', record: first, seen: 0 }, {}))).toBe('stale-revision');
    expect(code(enterFigure(sent(), lineOf('1.2'), howOf('1.2'), { value: '1' }, officer, now))).toBe('line-not-asked');
    expect(code(enter(none, { khac: 1 }))).toBe('figure-code-unknown');
    expect(
      code(enterFigure(none, lineOf('1.3'), howOf('1.3'), { faults: {} }, { stage: 'federation', unit: 'TH-01' }, now)),
    ).toBe('own-unit');
  });
});

describe('taking back', () => {
  const layer = (decision: Assessment['decision'], at: number, more: Partial<Assessment> = {}): Assessment => ({
    line: '1.2',
    period: 'k1',
    stage: 'federation',
    decision,
    at,
    ...more,
  });
  const undo = (status: FigureStatus, layers: Assessment[], more: Partial<FigureRecord> = {}) =>
    undoAssessment(sent({ status, ...more }), layers, officer);
  test.each<[string, FigureStatus, Assessment[], FigureStatus]>([
    ['an acceptance', 'accepted', [layer('accepted', 5)], 'submitted'],
    ['an adjustment', 'adjusted', [layer('adjusted', 5)], 'submitted'],
    ['a return that nobody answered', 'returned', [layer('returned', 5)], 'submitted'],
    ['an acceptance after a return', 'accepted', [layer('returned', 5), layer('accepted', 9)], 'resubmitted'],
    ['a second return', 'returned', [layer('returned', 5), layer('returned', 9)], 'resubmitted'],
    [
      'an acceptance after one that was taken back',
      'accepted',
      [layer('returned', 5, { undone: true }), layer('accepted', 9)],
      'submitted',
    ],
  ])('%s', (_, status, layers, expected) => {
    const { figure, undone } = value(undo(status, layers));
    expect(figure).toMatchObject({ status: expected, settled: undefined, revision: 4 });
    expect(undone).toBe(layers.at(-1));
  });
  test.each<[string, () => { ok: boolean }, string]>([
    ['nothing was judged', () => undo('submitted', []), 'nothing-to-undo'],
    ['the unit has sent it again', () => undo('resubmitted', [layer('returned', 5)]), 'answered-since'],
    [
      'the unit has begun to answer',
      () => undo('returned', [layer('returned', 5)], { value: { value: '6' } }),
      'answered-since',
    ],
    [
      'the screen is old',
      () => undoAssessment({ ...sent({ status: 'accepted' }), seen: 2 }, [layer('accepted', 5)], officer),
      'stale-revision',
    ],
    [
      'it is their own unit',
      () => undoAssessment(sent({ status: 'accepted' }), [layer('accepted', 5)], { stage: 'cross', unit: 'TH-01' }),
      'own-unit',
    ],
  ])('refused: %s', (_, act, expected) => expect(code(act() as ReturnType<typeof undo>)).toBe(expected));
  it('what the federation entered goes back to what it was before, or to nothing', () => {
    const entered = (tre: number, at: number) =>
      layer('accepted', at, { line: '1.3', figure: { faults: { tre } }, entered: true });
    const subject: Case = {
      unit: 'TH-01',
      record: record('1.3', 'accepted', { settled: { faults: { tre: 2 } } }),
      seen: 3,
    };
    expect(value(undoAssessment(subject, [entered(1, 5), entered(2, 9)], officer)).figure).toMatchObject({
      status: 'accepted',
      settled: { faults: { tre: 1 } },
    });
    expect(value(undoAssessment(subject, [entered(2, 9)], officer)).figure).toMatchObject({
      status: 'empty',
      settled: undefined,
    });
  });
  it('in force is the last that was not taken back', () => {
    expect(inForce([])).toBeUndefined();
    expect(inForce([layer('accepted', 9, { undone: true }), layer('returned', 5)])?.decision).toBe('returned');
  });
});

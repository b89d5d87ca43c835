import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { conductOf, linesOf } from '../plan/document.ts';
import { type Assessment, inForce } from '../figure/assessment.ts';
import { type FigureRecord, figureRecord, type UnitFigure } from '../figure/record.ts';
import type { FigureStatus } from '../figure/status.ts';
import { code, figure, value } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import type { YearChange } from '../year-change/year-change.ts';
import { caseAfter } from './case-after.ts';
import type { Case } from './case.ts';
import { acceptFigure, adjustFigure, type Correction, enterFigure, returnFigure } from './judge.ts';
import { undoAssessment } from './undo.ts';

const lineOf = (wanted: string) => linesOf(document.scoring).find(({ line }) => line.code === wanted)!.line;
const howOf = (wanted: string) => conductOf(document.conduct, wanted)!;

const now = instantOf('2027-01-20T09:00');
const officer = { stage: 'federation' } as const;
/** A case of a figure that leads to a status; its revision and what the assessor saw are 3. */
const caseOf = (record: FigureRecord, more: Partial<Case> = {}): Case => ({
  unit: 'TH-01',
  record,
  assessments: record.assessment === undefined ? [] : [record.assessment],
  revision: 3,
  seen: 3,
  ...more,
});
const sent = (more: Partial<UnitFigure> = {}, status: FigureStatus = 'submitted', of: Partial<Case> = {}): Case =>
  caseOf(figure('1.2', status, { value: { value: '8' }, submitted: { value: '8' }, ...more }), of);
/** What a rule granted: the case as it then stands, and the one assessment it adds. */
const judged = (subject: Case, answer: { ok: true; value: YearChange[] } | { ok: false; code: string }) => {
  const changes = value(answer);
  const [only] = changes;
  if (changes.length !== 1 || only?.kind !== 'assessment') throw new Error('a judgement is one assessment');
  return { figure: caseAfter(subject, changes).record, assessment: only.assessment };
};
const adjust = (correction: Correction, reason = 'Chỉ thấy 6 biên nhận', subject = sent(), line = '1.2') =>
  adjustFigure(subject, lineOf(line), howOf(line), correction, reason, officer, now);

describe('accepting', () => {
  it('settles the figure as it was sent, as one layer of its stage', () => {
    const subject = sent();
    const { figure: after, assessment } = judged(subject, acceptFigure(subject, officer, now));
    expect(assessment).toEqual({
      line: '1.2',
      period: 'k1',
      stage: 'federation',
      decision: 'accepted',
      sending: 1,
      at: now,
    });
    // The unit's side is as it was: no stage writes into it.
    expect(after).toEqual({ ...subject.record, status: 'accepted', settled: { value: '8' }, assessment });
    expect(caseAfter(subject, value(acceptFigure(subject, officer, now))).revision).toBe(4);
  });
  test.each<[string, Case, { stage: 'federation' | 'cross'; unit?: string }, string]>([
    ['A2: nobody assesses their own unit', sent(), { stage: 'cross', unit: 'TH-01' }, 'own-unit'],
    ['a colleague of the cluster may', sent(), { stage: 'cross', unit: 'TH-02' }, 'ok'],
    ['a second officer comes too late', sent({}, 'accepted', { seen: 2 }), officer, 'already-assessed'],
    ['the unit sent it again meanwhile', sent({}, 'resubmitted', { seen: 2 }), officer, 'stale-revision'],
    ['the unit took it back', sent({}, 'draft'), officer, 'report-withdrawn'],
    ['it was never sent', caseOf(figure('1.2', 'draft')), officer, 'figure-not-submitted'],
    ['it came back and is not answered', sent({}, 'returned'), officer, 'already-assessed'],
  ])('%s', (_, subject, by, expected) => expect(code(acceptFigure(subject, by, now))).toBe(expected));
});

describe('adjusting', () => {
  it('another figure settles it, and stays beside the one that was sent', () => {
    const { figure: after, assessment } = judged(sent(), adjust({ figure: { value: '6' } }));
    expect(after).toMatchObject({ status: 'adjusted', submitted: { value: '8' }, settled: { value: '6' } });
    expect(assessment).toMatchObject({ decision: 'adjusted', figure: { value: '6' }, reason: 'Chỉ thấy 6 biên nhận' });
  });
  it('other points leave the figure as it is', () => {
    const { figure: after, assessment } = judged(sent(), adjust({ points: '3.5' }));
    expect(after).toMatchObject({ status: 'adjusted', settled: { value: '8' } });
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
    const subject = caseOf(figure('1.1', 'submitted', { submitted: { part: '1', whole: '2' } }));
    const answer = adjustFigure(subject, lineOf('1.1'), parts, { figure: { value: '50' } }, 'x', officer, now);
    expect(code(answer)).toBe('parts-needed');
  });
});

describe('returning', () => {
  const due = instantOf('2027-01-25T17:00');
  it('opens the line again with the reason and the day', () => {
    const { figure: after, assessment } = judged(
      sent(),
      returnFigure(sent(), 'Chụp thêm 2 biên nhận', due, officer, now),
    );
    expect(after).toMatchObject({ status: 'returned', value: { value: '8' }, submitted: { value: '8' } });
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
  const none = caseOf(figure('1.3', 'empty'), { revision: 0, seen: 0 });
  const enter = (subject: Case, faults: Record<string, number>, line = '1.3') =>
    enterFigure(subject, lineOf(line), howOf(line), { faults }, officer, now);
  const entered = (subject: Case, faults: Record<string, number>) => caseAfter(subject, value(enter(subject, faults)));
  it('is settled as it is entered, and can be entered again', () => {
    const first = entered(none, { tre: 1 });
    expect(first).toMatchObject({ record: { status: 'accepted', settled: { faults: { tre: 1 } } }, revision: 1 });
    // Not the unit's figure: the unit has done nothing.
    expect(first.record).toMatchObject({ state: 'empty', sending: 0, submitted: undefined });
    const again = entered({ ...first, seen: 1 }, { tre: 2 });
    expect(again.record.settled).toEqual({ faults: { tre: 2 } });
  });
  it('not over what someone entered meanwhile, not lines of units, not unknown faults', () => {
    const first = entered(none, { tre: 1 });
    expect(code(enter({ ...first, seen: 0 }, {}))).toBe('stale-revision');
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
    sending: 1,
    at,
    ...more,
  });
  /** The unit's side after so many sendings, and what the stage said of it. */
  const standing = (sending: number, assessments: Assessment[], more: Partial<UnitFigure> = {}): Case => {
    const eight = { value: '8' };
    const side: UnitFigure = {
      ...{ line: '1.2', period: 'k1', state: 'sent', value: eight, submitted: eight },
      ...{ sending, evidence: 2, revision: 3 },
      ...more,
    };
    return caseOf(figureRecord(side, inForce(assessments)), { assessments });
  };
  test.each<[string, number, Assessment[], FigureStatus]>([
    ['an acceptance', 1, [layer('accepted', 5)], 'submitted'],
    ['an adjustment', 1, [layer('adjusted', 5)], 'submitted'],
    ['a return that nobody answered', 1, [layer('returned', 5)], 'submitted'],
    ['an acceptance after a return', 2, [layer('returned', 5), layer('accepted', 9, { sending: 2 })], 'resubmitted'],
    ['a second return', 2, [layer('returned', 5), layer('returned', 9, { sending: 2 })], 'resubmitted'],
    ['one of two in the same instant', 2, [layer('returned', 5), layer('accepted', 5, { sending: 2 })], 'resubmitted'],
  ])('%s', (_, sending, layers, expected) => {
    const subject = standing(sending, layers);
    const changes = value(undoAssessment(subject, officer));
    expect(changes).toEqual([{ kind: 'assessment-undone', unit: 'TH-01', assessment: layers.at(-1) }]);
    const after = caseAfter(subject, changes);
    expect(after).toMatchObject({ record: { status: expected }, revision: 4 });
    expect(after.record.settled).toBeUndefined();
  });
  const own = { stage: 'cross', unit: 'TH-01' } as const;
  test.each<[string, () => { ok: boolean }, string]>([
    ['nothing was judged', () => undoAssessment(standing(1, []), officer), 'nothing-to-undo'],
    [
      'the unit has sent it again',
      () => undoAssessment(standing(2, [layer('returned', 5)]), officer),
      'answered-since',
    ],
    [
      'the unit has begun to answer',
      () => undoAssessment(standing(1, [layer('returned', 5)], { value: { value: '6' } }), officer),
      'answered-since',
    ],
    [
      'the screen is old',
      () => undoAssessment({ ...standing(1, [layer('accepted', 5)]), seen: 2 }, officer),
      'stale-revision',
    ],
    ['it is their own unit', () => undoAssessment(standing(1, [layer('accepted', 5)]), own), 'own-unit'],
  ])('refused: %s', (_, act, expected) => expect(code(act() as ReturnType<typeof undoAssessment>)).toBe(expected));
  it('what the federation entered goes back to what it was before, or to nothing', () => {
    const entered = (tre: number, at: number) =>
      layer('accepted', at, { line: '1.3', sending: 0, figure: { faults: { tre } }, entered: true });
    const nobody: Partial<UnitFigure> = { line: '1.3', state: 'empty', value: undefined, submitted: undefined };
    const back = (...layers: Assessment[]) => {
      const subject = standing(0, layers, nobody);
      return caseAfter(subject, value(undoAssessment(subject, officer))).record;
    };
    expect(back(entered(1, 5), entered(2, 9))).toMatchObject({ status: 'accepted', settled: { faults: { tre: 1 } } });
    expect(back(entered(2, 9))).toMatchObject({ status: 'empty' });
    expect(back(entered(2, 9)).settled).toBeUndefined();
  });
  it('in force is the last that was not taken back', () => {
    expect(inForce([])).toBeUndefined();
    expect(inForce([layer('accepted', 9, { undone: true }), layer('returned', 5)])?.decision).toBe('returned');
  });
});

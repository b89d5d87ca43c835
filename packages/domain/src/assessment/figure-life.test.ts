import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Assessment, inForce } from '../figure/assessment.ts';
import { emptyFigure, type FigureRecord, figureRecord, withSide } from '../figure/record.ts';
import {
  assessmentDecisions,
  figureAfter,
  figureStates,
  figureStatus,
  type FigureStatus,
  figureStatuses,
  figureSteps,
  figureTable,
  mayFigure,
} from '../figure/status.ts';
import { conductOf, linesOf } from '../plan/document.ts';
import { saveFigure } from '../report/save-figure.ts';
import { resubmitFigures, submitReport } from '../report/submit-report.ts';
import type { Return } from '../report/report.ts';
import { withdrawReport } from '../report/withdraw-report.ts';
import { now, sending, unit } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import type { YearChange } from '../year-change/year-change.ts';
import { caseAfter } from './case-after.ts';
import type { Case } from './case.ts';
import { acceptFigure, adjustFigure, returnFigure } from './judge.ts';
import { undoAssessment } from './undo.ts';

test('the table of figures names every status and step, and every status can be reached', () => {
  const reached = new Set<FigureStatus>(['empty']);
  for (let round = 0; round < figureStatuses.length; round++) {
    for (const status of reached)
      for (const step of figureSteps) for (const next of figureAfter(status, step)) reached.add(next);
  }
  expect([...reached].sort()).toEqual([...figureStatuses].sort());
  expect(Object.keys(figureTable)).toEqual([...figureStatuses]);
  expect(mayFigure('accepted', 'return')).toBe(false);
});

test('a status is worked out from the unit’s side and the stage’s word alone', () => {
  const seen = new Set<FigureStatus>();
  for (const state of figureStates) {
    for (const times of [0, 1, 2]) {
      seen.add(figureStatus({ state, sending: times }, undefined));
      for (const decision of assessmentDecisions)
        for (const of of [0, 1, 2]) seen.add(figureStatus({ state, sending: times }, { decision, sending: of }));
    }
  }
  expect([...seen].sort()).toEqual([...figureStatuses].sort());
});

const steps = ['save', 'clear', 'submit', 'again', 'withdraw', 'accept', 'adjust', 'return', 'undo'] as const;
const rule = linesOf(document.scoring).find(({ line }) => line.code === '1.2')!.line;
const how = conductOf(document.conduct, '1.2')!;
const officer = { stage: 'federation' } as const;

/** One figure in the middle of its life. */
type Life = { record: FigureRecord; assessments: Assessment[] };

/** What a step would do to it now; nothing where it is refused. */
function changesOf({ record, assessments }: Life, step: (typeof steps)[number], at: number): readonly YearChange[] {
  const returns: Return[] = record.status === 'returned' ? [{ line: '1.2', period: 'k1', reason: 'x' }] : [];
  const asking = unit([record], { returns });
  const subject: Case = { unit: 'TH-01', record, assessments, revision: 1, seen: 1 };
  const save = (typed: { value: string } | undefined) => saveFigure(asking, '1.2', 'k1', typed, record.revision, at);
  const answer = {
    save: () => save({ value: String(at % 7) }),
    clear: () => save(undefined),
    submit: () => submitReport(asking, 'k1', { leaveOut: ['1.1', 'T.1'], again: [] }, sending, at),
    again: () => resubmitFigures(asking, 'k1', ['1.2'], sending, at),
    withdraw: () => withdrawReport('TH-01', { period: 'k1', status: 'submitted' }, [record]),
    accept: () => acceptFigure(subject, officer, at),
    adjust: () => adjustFigure(subject, rule, how, { points: '1' }, 'Thiếu', officer, at),
    return: () => returnFigure(subject, 'Thiếu', undefined, officer, at),
    undo: () => undoAssessment(subject, officer),
  }[step]();
  if (!answer.ok) return [];
  return 'changes' in answer.value ? answer.value.changes : answer.value;
}

function lifeAfter(life: Life, changes: readonly YearChange[]): Life {
  let { record, assessments } = life;
  for (const change of changes) {
    if (change.kind === 'figure') record = withSide(record, change.side);
    else {
      const subject: Case = { unit: 'TH-01', record, assessments, revision: 1, seen: 1 };
      assessments = [...caseAfter(subject, [change]).assessments];
      record = figureRecord(record, inForce(assessments));
    }
  }
  return { record, assessments };
}

/** A figure nobody has touched, with files beside it. */
const untouched = (): Life => ({ record: { ...emptyFigure('1.2', 'k1'), evidence: 2 }, assessments: [] });

test('unit and officer can bring a figure into every status', () => {
  const reached = new Map<FigureStatus, Life>([['empty', untouched()]]);
  const next = [...reached.values()];
  let at = now;
  for (let life = next.shift(); life !== undefined; life = next.shift()) {
    for (const step of steps) {
      at += 1000;
      const after = lifeAfter(life, changesOf(life, step, at));
      if (reached.has(after.record.status)) continue;
      reached.set(after.record.status, after);
      next.push(after);
    }
  }
  expect([...reached.keys()].sort()).toEqual([...figureStatuses].sort());
});

test('whatever unit and officer do in turn, a figure never leaves the table', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 25 }), (acts) => {
      let life = untouched();
      let at = now;
      for (const act of acts) {
        at += 1000;
        const before = life.record;
        const changes = changesOf(life, act, at);
        life = lifeAfter(life, changes);
        const { record, assessments } = life;
        if (record.status !== before.status) {
          expect(figureSteps.flatMap((step) => figureAfter(before.status, step))).toContain(record.status);
        }
        const standing = assessments.at(-1);
        expect(record.status === 'accepted' || record.status === 'adjusted').toBe(
          standing !== undefined && standing.decision !== 'returned',
        );
        if (['accepted', 'adjusted'].includes(record.status)) expect(record.settled).toEqual(record.submitted);
        else expect(record.settled).toBeUndefined();
        // No stage writes into the unit's side.
        if (['accept', 'adjust', 'return', 'undo'].includes(act)) {
          const { state, value, submitted, sending: times, revision } = record;
          expect({ state, value, submitted, sending: times, revision }).toEqual({
            ...{ state: before.state, value: before.value, submitted: before.submitted },
            ...{ sending: before.sending, revision: before.revision },
          });
        }
      }
    }),
    { numRuns: 1000 },
  );
});

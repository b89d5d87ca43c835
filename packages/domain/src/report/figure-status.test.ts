import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptFigure, adjustFigure, type Assessment, returnFigure, undoAssessment } from '../assessment/index.ts';
import { conductOf, linesOf } from '../plan/document.ts';
import { now, sending, unit } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import {
  figureAfter,
  type FigureStatus,
  figureStatuses,
  figureSteps,
  figureTable,
  mayFigure,
} from './figure-status.ts';
import { recordOf, type Return } from './report.ts';
import { saveFigure } from './save-figure.ts';
import { resubmitFigures, submitReport } from './submit-report.ts';
import { withdrawReport } from './withdraw-report.ts';

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

test('whatever unit and officer do in turn, a figure never leaves the table', () => {
  const steps = ['save', 'clear', 'submit', 'again', 'withdraw', 'accept', 'adjust', 'return', 'undo'] as const;
  const rule = linesOf(document.scoring).find(({ line }) => line.code === '1.2')!.line;
  const how = conductOf(document.conduct, '1.2')!;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 25 }), (acts) => {
      let record = recordOf([], '1.2', 'k1');
      let layers: Assessment[] = [];
      let at = now;
      record = { ...record, evidence: 2 };
      for (const act of acts) {
        at += 1000;
        const before = record.status;
        const returns: Return[] = before === 'returned' ? [{ line: '1.2', period: 'k1', reason: 'x' }] : [];
        const asking = unit([record], { returns });
        const subject = { unit: 'TH-01', record, seen: record.revision };
        const by = { stage: 'federation' } as const;
        const sent = { period: 'k1', status: 'submitted' as const };
        if (act === 'save' || act === 'clear') {
          const saved = saveFigure(
            asking,
            '1.2',
            'k1',
            act === 'save' ? { value: String(at % 7) } : undefined,
            record.revision,
            at,
          );
          if (saved.ok) record = saved.value;
        } else if (act === 'submit' || act === 'again' || act === 'withdraw') {
          const answer =
            act === 'withdraw'
              ? withdrawReport(sent, [record])
              : act === 'again'
                ? resubmitFigures(asking, 'k1', ['1.2'], sending, at)
                : submitReport(asking, 'k1', { leaveOut: ['1.1', 'T.1'], again: [] }, sending, at);
          if (answer.ok) record = answer.value.figures[0] ?? record;
        } else if (act === 'undo') {
          const answer = undoAssessment(subject, layers, by);
          if (answer.ok) {
            record = answer.value.figure;
            layers = layers.map((layer) => (layer === answer.value.undone ? { ...layer, undone: true } : layer));
          }
        } else {
          const answer =
            act === 'accept'
              ? acceptFigure(subject, by, at)
              : act === 'adjust'
                ? adjustFigure(subject, rule, how, { points: '1' }, 'Thiếu', by, at)
                : returnFigure(subject, 'Thiếu', undefined, by, at);
          if (answer.ok) {
            record = answer.value.figure;
            layers = [...layers, answer.value.assessment];
          }
        }
        if (record.status !== before) {
          expect(figureSteps.flatMap((step) => figureAfter(before, step))).toContain(record.status);
        }
        const standing = layers.filter((layer) => layer.undone !== true).at(-1);
        expect(record.status === 'accepted' || record.status === 'adjusted').toBe(
          standing !== undefined && standing.decision !== 'returned',
        );
        if (['accepted', 'adjusted'].includes(record.status)) expect(record.settled).toEqual(record.submitted);
      }
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { acceptFigure, adjustFigure, type Assessment, returnFigure, undoAssessment } from '../assessment/index.ts';
import type { FigureValue } from '../figure/figure.ts';
import { instantOf } from '../period/local-time.ts';
import { conductOf, linesOf } from '../plan/document.ts';
import { twoSemesters as document } from '../testing/two-semesters.ts';
import { extendDeadline } from './extend-deadline.ts';
import {
  figureAfter,
  type FigureStatus,
  figureStatuses,
  figureSteps,
  figureTable,
  mayFigure,
} from './figure-status.ts';
import { parseReceiptNumber, receiptHash, receiptNumber } from './receipt.ts';
import { mayReport, statusOfSent } from './report-status.ts';
import { type FigureRecord, recordOf, type Return } from './report.ts';
import { saveFigure } from './save-figure.ts';
import { resubmitFigures, submitReport } from './submit-report.ts';
import { type AskingFor, whatIsAsked } from './what-is-asked.ts';
import { whatIsMissing } from './what-is-missing.ts';
import { withdrawReport } from './withdraw-report.ts';

const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const code = (answer: { ok: true } | { ok: false; code: string }) => (answer.ok ? 'ok' : answer.code);

const now = instantOf('2027-01-08T10:42');
const figure = (line: string, status: FigureStatus, more: Partial<FigureRecord> = {}): FigureRecord => ({
  line,
  period: 'k1',
  status,
  evidence: 2,
  revision: 1,
  ...more,
});
const unit = (figures: FigureRecord[], more: Partial<AskingFor> = {}): AskingFor => ({
  document,
  block: 'th',
  targets: [],
  figures,
  returns: [],
  ...more,
});
const sending = {
  number: 'BC-2027-000001',
  federation: { code: 'f', name: 'Công đoàn phường' },
  unit: { code: 'TH-01', name: 'CĐCS Trường Tiểu học' },
  plan: { code: 'p', version: 1, hash: 'sha256:00' },
  as: 'Chủ tịch CĐCS',
};
const drafts = [
  figure('1.1', 'draft', { value: { part: '41', whole: '46' } }),
  figure('1.2', 'draft', { value: { value: '8' } }),
  figure('T.1', 'draft', { value: { value: '1' } }),
];
const allOfK1 = { leaveOut: [], again: [] };

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

describe('sending', () => {
  it('drafts become submitted, with a receipt that reads by itself', () => {
    const sent = value(submitReport(unit(drafts), 'k1', allOfK1, sending, now));
    expect(sent.report).toEqual({ period: 'k1', status: 'submitted' });
    expect(sent.figures.map(({ line, status, submitted, revision }) => [line, status, submitted, revision])).toEqual([
      ['1.1', 'submitted', { part: '41', whole: '46' }, 2],
      ['1.2', 'submitted', { value: '8' }, 2],
      ['T.1', 'submitted', { value: '1' }, 2],
    ]);
    expect(sent.receipt).toMatchObject({
      number: 'BC-2027-000001',
      at: '2027-01-08T03:42:00.000Z',
      late: false,
      leftOut: [],
    });
    expect(sent.receipt.figures[0]).toMatchObject({
      line: '1.1',
      words: '41/46 = 89,13\u00a0%',
      evidence: 2,
      again: false,
    });
    expect(sent.hash).toBe(receiptHash(JSON.parse(JSON.stringify(sent.receipt)) as typeof sent.receipt));
  });
  it('late is late, and still taken', () => {
    const sent = value(submitReport(unit(drafts), 'k1', allOfK1, sending, instantOf('2027-01-15T17:01')));
    expect(sent.receipt.late).toBe(true);
    const reports = [{ period: 'k1', status: 'open' as const, extendedTo: '2027-01-20T17:00' }];
    const extended = submitReport(unit(drafts, { reports }), 'k1', allOfK1, sending, instantOf('2027-01-15T17:01'));
    expect(value(extended).receipt.late).toBe(false);
  });
  it('one missing figure does not hold the others hostage, if it is knowingly left out', () => {
    const two = drafts.slice(0, 2);
    expect(submitReport(unit(two), 'k1', allOfK1, sending, now)).toMatchObject({
      code: 'report-incomplete',
      detail: { lines: ['T.1'] },
    });
    const sent = value(submitReport(unit(two), 'k1', { leaveOut: ['T.1'], again: [] }, sending, now));
    expect(sent.receipt.leftOut).toEqual(['T.1']);
    expect(sent.figures).toHaveLength(2);
  });
  it('nor does a photo that will not load', () => {
    const dark = [drafts[0]!, { ...drafts[1]!, evidence: 1 }, drafts[2]!];
    expect(submitReport(unit(dark), 'k1', allOfK1, sending, now)).toMatchObject({
      code: 'evidence-missing',
      detail: { lines: ['1.2'] },
    });
    expect(code(submitReport(unit(dark), 'k1', { leaveOut: ['1.2'], again: [] }, sending, now))).toBe('ok');
  });
  it('nothing to send is refused; so is a period that has not begun', () => {
    expect(code(submitReport(unit([]), 'k1', { leaveOut: ['1.1', '1.2', 'T.1'], again: [] }, sending, now))).toBe(
      'report-empty',
    );
    expect(code(submitReport(unit(drafts), 'k1', allOfK1, sending, instantOf('2026-08-31T23:59')))).toBe(
      'period-not-open',
    );
  });
  it('sending again sends only what came since', () => {
    const sent = drafts.map((record) => ({ ...record, status: 'submitted' as const }));
    expect(code(submitReport(unit(sent), 'k1', allOfK1, sending, now))).toBe('report-empty');
    const later = [sent[0]!, sent[1]!, drafts[2]!];
    expect(value(submitReport(unit(later), 'k1', allOfK1, sending, now)).figures.map(({ line }) => line)).toEqual([
      'T.1',
    ]);
  });
  it('a returned line goes again only when it is named', () => {
    const back: Return = { line: '1.2', period: 'k1', reason: 'Thiếu 2 biên nhận' };
    const figures = [
      drafts[0]!,
      figure('1.2', 'returned', { value: { value: '6' }, submitted: { value: '8' } }),
      drafts[2]!,
    ];
    const asking = unit(figures, { returns: [back] });
    expect(value(submitReport(asking, 'k1', allOfK1, sending, now)).figures.map(({ line }) => line)).toEqual([
      '1.1',
      'T.1',
    ]);
    const both = value(submitReport(asking, 'k1', { leaveOut: [], again: ['1.2'] }, sending, now));
    expect(both.figures[0]).toMatchObject({ line: '1.2', status: 'resubmitted', submitted: { value: '6' } });
    expect(both.receipt.figures[0]?.again).toBe(true);
    const alone = value(resubmitFigures(asking, 'k1', ['1.2'], sending, now));
    expect(alone.figures.map(({ line }) => line)).toEqual(['1.2']);
    const afterDue = resubmitFigures(asking, 'k1', ['1.2'], sending, instantOf('2027-02-01T08:00'));
    expect(value(afterDue).receipt.late).toBe(false);
    expect(code(resubmitFigures(asking, 'k1', ['1.1'], sending, now))).toBe('figure-not-open');
    expect(code(resubmitFigures(asking, 'k1', ['9.9'], sending, now))).toBe('line-not-asked');
  });
});

describe('drafts', () => {
  const save = (line: string, given: FigureValue | undefined, seen: number, figures: FigureRecord[] = []) =>
    saveFigure(unit(figures), line, 'k1', given, seen, now);
  it('begin, change and end', () => {
    const first = value(save('1.2', { value: '3' }, 0));
    expect(first).toMatchObject({ status: 'draft', revision: 1 });
    const second = value(save('1.2', { value: '4' }, 1, [first]));
    expect(second).toMatchObject({ value: { value: '4' }, revision: 2 });
    expect(value(save('1.2', undefined, 2, [second]))).toMatchObject({ status: 'empty', value: undefined });
  });
  test.each([
    ['R3: an older revision', () => save('1.2', { value: '3' }, 0, [drafts[1]!]), 'stale-revision'],
    ['a figure of another sort', () => save('1.2', { yes: true }, 0), 'figure-other-sort'],
    ['a line of the federation', () => save('1.3', { faults: {} }, 0), 'line-not-asked'],
    ['a line that is not there', () => save('9.9', { value: '1' }, 0), 'line-not-asked'],
    ['a figure that was sent', () => save('1.2', { value: '3' }, 1, [figure('1.2', 'submitted')]), 'figure-not-open'],
    [
      'a figure that was accepted',
      () => save('1.2', { value: '3' }, 1, [figure('1.2', 'accepted')]),
      'figure-not-open',
    ],
    [
      'before the period',
      () => saveFigure(unit([]), '1.2', 'k2', { value: '1' }, 0, instantOf('2026-12-31T23:59')),
      'period-not-open',
    ],
  ])('refused: %s', (_, act, expected) => expect(code(act())).toBe(expected));
  it('a returned line stays returned while it is being changed', () => {
    const back = [figure('1.2', 'returned', { value: { value: '8' }, submitted: { value: '8' } })];
    expect(value(save('1.2', { value: '6' }, 1, back))).toMatchObject({
      status: 'returned',
      value: { value: '6' },
      submitted: { value: '8' },
    });
  });
});

describe('taking a report back', () => {
  const report = { period: 'k1', status: 'submitted' as const };
  it('before verification begins', () => {
    const figures = [
      figure('1.1', 'submitted'),
      figure('1.2', 'resubmitted'),
      figure('T.1', 'submitted', { period: 'k2' }),
    ];
    const back = value(withdrawReport(report, figures.slice(0, 1)));
    expect(back).toMatchObject({ report: { status: 'open' }, figures: [{ line: '1.1', status: 'draft' }] });
    expect(value(withdrawReport(report, figures)).figures.map(({ line, status }) => [line, status])).toEqual([
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
    expect(code(withdrawReport(report, [figure('1.1', 'submitted'), figure('1.2', status)]))).toBe(expected);
  });
  it('not when it was never sent, not when it is settled', () => {
    expect(code(withdrawReport({ period: 'k1', status: 'open' }, []))).toBe('report-not-submitted');
    expect(code(withdrawReport({ period: 'k1', status: 'settled' }, []))).toBe('report-being-verified');
  });
});

describe('more time for one unit', () => {
  const period = { due: '2027-01-15T17:00' };
  test.each([
    ['2027-01-20T17:00', 'Bão số 9', undefined, 'ok'],
    ['2027-01-20T17:00', '  ', undefined, 'reason-needed'],
    ['2027-01-15T17:00', 'Bão', undefined, 'deadline-not-later'],
    ['2027-01-18T17:00', 'Bão', { due: '2027-01-20T17:00' }, 'deadline-not-later'],
    ['20/01/2027', 'Bão', undefined, 'day-unreadable'],
    ['9999-12-31T17:00', 'Bão', undefined, 'day-out-of-reach'],
    ['2028-02-01T17:00', 'Bão', { due: '2028-01-01T17:00' }, 'day-out-of-reach'],
  ])('until %s because of “%s”: %#', (due, reason, current, expected) => {
    expect(code(extendDeadline(period, current, due, reason, now))).toBe(expected);
  });
  it('not until a moment that has gone by', () => {
    expect(code(extendDeadline(period, undefined, '2027-01-16T17:00', 'Bão', instantOf('2027-01-17T00:00')))).toBe(
      'due-in-the-past',
    );
  });
});

test('receipt numbers are read back as they are written', () => {
  expect(receiptNumber('BC', 2026, 123)).toBe('BC-2026-000123');
  expect(parseReceiptNumber(' bc-2026-000123 ')).toEqual({ kind: 'BC', year: 2026, running: 123 });
  expect(parseReceiptNumber('KY-2026-000007')).toEqual({ kind: 'KY', year: 2026, running: 7 });
  for (const wrong of ['BC-26-000123', 'XX-2026-000123', 'BC-2026-123', ''])
    expect(parseReceiptNumber(wrong)).toBeUndefined();
});

test('a sent report is settled as soon as nobody owes an answer', () => {
  expect(statusOfSent(['accepted', 'adjusted', 'empty'])).toBe('settled');
  expect(statusOfSent(['accepted', 'submitted'])).toBe('submitted');
  expect(statusOfSent(['accepted', 'returned'])).toBe('submitted');
  expect(mayReport('settled', 'withdraw')).toBe(false);
});

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

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Accumulate } from '../plan/conduct.schema.ts';
import { combine } from './combine.ts';
import { millionths } from '../numbers/decimal.ts';
import { accumulateWaysFor, type FigureLine, type FigureValue } from './figure.ts';

const ratio: FigureLine = {
  max: '6',
  unit: '%',
  rule: { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' },
};
const count: FigureLine = { max: '5', unit: 'lượt', rule: { kind: 'count', each: '0.5' } };
const judged: FigureLine = { max: '5', rule: { kind: 'judged', step: '0.5' } };
const oddJudged: FigureLine = { max: '5', rule: { kind: 'judged', step: '2' } };
const yesNo: FigureLine = { max: '5', rule: { kind: 'yesNo' } };
const levels = [
  { code: 'nhat', title: 'Giải Nhất', points: '5' },
  { code: 'ba', title: 'Giải Ba', points: '3' },
  { code: 'khuyen-khich', title: 'Khuyến khích', points: '3' },
];
const one: FigureLine = { max: '5', rule: { kind: 'levels', pick: 'one', levels } };
const many: FigureLine = { max: '10', rule: { kind: 'levels', pick: 'many', levels } };
const checklist: FigureLine = {
  max: '3',
  rule: { kind: 'checklist', items: ['a', 'b', 'c'].map((code) => ({ code, title: code, points: '1' })) },
};
const deduct: FigureLine = {
  max: '5',
  rule: { kind: 'deduct', faults: ['tre', 'sai'].map((code) => ({ code, title: code, each: '1' })) },
};

const year = (line: FigureLine, way: Accumulate, figures: FigureValue[]) =>
  combine(
    line,
    way,
    figures.map((figure, i) => ({ period: `k${i + 1}`, figure })),
  );

describe('how the figures of the periods become the figure of the year', () => {
  const none: FigureValue = { notApplicable: true };
  test.each<[string, FigureLine, Accumulate, FigureValue[], FigureValue]>([
    ['the last one given', ratio, 'latest', [{ value: '90' }, { value: '80' }], { value: '80' }],
    ['the last word is "không phát sinh"', ratio, 'latest', [{ value: '90' }, none], none],
    ['values are added exactly', count, 'sum', [{ value: '0.1' }, { value: '0.2' }], { value: '0.3' }],
    ['judged points are added', judged, 'sum', [{ points: '1.5' }, { points: '2' }], { points: '3.5' }],
    [
      'levels by code',
      many,
      'sum',
      [{ levels: { ba: 1 } }, { levels: { nhat: 1, ba: 2 } }],
      { levels: { nhat: 1, ba: 3 } },
    ],
    [
      'faults by code',
      deduct,
      'sum',
      [{ faults: { sai: 1 } }, { faults: { sai: 2, tre: 1 } }],
      { faults: { tre: 1, sai: 3 } },
    ],
    ['ticked items joined', checklist, 'sum', [{ items: ['c'] }, { items: ['a', 'c'] }], { items: ['a', 'c'] }],
    ['a period without occasion adds nothing', count, 'sum', [{ value: '3' }, none], { value: '3' }],
    ['no occasion all year', count, 'sum', [none, none], none],
    [
      'parts and wholes',
      ratio,
      'sumParts',
      [
        { part: '41', whole: '46' },
        { part: '20', whole: '46' },
      ],
      { part: '61', whole: '92' },
    ],
    ['largest value', count, 'max', [{ value: '9' }, { value: '10' }, { value: '2' }], { value: '10' }],
    [
      'largest percentage',
      ratio,
      'max',
      [
        { part: '9', whole: '10' },
        { part: '90', whole: '101' },
      ],
      { part: '9', whole: '10' },
    ],
    [
      'of equal percentages the larger whole',
      ratio,
      'max',
      [
        { part: '1', whole: '2' },
        { part: '2', whole: '4' },
      ],
      { part: '2', whole: '4' },
    ],
    ['best level', one, 'max', [{ levels: { ba: 1 } }, { levels: { nhat: 1 } }], { levels: { nhat: 1 } }],
    [
      'of equal levels the one named first',
      one,
      'max',
      [{ levels: { 'khuyen-khich': 1 } }, { levels: { ba: 1 } }],
      { levels: { ba: 1 } },
    ],
    ['once yes is yes', yesNo, 'max', [{ yes: true }, { yes: false }], { yes: true }],
    ['most points', judged, 'max', [{ points: '10' }, { points: '9' }], { points: '10' }],
  ])('%s', (_, line, way, figures, expected) => {
    expect(year(line, way, figures)?.figure).toEqual(expected);
  });

  it('nothing given makes nothing: missing is not zero', () => expect(year(count, 'sum', [])).toBeUndefined());
  it('says which periods it was made of', () => {
    expect(year(count, 'sum', [{ value: '3' }, none, { value: '1' }])?.from).toEqual(['k1', 'k3']);
    expect(year(ratio, 'latest', [{ value: '3' }, { value: '1' }])?.from).toEqual(['k2']);
  });
  it('judged points that just reach the maximum are not capped', () => {
    expect(year(judged, 'sum', [{ points: '2' }, { points: '3' }])).toEqual({
      figure: { points: '5' },
      from: ['k1', 'k2'],
    });
  });
  it('judged points stop at the maximum, or at the last step below it', () => {
    expect(year(judged, 'sum', [{ points: '3' }, { points: '3' }])).toEqual({
      figure: { points: '5' },
      from: ['k1', 'k2'],
      note: 'capped',
    });
    expect(year(oddJudged, 'sum', [{ points: '4' }, { points: '2' }])?.figure).toEqual({ points: '4' });
  });
  it('never mixes sorts that do not add up: the latest stands, and says so', () => {
    expect(year(ratio, 'sum', [{ value: '3' }, { part: '1', whole: '2' }])).toEqual({
      figure: { part: '1', whole: '2' },
      from: ['k2'],
      note: 'latestOnly',
    });
    expect(year(one, 'sum', [{ levels: { nhat: 1 } }, { levels: { ba: 1 } }])?.note).toBe('latestOnly');
  });
});

describe('the order of the periods does not matter, except for `latest`', () => {
  const number = fc.integer({ min: 0, max: 10_000 }).map((n) => String(n / 100));
  const whole = fc.integer({ min: 1, max: 60 });
  const perLine: [string, FigureLine, fc.Arbitrary<FigureValue>][] = [
    ['count', count, number.map((value) => ({ value }))],
    ['ratio', ratio, fc.record({ part: whole.map(String), whole: whole.map(String) })],
    ['judged', judged, fc.integer({ min: 0, max: 10 }).map((n) => ({ points: String(n / 2) }))],
    ['yesNo', yesNo, fc.record({ yes: fc.boolean() })],
    ['one level', one, fc.constantFrom(...levels).map(({ code }) => ({ levels: { [code]: 1 } }))],
    ['many levels', many, fc.record({ levels: fc.dictionary(fc.constantFrom('nhat', 'ba'), whole) })],
    ['checklist', checklist, fc.record({ items: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')) })],
    ['deduct', deduct, fc.record({ faults: fc.dictionary(fc.constantFrom('tre', 'sai'), whole) })],
  ];
  for (const [name, line, figure] of perLine) {
    for (const way of accumulateWaysFor(line).filter((w) => w !== 'latest')) {
      test(`${name}, ${way}`, () => {
        const given = fc.array(
          fc.oneof(
            { weight: 5, arbitrary: figure },
            { weight: 1, arbitrary: fc.constant({ notApplicable: true } as FigureValue) },
          ),
          { minLength: 1, maxLength: 6 },
        );
        fc.assert(
          fc.property(given, fc.infiniteStream(fc.nat()), (figures, random) => {
            const shuffled = figures
              .map((value) => ({ value, key: random.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
            const [a, b] = [year(line, way, figures), year(line, way, shuffled)];
            if (a?.note !== 'latestOnly') expect(b?.figure).toEqual(a?.figure);
          }),
        );
      });
    }
  }
  test('a sum is the sum, to the last decimal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const figures = sizes.map((size) => ({
          value: String(size / 1_000_000).includes('e') ? '0' : String(size / 1_000_000),
        }));
        const made = year(count, 'sum', figures)?.figure as { value: string };
        expect(millionths(made.value)).toBe(figures.reduce((total, f) => total + millionths(f.value), 0n));
      }),
    );
  });
});

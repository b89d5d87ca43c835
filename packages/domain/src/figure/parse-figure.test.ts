import { describe, expect, it, test } from 'vitest';
import type { FigureLine, FigureValue } from './figure.ts';
import { accumulateWaysFor, inputOf } from './figure.ts';
import { fits } from './fits.ts';
import { figureInWords, percentText } from './in-words.ts';
import { parseFigure, type RawFields } from './parse-figure.ts';

const percent: FigureLine = {
  max: '6',
  unit: '%',
  rule: { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' },
};
const money: FigureLine = {
  max: '6',
  unit: 'đồng',
  rule: { kind: 'ratio', target: '100', better: 'higher', below: 'nothing' },
};
const count: FigureLine = { max: '5', unit: 'lượt', whenNotApplicable: 'drop', rule: { kind: 'count', each: '0.5' } };
const judged: FigureLine = { max: '5', rule: { kind: 'judged', step: '0.5' } };
const yesNo: FigureLine = { max: '5', rule: { kind: 'yesNo' } };
const levels = [
  { code: 'nhat', title: 'Giải Nhất', points: '5' },
  { code: 'ba', title: 'Giải Ba', points: '3' },
];
const one: FigureLine = { max: '5', rule: { kind: 'levels', pick: 'one', levels } };
const many: FigureLine = { max: '10', rule: { kind: 'levels', pick: 'many', levels } };
const checklist: FigureLine = {
  max: '3',
  rule: {
    kind: 'checklist',
    items: ['quy chế A', 'quy chế B'].map((title, i) => ({ code: `q${i + 1}`, title, points: '1' })),
  },
};
const deduct: FigureLine = {
  max: '5',
  rule: {
    kind: 'deduct',
    faults: [
      { code: 'tre', title: 'Báo cáo trễ', each: '1' },
      { code: 'sai', title: 'Sai số liệu', each: '2' },
    ],
  },
};

const read = (line: FigureLine, raw: RawFields) => {
  const parsed = parseFigure(line, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.figure;
};
const faults = (line: FigureLine, raw: RawFields) => {
  const parsed = parseFigure(line, raw);
  return parsed.ok ? [] : parsed.faults.map(({ field, code }) => `${field}: ${code}`);
};

describe('a form becomes a figure', () => {
  test.each<[string, FigureLine, RawFields, FigureValue | undefined]>([
    ['part and whole', percent, { part: ' 41 ', whole: '46' }, { part: '41', whole: '46' }],
    ['a percentage typed whole', percent, { value: '95,5' }, { value: '95.5' }],
    ['money with its points', money, { value: '116.500.000' }, { value: '116500000' }],
    ['an answered ambiguity', money, { value: '1.234', 'value.means': '1234' }, { value: '1234' }],
    ['turns', count, { value: '8' }, { value: '8' }],
    ['turns with a needless decimal', count, { value: '8,0' }, { value: '8' }],
    ['turns by the thousand, as only a count can be read', count, { value: '1.234' }, { value: '1234' }],
    ['many turns', count, { value: '12.500.000' }, { value: '12500000' }],
    ['faults by the thousand', deduct, { 'faults.tre': '1.234' }, { faults: { tre: 1234 } }],
    [
      'points that can be read in one way within the line',
      { max: '5', rule: { kind: 'judged' } },
      { points: '1.234' },
      { points: '1.234' },
    ],
    [
      'numbers copied with what nobody sees',
      percent,
      { part: '\u200e41\u00a0', whole: '\ufeff46\u200b' },
      { part: '41', whole: '46' },
    ],
    ['yes', yesNo, { yes: 'yes' }, { yes: true }],
    ['no is an answer', yesNo, { yes: 'no' }, { yes: false }],
    ['a level', one, { level: 'ba' }, { levels: { ba: 1 } }],
    ['levels counted', many, { 'levels.nhat': '2', 'levels.ba': '' }, { levels: { nhat: 2 } }],
    ['a typed 0 is an answer', many, { 'levels.nhat': '0' }, { levels: {} }],
    ['items in the order of the rule', checklist, { items: ['q2', 'q1'] }, { items: ['q1', 'q2'] }],
    ['one item', checklist, { items: 'q2' }, { items: ['q2'] }],
    ['no item, said so', checklist, { none: 'on' }, { items: [] }],
    ['faults', deduct, { 'faults.tre': '2' }, { faults: { tre: 2 } }],
    ['no fault, said so', deduct, { none: 'on' }, { faults: {} }],
    ['points', judged, { points: '3,5' }, { points: '3.5' }],
    [
      'nothing to report, where the plan allows it',
      count,
      { notApplicable: 'on', value: '3' },
      { notApplicable: true },
    ],
    ['nothing typed: missing, not zero', percent, { part: '', whole: ' ' }, undefined],
    ['nothing ticked: missing, not none', checklist, {}, undefined],
    ['nothing counted: missing, not faultless', deduct, { 'faults.tre': '' }, undefined],
  ])('%s', (_, line, raw, expected) => expect(read(line, raw)).toEqual(expected));

  test.each<[string, FigureLine, RawFields, string[]]>([
    ['both fields at once', percent, { part: 'bốn', whole: '' }, ['part: number-unreadable', 'whole: figure-empty']],
    ['an ambiguous number is asked about', money, { value: '1.234' }, ['value: number-ambiguous']],
    ['an answer that is neither reading', money, { value: '1.234', 'value.means': '99' }, ['value: number-ambiguous']],
    ['no one examined of nobody', percent, { part: '0', whole: '0' }, ['whole: whole-not-positive']],
    ['a negative part', percent, { part: '-1', whole: '46' }, ['part: figure-negative']],
    ['a negative count', count, { value: '-1' }, ['value: figure-negative']],
    ['both ways', percent, { part: '1', whole: '2', value: '50' }, ['value: figure-both-ways']],
    ['thirteen digits', count, { value: '1234567890123' }, ['value: number-too-large']],
    ['seven decimals', money, { value: '1,1234567' }, ['value: number-too-fine']],
    ['a fraction of a count', count, { value: '1.234,5' }, ['value: count-not-whole']],
    ['half a count', count, { value: '8,5' }, ['value: count-not-whole']],
    [
      'a half fault',
      deduct,
      { 'faults.tre': '0,5', 'faults.sai': 'x' },
      ['faults.tre: count-not-whole', 'faults.sai: number-unreadable'],
    ],
    ['a fault of another plan', deduct, { 'faults.khac': '1' }, ['faults.khac: choice-unknown']],
    ['a level of another plan', one, { level: 'nhi' }, ['level: choice-unknown']],
    ['none but some', checklist, { none: 'on', items: ['q1'] }, ['none: none-but-some']],
    ['none but some faults', deduct, { none: 'on', 'faults.tre': '1' }, ['faults.tre: none-but-some']],
    ['too many points', judged, { points: '5,5' }, ['points: points-out-of-range']],
    ['between two steps', judged, { points: '3,25' }, ['points: points-not-step']],
    [
      'not applicable, where the plan forbids it',
      percent,
      { notApplicable: 'on' },
      ['notApplicable: not-applicable-refused'],
    ],
    ['neither yes nor no', yesNo, { yes: 'maybe' }, ['yes: choice-unknown']],
  ])('%s', (_, line, raw, expected) => expect(faults(line, raw)).toEqual(expected));

  it('more than all is a question, not a fault', () => {
    expect(parseFigure(percent, { part: '52', whole: '46' })).toEqual({
      ok: true,
      figure: { part: '52', whole: '46' },
      warnings: [{ field: 'part', code: 'part-over-whole', detail: { part: '52', whole: '46' } }],
    });
  });
  it('offers both readings of an ambiguous number', () => {
    const parsed = parseFigure(money, { value: '1,500' });
    expect(parsed.ok ? [] : parsed.faults[0]?.detail).toEqual({ values: ['1500', '1.5'] });
  });
  it('names a choice only where the form has it', () => {
    const refused = (line: FigureLine) => {
      const parsed = parseFigure(line, { part: '1', whole: '0' });
      return parsed.ok ? [] : parsed.faults[0]?.detail;
    };
    expect(refused(percent)).toEqual({ notApplicable: false });
    expect(refused({ ...percent, whenNotApplicable: 'drop' })).toEqual({ notApplicable: true });
  });
  it('says how a count was read that is none', () => {
    const parsed = parseFigure(count, { value: '1.234,5' });
    expect(parsed.ok ? [] : parsed.faults[0]?.detail).toEqual({ read: '1234.5' });
  });
  it('asks for what can be added up', () => {
    expect(parseFigure(percent, { value: '95' }, 'sumParts')).toMatchObject({ faults: [{ code: 'parts-needed' }] });
    expect(parseFigure(percent, { part: '1', whole: '2' }, 'sum')).toMatchObject({
      faults: [{ code: 'value-needed' }],
    });
  });
  it('finds a code in decomposed letters', () => {
    const line: FigureLine = {
      max: '5',
      rule: { kind: 'levels', pick: 'one', levels: [{ code: 'tốt', title: 'Tốt', points: '5' }] },
    };
    expect(read(line, { level: 'tốt'.normalize('NFD') })).toEqual({ levels: { tốt: 1 } });
  });
});

test('which input a form shows', () => {
  expect(inputOf(percent)).toBe('partWhole');
  expect(inputOf(percent, 'sum')).toBe('value');
  expect(inputOf(money)).toBe('value');
  expect(inputOf(money, 'sumParts')).toBe('partWhole');
  expect([count, yesNo, one, many, checklist, deduct, judged].map((line) => inputOf(line))).toEqual([
    'value',
    'yesNo',
    'oneLevel',
    'manyLevels',
    'items',
    'faults',
    'points',
  ]);
  expect(accumulateWaysFor(percent)[0]).toBe('latest');
  expect(accumulateWaysFor(count)[0]).toBe('sum');
});

test.each<[FigureLine, FigureValue, string]>([
  [percent, { part: '41', whole: '46' }, '41/46 = 89,13\u00a0%'],
  [percent, { part: '46', whole: '46' }, '46/46 = 100\u00a0%'],
  [percent, { value: '97.5' }, '97,5\u00a0%'],
  [money, { value: '116500000' }, '116.500.000\u00a0đồng'],
  [count, { value: '8' }, '8\u00a0lượt'],
  [count, { notApplicable: true }, 'Không phát sinh'],
  [yesNo, { yes: true }, 'Có'],
  [yesNo, { yes: false }, 'Không'],
  [one, { levels: { nhat: 1 } }, 'Giải Nhất'],
  [many, { levels: { nhat: 2, ba: 1 } }, '2\u00a0×\u00a0Giải Nhất; 1\u00a0×\u00a0Giải Ba'],
  [many, { levels: {} }, 'Không có'],
  [checklist, { items: ['q1'] }, '1/2 mục: quy chế A'],
  [checklist, { items: [] }, '0/2 mục'],
  [deduct, { faults: { tre: 2 } }, '2\u00a0lần: Báo cáo trễ'],
  [deduct, { faults: {} }, 'Không có lỗi'],
  [judged, { points: '3.5' }, '3,5\u00a0điểm'],
])('%# reads as people say it', (line, figure, words) => expect(figureInWords(line, figure)).toBe(words));

test('a percentage is rounded half away from zero, for reading only', () => {
  expect(percentText('1', '3')).toBe('33.33');
  expect(percentText('2', '3')).toBe('66.67');
  expect(percentText('1', '800')).toBe('0.13');
  expect(percentText('51', '46')).toBe('110.87');
});

test.each<[FigureLine, FigureValue, string | undefined]>([
  [percent, { part: '1', whole: '2' }, undefined],
  [percent, { yes: true }, 'figure-other-sort'],
  [percent, { part: '1', whole: '0' }, 'whole-not-positive'],
  [count, { value: '-1' }, 'figure-negative'],
  [count, { notApplicable: true }, undefined],
  [judged, { notApplicable: true }, 'not-applicable-refused'],
  [judged, { points: '6' }, 'points-out-of-range'],
  [judged, { points: '0.3' }, 'points-not-step'],
  [one, { levels: { nhat: 1, ba: 1 } }, 'figure-other-sort'],
  [many, { levels: { khac: 1 } }, 'figure-code-unknown'],
  [checklist, { items: ['q9'] }, 'figure-code-unknown'],
  [deduct, { faults: {} }, undefined],
])('%# fits the line or says why not', (line, figure, code) => {
  const answer = fits(line, figure);
  expect(answer.ok ? undefined : answer.code).toBe(code);
});

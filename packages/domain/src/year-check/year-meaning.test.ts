import { describe, expect, test } from 'vitest';
import { invalidCases } from '../../testing/conformance-cases.ts';
import { parseYear } from './index.ts';

// Case 61 with its format put right is a valid year; each test breaks it in one place.
const text = invalidCases().find(({ name }) => name.startsWith('61-'))!.text;

interface Broken {
  [key: string]: Broken;
  [index: number]: Broken;
}

function faultsAfter(breakIt: (year: Broken) => void): string[] {
  const year = { ...(JSON.parse(text) as object), format: 'giaouoc-year/1' };
  breakIt(year as unknown as Broken);
  const parsed = parseYear(year);
  return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

const put = (value: unknown) => value as Broken;

test('the base is valid', () => expect(faultsAfter(() => undefined)).toEqual([]));

describe('one fault gives one fault, and no others in its wake', () => {
  test.each<[string, (year: Broken) => void, string[]]>([
    ['no plan', (y) => delete (y as Partial<Broken>)['plan'], ['missing-key']],
    ['a plan that is text', (y) => (y['plan'] = put('x')), ['/plan object']],
  ])('%s', (_name, breakIt, codes) => {
    const found = faultsAfter(breakIt);
    for (const code of codes) expect(found.some((fault) => fault.endsWith(code))).toBe(true);
  });

  test.each<[string, (year: Broken) => void, string]>([
    ['no groups', (y) => delete (y['plan'] as Partial<Broken>)['groups'], '/plan missing-key'],
    ['lines that are no list', (y) => (y['plan']!['groups']![2]!['lines'] = put({})), '/plan/groups/2/lines list'],
    [
      'no blocks in blocks',
      (y) => (y['plan']!['groups']![1]!['lines']![2]!['blocks'] = put([])),
      '/plan/groups/1/lines/2/blocks empty-list',
    ],
    ['no grades', (y) => (y['plan']!['ranking']!['by'] = put([])), '/plan/ranking/by empty-list'],
    ['a negative bonusMax', (y) => (y['plan']!['scale']!['bonusMax'] = put('-1')), '/plan/scale/bonusMax negative'],
    ['a group max below 0', (y) => (y['plan']!['groups']![2]!['max'] = put('-1')), '/plan/groups/2/max negative'],
    ['a group min above 0', (y) => (y['plan']!['groups']![2]!['min'] = put('1')), '/plan/groups/2/min min-above-zero'],
    ['a condition without a test', (y) => (y['plan']!['gates']![0]!['when'] = put({})), '/plan/gates/0/when one-test'],
    ['an empty all', (y) => (y['plan']!['gates']![0]!['when'] = put({ all: [] })), '/plan/gates/0/when/all empty-list'],
    [
      'a condition about no line',
      (y) => (y['plan']!['gates']![0]!['when'] = put({ not: { line: 'x', missing: true } })),
      '/plan/gates/0/when/not/line unknown-line',
    ],
    [
      'a condition about no group',
      (y) => (y['plan']!['gates']![0]!['when'] = put({ anyLine: { group: 'x', points: { lt: '1' } } })),
      '/plan/gates/0/when/anyLine/group unknown-group',
    ],
    [
      'a negative totalAtMost',
      (y) => (y['plan']!['gates']![0]!['effect'] = put({ totalAtMost: '-1' })),
      '/plan/gates/0/effect/totalAtMost negative',
    ],
    [
      'a totalAtMost too fine',
      (y) => (y['plan']!['gates']![0]!['effect'] = put({ totalAtMost: '1.005' })),
      '/plan/gates/0/effect/totalAtMost too-fine',
    ],
    [
      'a grade called graded',
      (y) => (y['plan']!['grades']![3]!['code'] = put('graded')),
      '/plan/grades/3/code grade-graded',
    ],
    [
      'a grade without from',
      (y) => delete (y['plan']!['grades']![1] as Partial<Broken>)['from'],
      '/plan/grades/1 missing-key',
    ],
    [
      'requires in the last grade',
      (y) => (y['plan']!['grades']![3]!['requires'] = put({ total: { ge: '1' } })),
      '/plan/grades/3/requires last-grade-requires',
    ],
    [
      'from by block without one',
      (y) => (y['plan']!['grades']![0]!['from'] = put({ th: '90' })),
      '/plan/grades/0/from block-missing',
    ],
    [
      'from rising in one block',
      (y) => (y['plan']!['grades']![1]!['from'] = put({ th: '70', mn: '91' })),
      '/plan/grades/1/from/mn grade-rising',
    ],
    ['a quota of no grade', (y) => (y['plan']!['quotas']![0]!['of'] = put('x')), '/plan/quotas/0/of unknown-grade'],
    [
      'a base by block that is negative',
      (y) => (y['plan']!['scale']!['base']!['mn'] = put('-90')),
      '/plan/scale/base/mn negative',
    ],
    [
      'a rule without a kind',
      (y) => (y['plan']!['groups']![4]!['lines']![0]!['rule'] = put({})),
      '/plan/groups/4/lines/0/rule missing-key',
    ],
    [
      'a step of 0',
      (y) => (y['plan']!['groups']![0]!['lines']![1]!['rule']!['step'] = put('0')),
      '/plan/groups/0/lines/1/rule/step not-positive',
    ],
    [
      'no faults in deduct',
      (y) => (y['plan']!['groups']![1]!['lines']![2]!['rule']!['faults'] = put([])),
      '/plan/groups/1/lines/2/rule/faults empty-list',
    ],
    ['a unit code that is empty', (y) => (y['units']![0]!['previousTotal'] = put('')), '/units/0/previousTotal number'],
    ['a count that is negative', (y) => (y['lots']!['A'] = put(-1)), '/lots/A count'],
    [
      'a decision where ties are kept',
      (y) => {
        y['plan']!['quotas']![0]!['ties'] = put('keep');
        y['decisions'] = put([{ quota: 'q1', keep: ['A'], reason: 'x' }]);
      },
      '/decisions/0/quota quota-not-decided',
    ],
    [
      'a second decision for a place',
      (y) => {
        y['decisions'] = put([
          { quota: 'q1', keep: ['C'], reason: 'x' },
          { quota: 'q1', keep: ['D'], reason: 'x' },
        ]);
      },
      '/decisions/1 decision-twice',
    ],
    [
      'a unit kept twice',
      (y) => (y['decisions'] = put([{ quota: 'q1', keep: ['C', 'C'], reason: 'x' }])),
      '/decisions/0/keep/1 code-twice',
    ],
    [
      'a target for a line of another block',
      (y) => (y['targets']![3] = put({ unit: 'D', line: '2.3', assigned: false })),
      '/targets/3 not-assigned',
    ],
    ['a second adjustment', (y) => (y['adjustments']![1] = y['adjustments']![0]!), '/adjustments/1 entry-twice'],
    [
      'an adjustment below the lowest',
      (y) => (y['adjustments']![0]!['points'] = put('-0.01')),
      '/adjustments/0/points adjustment-low',
    ],
  ])('%s', (_name, breakIt, fault) => expect(faultsAfter(breakIt)).toEqual([fault]));
});

test('faults of form and of meaning are told together', () => {
  const found = faultsAfter((y) => {
    y['plan']!['places'] = put('2');
    y['figures']![0]!['unit'] = put('?');
    y['units']![1]!['name'] = put(5);
    y['plan']!['gates']![0]!['effect'] = put({ gradeAtMost: '?' });
  });
  expect(found.sort()).toEqual([
    '/figures/0/unit unknown-unit',
    '/plan/gates/0/effect/gradeAtMost unknown-grade',
    '/plan/places count',
    '/units/1/name text',
  ]);
});

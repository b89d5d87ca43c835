import { describe, expect, it } from 'vitest';
import type { Condition } from '../../year-file/index.ts';
import { emptyPlan } from '../empty-plan.ts';
import { setSettings } from '../edit/settings.ts';
import { conditionInWords } from './condition.ts';
import { gateInWords } from './gates.ts';
import { gradeInWords } from './grades.ts';
import { rulesOfPlan } from './index.ts';
import { namesOf } from './names.ts';
import { quotaExample, quotaInWords } from './quotas.ts';
import { rankingInWords } from './ranking.ts';

const empty = emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' });
const yesNo = { kind: 'yesNo' } as const;
const plan = setSettings(
  {
    ...empty,
    scoring: {
      ...empty.scoring,
      groups: [
        {
          ...{ code: '1', title: 'Chỉ tiêu', role: 'base' },
          lines: [
            { code: '1.1', title: 'Thu kinh phí', kind: 'target', max: '6', unit: '%', rule: yesNo },
            { code: '1.2', title: '', kind: 'task', max: '4', rule: yesNo },
          ],
        },
      ],
    },
  },
  {},
);
const names = namesOf(plan.scoring);

/** One row for every kind of test; a kind without a row does not compile. */
type Kind<C> = C extends { line: string }
  ? `line ${Exclude<keyof C, 'line'> & string}`
  : keyof C extends infer K
    ? K extends 'points'
      ? never
      : K & string
    : never;
const rows: Record<Exclude<Kind<Condition>, never>, readonly (readonly [Condition, string])[]> = {
  'line points': [
    [{ line: '1.1', points: { lt: '4' } }, 'tiêu chí 1.1 “Thu kinh phí” được dưới 4 điểm'],
    [{ line: '1.2', points: { le: '2.5' } }, 'tiêu chí 1.2 được không quá 2,5 điểm'],
    [{ line: '9.9', points: { eq: '0' } }, 'tiêu chí 9.9 được đúng 0 điểm'],
  ],
  'line value': [[{ line: '1.1', value: { ge: '97.5' } }, 'số liệu tiêu chí 1.1 “Thu kinh phí” từ 97,5 % trở lên']],
  'line yes': [
    [{ line: '1.2', yes: true }, 'tiêu chí 1.2 trả lời có'],
    [{ line: '1.2', yes: false }, 'tiêu chí 1.2 trả lời không'],
  ],
  'line missing': [[{ line: '1.1', missing: true }, 'tiêu chí 1.1 “Thu kinh phí” chưa có số liệu']],
  group: [[{ group: '1', points: { gt: '-3' } }, 'nhóm 1 “Chỉ tiêu” được trên −3 điểm']],
  anyLine: [[{ anyLine: { group: '1', points: { eq: '0' } } }, 'có tiêu chí thuộc nhóm 1 “Chỉ tiêu” được đúng 0 điểm']],
  total: [[{ total: { ge: '90' } }, 'tổng điểm từ 90 điểm trở lên']],
  activeMonths: [[{ activeMonths: { lt: 6 } }, 'thời gian hoạt động trong năm dưới 6 tháng']],
  all: [
    [
      { all: [{ total: { lt: '50' } }, { any: [{ line: '1.2', yes: true }, { activeMonths: { le: 3 } }] }] },
      'tổng điểm dưới 50 điểm và (tiêu chí 1.2 trả lời có hoặc thời gian hoạt động trong năm không quá 3 tháng)',
    ],
  ],
  any: [
    [
      { any: [{ line: '1.1', missing: true }, { all: [{ total: { lt: '50' } }] }] },
      'tiêu chí 1.1 “Thu kinh phí” chưa có số liệu hoặc tổng điểm dưới 50 điểm',
    ],
  ],
  not: [
    [
      { not: { any: [{ line: '1.2', yes: true }, { total: { ge: '90' } }] } },
      'không phải trường hợp (tiêu chí 1.2 trả lời có hoặc tổng điểm từ 90 điểm trở lên)',
    ],
  ],
};

describe('a condition in words', () => {
  it.each(Object.values(rows).flat())('%j', (condition, words) => {
    expect(conditionInWords(condition, names)).toBe(words);
  });
});

it.each([
  [{ gradeAtMost: 'HTT' }, 'Nếu tổng điểm dưới 80 điểm thì xếp loại cao nhất là “Hoàn thành tốt nhiệm vụ”.'],
  [{ totalAtMost: '89' }, 'Nếu tổng điểm dưới 80 điểm thì tổng điểm không quá 89 điểm.'],
  [{ notGraded: true as const }, 'Nếu tổng điểm dưới 80 điểm thì không được xếp loại.'],
])('a gate with the effect %j', (effect, words) => {
  expect(gateInWords({ when: { total: { lt: '80' } }, effect }, names)).toBe(words);
});

describe('a grade', () => {
  const blocks = { nameOf: (code: string) => ({ th: 'khối Tiểu học', mn: 'khối Mầm non' })[code] ?? code };
  const from = { th: '90', mn: '85.5' };
  it.each([
    [{ from: '90' }, undefined, 'Từ 90 điểm.'],
    [{ from }, undefined, 'Từ 90 điểm với khối Tiểu học và từ 85,5 điểm với khối Mầm non.'],
    [{ from }, 'mn', 'Từ 85,5 điểm.'],
    [{ from }, 'constructor', 'Không đặt mốc điểm.'],
    [{ from: '90', requires: { line: '1.2', yes: true } }, 'th', 'Từ 90 điểm; phải có tiêu chí 1.2 trả lời có.'],
  ])('%j for %s', (given, block, words) => {
    expect(gradeInWords({ code: 'A', title: 'A', ...given }, false, names, { ...blocks, block })).toBe(words);
  });
  it('that is the last one is for everybody else', () => {
    expect(gradeInWords({ code: 'A', title: 'A' }, true, names, blocks)).toBe('Các đơn vị còn lại.');
  });
});

describe('a quota', () => {
  const quota = {
    ...{ code: 'q', grade: 'HTXS', of: 'graded', share: '0.2' },
    ...({ within: 'block', rounding: 'half-up', ties: 'keep' } as const),
  };
  it.each([
    ['half-up', 34, '20 % của 34 = 6,8 → 7'],
    ['floor', 34, '20 % của 34 = 6,8 → 6'],
    ['ceil', 2, '20 % của 2 = 0,4 → 1'],
    ['floor', 2, '20 % của 2 = 0,4 → 0'],
    ['floor', 40, '20 % của 40 = 8 → 8'],
  ] as const)('rounded %s of %i', (rounding, pool, words) => {
    expect(quotaExample({ ...quota, rounding }, pool)).toBe(words);
  });
  it('is a sentence with its example', () => {
    expect(quotaInWords(quota, names)).toBe(
      'Mỗi khối: “Hoàn thành xuất sắc nhiệm vụ” không quá 20 % số đơn vị được xếp loại, lẻ thì từ 0,5 thì làm tròn lên; ' +
        'bằng nhau ở ranh giới thì cùng được giữ. Ví dụ: 20 % của 34 = 6,8 → 7 đơn vị.',
    );
    expect(quotaInWords({ ...quota, of: 'HTT', share: 'sáu' }, names)).toContain('không quá sáu số đơn vị đạt');
  });
});

it('the ranking says what is compared after what', () => {
  const by = ['total', 'group:1', 'line:1.1', 'penalty'];
  expect(rankingInWords({ within: 'cluster', by, tie: 'shared' }, names)).toBe(
    'Xếp hạng trong từng cụm: tổng điểm cao hơn đứng trước; bằng nhau thì xét điểm nhóm 1 “Chỉ tiêu” cao hơn; ' +
      'bằng nhau thì xét điểm tiêu chí 1.1 “Thu kinh phí” cao hơn; bằng nhau thì xét bị trừ ít điểm hơn; ' +
      'vẫn bằng nhau thì đồng hạng.',
  );
});

it('a plan as a block’s units read it has their marks alone, and their own number in the example', () => {
  const document = setSettings(plan, {
    scale: { base: { th: '100', mn: '90' }, bonusMax: '5', penaltyMax: '10', total: '105' },
    grades: [
      { code: 'A', title: 'Xuất sắc', from: { th: '95', mn: '85' } },
      { code: 'B', title: 'Hoàn thành' },
    ],
    quotas: [
      {
        ...{ code: 'q', grade: 'A', of: 'graded', share: '0.2' },
        ...({ within: 'block', rounding: 'floor', ties: 'drop' } as const),
      },
    ],
  });
  const blocks = [
    { code: 'th', name: 'Khối Tiểu học', units: 14 },
    { code: 'mn', name: 'Khối Mầm non', units: 2 },
  ];
  expect(rulesOfPlan(document, blocks, 'mn')).toMatchObject({
    scale: [
      'Điểm cơ bản: 90 điểm.',
      'Điểm thưởng cộng nhiều nhất 5 điểm.',
      'Điểm trừ nhiều nhất 10 điểm.',
      'Tổng điểm không quá 105 điểm.',
    ],
    grades: [{ words: 'Từ 85 điểm.' }, { words: 'Các đơn vị còn lại.' }],
    quotas: [{ words: expect.stringContaining('20 % của 2 = 0,4 → 0 đơn vị') as string }],
  });
  expect(rulesOfPlan(document, blocks).grades[0]?.words).toBe(
    'Từ 95 điểm với Khối Tiểu học và từ 85 điểm với Khối Mầm non.',
  );
});

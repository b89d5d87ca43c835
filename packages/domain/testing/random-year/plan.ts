import type {
  ByBlock,
  SlowGate,
  SlowGrade,
  SlowGroup,
  SlowLine,
  SlowPlan,
  SlowQuota,
  Within,
} from '../slow-evaluator/index.ts';
import { compact, type Choices } from './choices.ts';
import { codeMaker } from './codes.ts';
import { randomCondition, type Namable } from './conditions.ts';
import { decimal, microsBetween, ONE, stepOf, type Micros } from './decimals.ts';
import { randomGroups } from './groups.ts';

/** The millionths of a decimal text. */
export const micros = (text: string): Micros => {
  const [head = '0', tail = ''] = text.replace('-', '').split('.');
  const value = BigInt(head) * ONE + BigInt(tail.padEnd(6, '0'));
  return text.startsWith('-') ? -value : value;
};

/** Every line below a group. */
export const linesOf = (group: SlowGroup): SlowLine[] => [
  ...(group.lines ?? []),
  ...(group.groups ?? []).flatMap(linesOf),
];
const groupsOf = (group: SlowGroup): SlowGroup[] => [group, ...(group.groups ?? []).flatMap(groupsOf)];

/** What a block can get in a base group: its lines and groups, at most the group's own max. */
function possible(group: SlowGroup, block: string): Micros {
  let sum = 0n;
  for (const line of group.lines ?? []) if (line.blocks?.includes(block) ?? true) sum += micros(line.max);
  for (const child of group.groups ?? []) sum += possible(child, block);
  return group.max !== undefined && micros(group.max) < sum ? micros(group.max) : sum;
}

/** One number where all blocks have the same (mostly), or one for each. */
function byBlock(choices: Choices, blocks: readonly string[], of: (block: string) => Micros): ByBlock {
  const each = blocks.map((block) => [block, of(block)] as const);
  const first = each[0]?.[1] ?? 0n;
  if (each.every(([, value]) => value === first) && !choices.chance(20)) return decimal(first);
  return Object.fromEntries(each.map(([block, value]) => [block, decimal(value)]));
}

const days = [
  ['2023-09-01', '2024-08-31'],
  ['2023-02-28', '2024-02-27'],
  ['2023-03-01', '2024-02-28'],
  ['2023-03-01', '2024-02-29'],
  ['2022-03-01', '2023-02-28'],
  ['2024-01-01', '2024-12-31'],
  ['2025-06-30', '2025-06-30'],
] as const;

function randomGrades(
  choices: Choices,
  room: Namable,
  blocks: readonly string[],
  full: (block: string) => Micros,
): SlowGrade[] {
  const code = codeMaker(choices);
  const count = choices.between(0, 4);
  let share = 100n;
  const grades: SlowGrade[] = [];
  for (let index = 0; index < count; index += 1) {
    share -= BigInt(choices.pick([10, 0, 40, 20, 30, 60]));
    if (share < 0n) share = 0n;
    const at = share;
    const fine = choices.chance(15) ? 1n : stepOf(room.places);
    const from = byBlock(choices, blocks, (block) => {
      const exact = (full(block) * at) / 100n;
      return (exact / fine) * fine;
    });
    const before = grades.at(-1)?.from;
    grades.push(
      compact<SlowGrade>({
        code: code('x'),
        title: 'Xếp loại',
        // Two grades with the same limit are allowed; a rising one is not, so a coarser one after a finer stays with it.
        from: before !== undefined && rises(before, from, blocks) ? before : from,
        requires: choices.maybe(20, () => randomCondition(choices, room)),
      }),
    );
  }
  return [...grades, { code: code('x'), title: 'Còn lại' }];
}

function rises(before: ByBlock, after: ByBlock, blocks: readonly string[]): boolean {
  const at = (value: ByBlock, block: string) => micros(typeof value === 'string' ? value : (value[block] ?? '0'));
  return blocks.some((block) => at(after, block) > at(before, block));
}

function randomGate(choices: Choices, room: Namable, grades: readonly SlowGrade[], code: string): SlowGate {
  const effects: (() => SlowGate['effect'])[] = [
    () => ({ gradeAtMost: choices.pick(grades).code }),
    () => ({ totalAtMost: decimal(microsBetween(choices, 0n, room.mostTotal, stepOf(room.places))) }),
    () => ({ notGraded: true }),
    () => ({ gradeAtMost: choices.pick(grades).code }),
  ];
  return compact<SlowGate>({
    code,
    title: 'Điều kiện',
    when: randomCondition(choices, room),
    effect: choices.pick(effects)(),
    basis: choices.maybe(30, () => 'Điều 5'),
  });
}

const places: readonly Within[] = ['block', 'federation', 'cluster'];

function randomQuotas(choices: Choices, grades: readonly SlowGrade[]): SlowQuota[] {
  if (grades.length < 2) return [];
  const code = codeMaker(choices);
  return Array.from({ length: choices.pick([1, 2, 1, 2, 3, 0]) }, () => ({
    code: code('q'),
    grade: choices.pick(grades.slice(0, -1)).code,
    share: choices.pick(['0.5', '0.2', '0.34', '0', '1', '0.333333', '0.25', '0.75', '0.000001']),
    of: choices.chance(50) ? 'graded' : choices.pick(grades).code,
    within: choices.pick(places),
    rounding: choices.pick(['floor', 'half-up', 'ceil'] as const),
    ties: choices.pick(['decide', 'keep', 'drop'] as const),
  }));
}

function randomKeys(choices: Choices, room: Namable): string[] {
  const all = [
    'total',
    'base',
    'bonus',
    'penalty',
    'previous',
    'progress',
    'lot',
    ...choices.some(room.groups, 30).map((code) => `group:${code}`),
    ...choices.some(room.lines, 30).map((code) => `line:${code}`),
  ];
  if (choices.chance(65)) return ['total', ...choices.shuffled(all.slice(1)).slice(0, choices.pick([0, 0, 1, 2, 3]))];
  return choices.shuffled(all).slice(0, choices.between(1, 6));
}

/** A valid plan for these blocks (scoring.md §2 to §7); its base adds up because it is added up here. */
export function randomPlan(choices: Choices, blocks: readonly string[]): SlowPlan {
  const decimals = choices.pick([2, 2, 1, 0, 3, 4]);
  const step = stepOf(decimals);
  const most = choices.chance(9) ? 9_000_000_000_000n * ONE : 50n * ONE;
  const groups = randomGroups(choices, { places: decimals, blocks, code: codeMaker(choices), most });
  const full = (block: string): Micros =>
    groups.filter((group) => group.role === 'base').reduce((sum, group) => sum + possible(group, block), 0n);
  const room: Namable = {
    places: decimals,
    lines: groups.flatMap(linesOf).map((line) => line.code),
    groups: groups.flatMap(groupsOf).map((group) => group.code),
    mostTotal: blocks.reduce((high, block) => (full(block) > high ? full(block) : high), ONE),
  };
  const grades = randomGrades(choices, room, blocks, full);
  const gateCode = codeMaker(choices);
  const [from, to] = choices.pick(days);
  return compact<SlowPlan>({
    code: codeMaker(choices)('kh'),
    title: 'Kế hoạch thi đua',
    from,
    to,
    places: decimals === 2 ? choices.maybe(50, () => 2) : decimals,
    scale: compact<SlowPlan['scale']>({
      base: byBlock(choices, blocks, full),
      bonusMax: choices.maybe(50, () => decimal(step * BigInt(choices.between(0, 2000)))),
      penaltyMax: choices.maybe(50, () => decimal(step * BigInt(choices.between(0, 2000)))),
      total: choices.maybe(40, () =>
        byBlock(choices, blocks, (block) => {
          const exact = (full(block) * BigInt(choices.pick([100, 105, 90]))) / 100n;
          return (exact / step) * step;
        }),
      ),
    }),
    groups,
    gates: choices.maybe(65, () =>
      Array.from({ length: choices.between(0, 3) }, () => randomGate(choices, room, grades, gateCode('g'))),
    ),
    grades,
    quotas: choices.maybe(65, () => randomQuotas(choices, grades)),
    ranking: { within: choices.pick(places), by: randomKeys(choices, room), tie: 'shared' },
  });
}

/** Whether anything in the plan is within clusters, so that every unit needs one. */
export function needsClusters(plan: SlowPlan): boolean {
  const leads = (line: SlowLine) => line.rule.kind === 'leader' && line.rule.within === 'cluster';
  return (
    plan.ranking.within === 'cluster' ||
    (plan.quotas ?? []).some((quota) => quota.within === 'cluster') ||
    plan.groups.flatMap(linesOf).some(leads)
  );
}

import { describe, expect, it, test } from 'vitest';
import { checkPlanDocument } from '../check-document.ts';
import { groupsOf, linesOf, type PlanDocument } from '../document.ts';
import { emptyPlan } from '../empty-plan.ts';
import {
  addGroup,
  addLine,
  addPeriod,
  moveGroup,
  moveLine,
  removeGroup,
  removeLine,
  removePeriod,
  renumber,
  setConduct,
  setGroup,
  setLine,
  setLineConduct,
  setPeriod,
  setRule,
  setSettings,
} from './index.ts';

const value = <T>(answer: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const yesNo = (title: string, code?: string) => ({
  title,
  kind: 'task' as const,
  max: '5',
  rule: { kind: 'yesNo' as const },
  ...(code === undefined ? {} : { code }),
});
const start = () => {
  let plan: PlanDocument = emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' });
  for (const [group, title] of [
    ['1', 'a'],
    ['1', 'b'],
    ['1', 'c'],
    ['2', 'd'],
  ] as const) {
    plan = value(addLine(plan, group, yesNo(title)));
  }
  return plan;
};
const order = (plan: PlanDocument) =>
  linesOf(plan.scoring).map(({ line, groups }) => `${groups.join('/')}:${line.code} ${line.title}`);
/** Conduct names exactly the lines of the plan. */
const isInStep = (plan: PlanDocument) =>
  expect(Object.keys(plan.conduct.lines).sort()).toEqual(
    linesOf(plan.scoring)
      .map(({ line }) => line.code)
      .sort(),
  );

describe('lines', () => {
  it('get the next free number of their group, and a conduct', () => {
    expect(order(start())).toEqual(['1:1.1 a', '1:1.2 b', '1:1.3 c', '2:2.1 d']);
    isInStep(start());
  });
  it('can be put in between', () => {
    expect(order(value(addLine(start(), '1', yesNo('x'), 1)))).toEqual([
      '1:1.1 a',
      '1:1.4 x',
      '1:1.2 b',
      '1:1.3 c',
      '2:2.1 d',
    ]);
  });
  it('cannot take a code in use, nor a group that is not there', () => {
    expect(addLine(start(), '1', yesNo('x', '2.1'))).toMatchObject({ code: 'code-taken' });
    expect(addLine(start(), '1', yesNo('x', '2'))).toMatchObject({ code: 'code-taken' });
    expect(addLine(start(), '9', yesNo('x'))).toMatchObject({ code: 'group-unknown' });
  });
  it('move within and between groups', () => {
    expect(order(value(moveLine(start(), '1.3', { group: '1', at: 0 })))).toEqual([
      '1:1.3 c',
      '1:1.1 a',
      '1:1.2 b',
      '2:2.1 d',
    ]);
    expect(order(value(moveLine(start(), '1.1', { group: '2' })))).toEqual([
      '1:1.2 b',
      '1:1.3 c',
      '2:2.1 d',
      '2:1.1 a',
    ]);
    expect(moveLine(start(), '9', { group: '1' })).toMatchObject({ code: 'line-unknown' });
    expect(moveLine(start(), '1.1', { group: '9' })).toMatchObject({ code: 'group-unknown' });
  });
  it('go with their conduct', () => {
    const plan = value(removeLine(start(), '1.2'));
    expect(order(plan)).toEqual(['1:1.1 a', '1:1.3 c', '2:2.1 d']);
    isInStep(plan);
    expect(removeLine(plan, '1.2')).toMatchObject({ code: 'line-unknown' });
  });
  it('another rule brings its way of adding and its floor in step', () => {
    const own = { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' } as const;
    let plan = value(setRule(start(), '1.1', own));
    plan = value(setLineConduct(plan, '1.1', { targetFloor: '5', accumulate: 'sumParts' }));
    plan = value(setRule(plan, '1.1', { kind: 'judged' }));
    expect(plan.conduct.lines['1.1']).toMatchObject({ accumulate: 'latest' });
    expect(plan.conduct.lines['1.1']).not.toHaveProperty('targetFloor');
  });
  it('optional settings can be taken away', () => {
    const plan = value(setLine(start(), '1.1', { blocks: ['th'], whenNotApplicable: 'drop' }));
    const bare = value(setLine(plan, '1.1', { blocks: null, whenNotApplicable: null }));
    expect(bare).toEqual(start());
  });
  it('nothing is changed in place', () => {
    const plan = start();
    const before = JSON.stringify(plan);
    moveLine(plan, '1.1', { group: '2' });
    setRule(plan, '1.1', { kind: 'judged' });
    renumber(plan);
    removeLine(plan, '1.1');
    expect(JSON.stringify(plan)).toBe(before);
  });
});

describe('groups', () => {
  const nested = () => value(addGroup(start(), { title: 'nhỏ', parent: '1' }));
  it('top-level ones have a role, those below inherit it', () => {
    const plan = value(addGroup(nested(), { title: 'Thưởng', code: 'T', role: 'bonus', max: '5' }));
    expect(groupsOf(plan.scoring).map(({ group, role }) => [group.code, role, group.role])).toEqual([
      ['1', 'base', 'base'],
      ['1.4', 'base', undefined],
      ['2', 'base', 'base'],
      ['T', 'bonus', 'bonus'],
    ]);
  });
  it('keep their role when they move up, and lose it when they move down', () => {
    const up = value(moveGroup(nested(), '1.4', { at: 0 }));
    expect(up.scoring.groups.map(({ code, role }) => [code, role])).toEqual([
      ['1.4', 'base'],
      ['1', 'base'],
      ['2', 'base'],
    ]);
    const down = value(moveGroup(up, '2', { parent: '1.4' }));
    expect(down.scoring.groups[0]?.groups?.[0]).toMatchObject({ code: '2' });
    expect(down.scoring.groups[0]?.groups?.[0]).not.toHaveProperty('role');
  });
  it('cannot move into themselves', () => {
    expect(moveGroup(nested(), '1', { parent: '1.4' })).toMatchObject({ code: 'group-below-itself' });
    expect(moveGroup(nested(), '1', { parent: '9' })).toMatchObject({ code: 'group-unknown' });
  });
  it('with lines in them stay', () => {
    expect(removeGroup(nested(), '1')).toMatchObject({ code: 'group-not-empty', detail: { lines: 3 } });
    expect(value(removeGroup(nested(), '1.4'))).toMatchObject({
      scoring: { groups: [{ code: '1', groups: [] }, { code: '2' }] },
    });
  });
  it('change title and limits', () => {
    const plan = value(setGroup(start(), '1', { title: '08 chỉ tiêu', max: '45' }));
    expect(plan.scoring.groups[0]).toMatchObject({ title: '08 chỉ tiêu', max: '45' });
    expect(value(setGroup(plan, '1', { title: 'Chỉ tiêu', max: null }))).toEqual(start());
  });
});

describe('renumbering', () => {
  const moved = () => value(moveLine(start(), '1.3', { group: '1', at: 0 }));
  it('numbers by place; conduct, gates, grades and ranking follow', () => {
    let plan = value(setLineConduct(moved(), '1.3', { help: 'của c' }));
    plan = setSettings(plan, {
      gates: [
        {
          code: 'g',
          title: 'G',
          when: { all: [{ line: '1.3', missing: true }, { not: { anyLine: { group: '1', points: { lt: '1' } } } }] },
          effect: { notGraded: true },
        },
      ],
      grades: [
        { code: 'A', title: 'A', from: '1', requires: { any: [{ line: '1.1', yes: true }] } },
        { code: 'B', title: 'B' },
      ],
      ranking: { within: 'block', by: ['total', 'line:1.3', 'group:1'], tie: 'shared' },
    });
    const fresh = renumber(plan);
    expect(order(fresh)).toEqual(['1:1.1 c', '1:1.2 a', '1:1.3 b', '2:2.1 d']);
    expect(fresh.conduct.lines['1.1']?.help).toBe('của c');
    expect(fresh.scoring.gates?.[0]?.when).toEqual({
      all: [{ line: '1.1', missing: true }, { not: { anyLine: { group: '1', points: { lt: '1' } } } }],
    });
    expect(fresh.scoring.grades[0]?.requires).toEqual({ any: [{ line: '1.2', yes: true }] });
    expect(fresh.scoring.ranking.by).toEqual(['total', 'line:1.1', 'group:1']);
    isInStep(fresh);
  });
  it('leaves published codes alone and passes their numbers over', () => {
    expect(order(renumber(moved(), new Set(['1.1', '1.2'])))).toEqual(['1:1.3 c', '1:1.1 a', '1:1.2 b', '2:2.1 d']);
    const added = value(addLine(moved(), '1', yesNo('x', 'neu'), 0));
    expect(order(renumber(added, new Set(['1.1', '1.2', '1.3'])))).toEqual([
      '1:1.4 x',
      '1:1.3 c',
      '1:1.1 a',
      '1:1.2 b',
      '2:2.1 d',
    ]);
  });
  test('what is in order already stays as it is', () => expect(renumber(start())).toEqual(start()));
});

describe('periods', () => {
  const k2 = { code: 'k2', title: 'Học kỳ II', from: '2027-01-01', to: '2027-05-31', due: '2027-06-10T17:00' };
  const two = () => value(setLineConduct(value(addPeriod(start(), k2)), '1.1', { due: ['ca-nam', 'k2'] }));
  it('a new code is followed by the lines', () => {
    const plan = value(setPeriod(two(), 'k2', { code: 'hk2' }));
    expect(plan.conduct.lines['1.1']?.due).toEqual(['ca-nam', 'hk2']);
    expect(setPeriod(two(), 'k2', { code: 'ca-nam' })).toMatchObject({ code: 'code-taken' });
    expect(addPeriod(two(), k2)).toMatchObject({ code: 'code-taken' });
  });
  it('goes when every line has another', () => {
    const plan = value(removePeriod(two(), 'k2'));
    expect(plan.conduct.lines['1.1']?.due).toEqual(['ca-nam']);
    expect(removePeriod(two(), 'ca-nam')).toMatchObject({
      code: 'period-in-use',
      detail: { lines: ['1.2', '1.3', '2.1'] },
    });
    expect(removePeriod(plan, 'ca-nam')).toMatchObject({ code: 'period-in-use' });
  });
});

test('a plan typed by hand comes out sound', () => {
  let plan = setSettings(start(), { scale: { base: '20' } });
  plan = setConduct(plan, { signing: { unitSigns: ['chair'], witness: 'principal' } });
  expect(checkPlanDocument(plan, ['th']).faults).toEqual([]);
});

it('a rule without a number leaves no unit of measure behind, another rule with one keeps it', () => {
  const measured = value(setLine(start(), '1.1', { unit: '%' }));
  const unitOf = (document: PlanDocument) =>
    linesOf(document.scoring).find(({ line }) => line.code === '1.1')?.line.unit;
  const counted = value(setRule(measured, '1.1', { kind: 'count', each: '1' }));
  expect(unitOf(counted)).toBe('%');
  expect(unitOf(value(setRule(counted, '1.1', { kind: 'judged' })))).toBeUndefined();
});

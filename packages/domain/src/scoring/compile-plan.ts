import { scaled } from '../numbers/decimal.ts';
import { bigInts, smallInts, type Int, type Ints } from '../numbers/int.ts';
import type { ByBlock, Group, Plan, Role } from '../year-file/plan.schema.ts';
import { compileLine, pointsAreSmall } from './compile-line.ts';
import { compileTest, linesTested, pointsTested, thresholdFor } from './compile-test.ts';
import type { BlockPlan, CompiledGroup, CompiledLine, CompiledPlan } from './compiled.ts';
import { compileKeys } from './ranking-keys.ts';

/** The blocks that a plan names itself: in its lines and in numbers by block. */
export function blocksOfPlan(plan: Plan): string[] {
  const found = new Set<string>();
  const numbers = [plan.scale.base, plan.scale.total, ...plan.grades.map((grade) => grade.from)];
  for (const number of numbers)
    if (typeof number === 'object') for (const block of Object.keys(number)) found.add(block);
  const walk = (group: Group) => {
    for (const line of group.lines ?? []) for (const block of line.blocks ?? []) found.add(block);
    group.groups?.forEach(walk);
  };
  plan.groups.forEach(walk);
  return [...found];
}

/**
 * Makes a valid plan ready for scoring. `blocks` are those of the units to be scored, beside those the plan names; the
 * order is that of `CompiledPlan.blocks`.
 */
export function compilePlan(plan: Plan, blocks: readonly string[]): CompiledPlan {
  const places = plan.places ?? 2;
  const small = pointsAreSmall(plan.groups, allScaleNumbers(plan), places);
  const ints = small ? smallInts : bigInts;
  const points = (text: string): Int => ints.of(scaled(text, places));
  const { groups, lines } = flatten(plan, places, ints);
  const lineIndex = new Map(lines.map((line) => [line.code, line.index]));
  const groupIndex = new Map(groups.map((group) => [group.code, group.index]));
  const gradeIndex = new Map(plan.grades.map((grade, index) => [grade.code, index]));
  const context = { lines, groups, lineIndex, groupIndex, places, ints };
  const all = [...new Set([...blocks, ...blocksOfPlan(plan)])];
  const conditions = [
    ...(plan.gates ?? []).map((gate) => gate.when),
    ...plan.grades.flatMap((grade) => (grade.requires === undefined ? [] : [grade.requires])),
  ];
  return {
    plan,
    places,
    ints,
    blocks: all,
    blockPlans: all.map((block) => compileBlock(plan, block, lines, places, ints)),
    blockIndex: new Map(all.map((block, index) => [block, index])),
    lines,
    lineIndex,
    groups,
    groupIndex,
    bonusMax: plan.scale.bonusMax === undefined ? null : points(plan.scale.bonusMax),
    penaltyMax: plan.scale.penaltyMax === undefined ? null : points(plan.scale.penaltyMax),
    gates: (plan.gates ?? []).map((gate) => ({
      code: gate.code,
      test: compileTest(gate.when, context),
      gradeAtMost: 'gradeAtMost' in gate.effect ? gradeIndex.get(gate.effect.gradeAtMost)! : 0,
      totalAtMost: 'totalAtMost' in gate.effect ? points(gate.effect.totalAtMost) : null,
      notGraded: 'notGraded' in gate.effect,
    })),
    requires: plan.grades.map((grade) => (grade.requires === undefined ? null : compileTest(grade.requires, context))),
    gradeIndex,
    keys: compileKeys(plan.ranking.by, lineIndex, groupIndex),
    testedLines: [...new Set(conditions.flatMap(linesTested))].map((code) => lineIndex.get(code)!),
    lookedAt: [...new Set(conditions.flatMap((condition) => pointsTested(condition, context)))],
    leaderLines: lines.filter((line) => line.leads !== null).map((line) => line.index),
  };
}

/** The number that holds for the block. */
export const numberFor = (number: ByBlock, block: string): string =>
  typeof number === 'string' ? number : ((Object.hasOwn(number, block) ? number[block] : undefined) ?? '0');

function compileBlock(
  plan: Plan,
  block: string,
  lines: readonly CompiledLine[],
  places: number,
  ints: Ints,
): BlockPlan {
  const { base, total } = plan.scale;
  return {
    code: block,
    assigned: Uint8Array.from(lines, ({ line }) => (line.blocks === undefined || line.blocks.includes(block) ? 1 : 0)),
    base: ints.of(scaled(numberFor(base, block), places)),
    total: total === undefined ? null : ints.of(scaled(numberFor(total, block), places)),
    from: plan.grades.map(({ from }) =>
      from === undefined ? null : thresholdFor(numberFor(from, block), places, ints, 'up'),
    ),
  };
}

function allScaleNumbers(plan: Plan): string[] {
  const { base, total, bonusMax, penaltyMax } = plan.scale;
  const byBlock = (number: ByBlock | undefined) =>
    number === undefined ? [] : typeof number === 'string' ? [number] : Object.values(number);
  const caps = (plan.gates ?? []).flatMap((gate) => ('totalAtMost' in gate.effect ? [gate.effect.totalAtMost] : []));
  return [...byBlock(base), ...byBlock(total), bonusMax ?? '0', penaltyMax ?? '0', ...caps];
}

/** Groups and lines in plan order: depth first, a group's lines before its groups. */
function flatten(plan: Plan, places: number, ints: Ints): { groups: CompiledGroup[]; lines: CompiledLine[] } {
  const groups: CompiledGroup[] = [];
  const lines: CompiledLine[] = [];
  const points = (text: string | undefined) => (text === undefined ? null : ints.of(scaled(text, places)));
  const walk = (group: Group, parent: number, role: Role) => {
    const index = groups.length;
    groups.push({ index, code: group.code, group, role, parent, max: points(group.max), min: points(group.min) });
    for (const line of group.lines ?? [])
      lines.push(compileLine(line, { index: lines.length, group: index, role }, places, ints));
    for (const below of group.groups ?? []) walk(below, index, role);
  };
  for (const group of plan.groups) walk(group, -1, group.role ?? 'base');
  return { groups, lines };
}

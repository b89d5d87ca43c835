import { isDecimal, millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import type { Group, Plan } from '../year-file/index.ts';
import { isForBlock } from './document.ts';

/** Points a group can bring: the least and the most of it over the blocks, mostly the same. */
export type GroupTotal = {
  readonly least: string;
  readonly most: string;
  /** The same before the group's own `max` cuts it. */
  readonly uncapped: string;
};

/** How the base points of one block stand to what the scale wants. */
export type BlockTotal = {
  readonly block: string;
  readonly possible: string;
  /** `null` where the scale has no readable number for the block. */
  readonly wanted: string | null;
  /** `wanted` − `possible`: above 0, points are missing; below, there are too many. */
  readonly short: string;
};

export type PlanTotals = { readonly groups: ReadonlyMap<string, GroupTotal>; readonly blocks: readonly BlockTotal[] };

/**
 * Running totals of a plan that may be unfinished: what is no number counts as 0. The possible points of a group are
 * those of its lines for the block and of its groups, at most its own `max` (section 5 of the year file's text).
 */
export function planTotals(plan: Pick<Plan, 'groups' | 'scale'>, blocks: readonly string[]): PlanTotals {
  const groups = new Map<string, GroupTotal>();
  const places = blocks.length > 0 ? blocks : namedBlocks(plan.groups);
  const all = places.length > 0 ? places : [''];
  const sums = all.map((block) => {
    const found = new Map<string, { possible: bigint; uncapped: bigint }>();
    const possible = (group: Group): bigint => {
      const own = (group.lines ?? []).filter((line) => isForBlock(line, block)).map((line) => read(line.max));
      const uncapped = sum([...own, ...(group.groups ?? []).map(possible)]);
      const capped = group.max !== undefined && isDecimal(group.max) ? least(uncapped, read(group.max)) : uncapped;
      found.set(group.code, { possible: capped, uncapped });
      return capped;
    };
    const base = sum(plan.groups.filter(({ role }) => role === 'base').map(possible));
    plan.groups.filter(({ role }) => role !== 'base').forEach(possible);
    return { block, base, found };
  });
  for (const code of sums[0]?.found.keys() ?? []) {
    const here = sums.flatMap(({ found }) => found.get(code) ?? []);
    const possible = here.map((one) => one.possible);
    groups.set(code, {
      least: say(possible.reduce(least)),
      most: say(possible.reduce(most)),
      uncapped: say(here.map((one) => one.uncapped).reduce(most)),
    });
  }
  const totals = sums.map(({ block, base }): BlockTotal => {
    const wanted = baseOf(plan.scale.base, block);
    return {
      block,
      possible: say(base),
      wanted: wanted === null ? null : plainDecimal(wanted),
      short: say(wanted === null ? 0n : read(wanted) - base),
    };
  });
  return { groups, blocks: totals };
}

/** The base points the scale wants of a block; `null` without a readable number. */
function baseOf(base: Plan['scale']['base'], block: string): string | null {
  const text = typeof base === 'string' ? base : Object.hasOwn(base, block) ? base[block] : undefined;
  return isDecimal(text) ? text : null;
}

function namedBlocks(groups: readonly Group[]): string[] {
  const named = groups.flatMap((group): string[] => [
    ...(group.lines ?? []).flatMap((line) => line.blocks ?? []),
    ...namedBlocks(group.groups ?? []),
  ]);
  return [...new Set(named)];
}

const read = (text: string): bigint => (isDecimal(text) ? millionths(text) : 0n);
const say = (value: bigint): string => plainDecimal(printScaled(value, 6));
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

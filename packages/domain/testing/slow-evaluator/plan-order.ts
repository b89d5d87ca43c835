import type { ByBlock, Role, SlowGroup, SlowLine, SlowPlan } from './year-shape.ts';

/** Every group with the role it inherits, depth first. */
export function groupsInOrder(plan: SlowPlan): { group: SlowGroup; role: Role; top: boolean }[] {
  const below = (group: SlowGroup, role: Role, top: boolean): { group: SlowGroup; role: Role; top: boolean }[] => [
    { group, role, top },
    ...(group.groups ?? []).flatMap((child) => below(child, role, false)),
  ];
  return plan.groups.flatMap((group) => {
    if (group.role === undefined) throw new Error('a top-level group has a role');
    return below(group, group.role, true);
  });
}

/** Every line below a group: its own lines first, then those of its groups. */
export const linesBelow = (group: SlowGroup): SlowLine[] => [
  ...(group.lines ?? []),
  ...(group.groups ?? []).flatMap(linesBelow),
];

/** Every line of the plan in plan order. */
export const linesInOrder = (plan: SlowPlan): SlowLine[] => plan.groups.flatMap(linesBelow);

/** A number "by block": one for all, or this block's own. */
export function forBlock(value: ByBlock, block: string): string {
  if (typeof value === 'string') return value;
  const own = Object.hasOwn(value, block) ? value[block] : undefined;
  if (own === undefined) throw new Error(`no number for block ${block}`);
  return own;
}

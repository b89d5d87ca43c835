import type { Group, Line, Plan } from '../../year-file/index.ts';
import { groupsOf, linesOf, type PlanDocument } from '../document.ts';

/** A document with another plan in it. */
export function withScoring(document: PlanDocument, scoring: Plan): PlanDocument {
  return { ...document, scoring };
}

/** The plan with every group passed through `change`, the innermost first; groups for which it answers nothing go. */
export function mapGroups(plan: Plan, change: (group: Group) => Group | undefined): Plan {
  return { ...plan, groups: mapList(plan.groups, change) };
}

function mapList(groups: readonly Group[], change: (group: Group) => Group | undefined): Group[] {
  return groups.flatMap((group) => {
    const inner = group.groups === undefined ? group : { ...group, groups: mapList(group.groups, change) };
    const changed = change(inner);
    return changed === undefined ? [] : [changed];
  });
}

/** The plan with every line passed through `change`; lines for which it answers nothing go. */
export function mapLines(plan: Plan, change: (line: Line) => Line | undefined): Plan {
  return mapGroups(plan, (group) => {
    if (group.lines === undefined) return group;
    const lines = group.lines.flatMap((line) => {
      const changed = change(line);
      return changed === undefined ? [] : [changed];
    });
    return { ...group, lines };
  });
}

/** Is this code taken by a line or a group? They share one space of codes. */
export function isTaken(plan: Plan, code: string): boolean {
  return (
    linesOf(plan).some(({ line }) => line.code === code) || groupsOf(plan).some(({ group }) => group.code === code)
  );
}

/** The first free code below a group: `1.1`, `1.2`…; for a top-level group `1`, `2`…. */
export function freeCode(plan: Plan, below?: string): string {
  for (let number = 1; ; number++) {
    const code = below === undefined ? String(number) : `${below}.${number}`;
    if (!isTaken(plan, code)) return code;
  }
}

/** A list with `entry` put before place `at`, at the end without one or when it is beyond the end. */
export function insertAt<T>(list: readonly T[], entry: T, at?: number): T[] {
  const place = at === undefined ? list.length : Math.max(0, Math.min(at, list.length));
  return [...list.slice(0, place), entry, ...list.slice(place)];
}

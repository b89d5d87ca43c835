import type { Group, Line, Plan, Role } from '../year-file/index.ts';
import type { Conduct, LineConduct } from './conduct.schema.ts';

/** One version of a plan: how the year is scored, exactly the `plan` of a year file, and how it is conducted. */
export type PlanDocument = { scoring: Plan; conduct: Conduct };

/** A line with its place in the plan. */
export type PlacedLine = {
  readonly line: Line;
  /** JSON pointer from the plan, `/groups/0/lines/2`. */
  readonly pointer: string;
  /** The role of the top-level group above it. */
  readonly role: Role;
  /** Codes of the groups above it, the top-level one first. */
  readonly groups: readonly string[];
};

/** A group with its place in the plan. */
export type PlacedGroup = {
  readonly group: Group;
  readonly pointer: string;
  readonly role: Role;
  /** Codes of the groups above it, the top-level one first; empty for a top-level group. */
  readonly above: readonly string[];
};

/** All groups in plan order, depth first. */
export function groupsOf(plan: Pick<Plan, 'groups'>): PlacedGroup[] {
  const found: PlacedGroup[] = [];
  const walk = (groups: readonly Group[], pointer: string, above: readonly string[], inherited?: Role): void => {
    groups.forEach((group, i) => {
      const here = { group, pointer: `${pointer}/${i}`, role: inherited ?? group.role ?? 'base', above };
      found.push(here);
      walk(group.groups ?? [], `${here.pointer}/groups`, [...above, group.code], here.role);
    });
  };
  walk(plan.groups, '/groups', []);
  return found;
}

/** All lines in plan order: a group's own lines come before those of the groups in it. */
export function linesOf(plan: Pick<Plan, 'groups'>): PlacedLine[] {
  return groupsOf(plan).flatMap(({ group, pointer, role, above }) =>
    (group.lines ?? []).map((line, i) => ({
      line,
      pointer: `${pointer}/lines/${i}`,
      role,
      groups: [...above, group.code],
    })),
  );
}

/** The conduct of a line; absent for a code without one, also for codes such as `constructor`. */
export function conductOf(conduct: Pick<Conduct, 'lines'>, line: string): LineConduct | undefined {
  return Object.hasOwn(conduct.lines, line) ? conduct.lines[line] : undefined;
}

/** Does the line's rule take the unit's own target? */
export function takesOwnTarget(line: Pick<Line, 'rule'>): boolean {
  return 'target' in line.rule && line.rule.target === 'unit';
}

/** Is the line there for units of this block? (A unit's own `assigned: false` comes on top.) */
export function isForBlock(line: Pick<Line, 'blocks'>, block: string): boolean {
  return line.blocks === undefined || line.blocks.includes(block);
}

/** A code as one step of a JSON pointer (RFC 6901). */
export function pointerStep(code: string): string {
  return code.replaceAll('~', '~0').replaceAll('/', '~1');
}

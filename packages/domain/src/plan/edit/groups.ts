import { ok, refuse, type Result } from '../../result.ts';
import type { Group, Role } from '../../year-file/index.ts';
import { groupsOf, linesOf, type PlanDocument } from '../document.ts';
import { patched } from './lines.ts';
import { freeCode, insertAt, isTaken, mapGroups, withScoring } from './tree.ts';

/** A group as the editor makes it. A top-level group has a role (base without one); one below `parent` inherits it. */
export type NewGroup = { title: string; code?: string; parent?: string; role?: Role; max?: string; min?: string };

/** Adds an empty group at top level or below another, before place `at` (at the end without one). */
export function addGroup(
  document: PlanDocument,
  { title, code: wanted, parent, role, max, min }: NewGroup,
  at?: number,
): Result<PlanDocument, 'group-unknown' | 'code-taken'> {
  const { scoring } = document;
  const code = wanted ?? freeCode(scoring, parent);
  if (isTaken(scoring, code)) return refuse('code-taken', { code });
  const limits = { ...(max === undefined ? {} : { max }), ...(min === undefined ? {} : { min }) };
  if (parent === undefined) {
    const group: Group = { code, title, role: role ?? 'base', ...limits, lines: [] };
    return ok(withScoring(document, { ...scoring, groups: insertAt(scoring.groups, group, at) }));
  }
  if (!has(document, parent)) return refuse('group-unknown', { group: parent });
  return ok(putGroup(document, parent, { code, title, ...limits, lines: [] }, at));
}

/** What can be changed of a group; `null` takes a limit away. The role counts for top-level groups only. */
export type GroupPatch = { title?: string; role?: Role; max?: string | null; min?: string | null };

/** Changes a group. */
export function setGroup(
  document: PlanDocument,
  code: string,
  patch: GroupPatch,
): Result<PlanDocument, 'group-unknown'> {
  const placed = groupsOf(document.scoring).find(({ group }) => group.code === code);
  if (placed === undefined) return refuse('group-unknown', { group: code });
  const { role, ...rest } = patch;
  const wanted = placed.above.length === 0 && role !== undefined ? { ...rest, role } : rest;
  const change = (group: Group): Group => (group.code === code ? patched(group, wanted as Partial<Group>) : group);
  return ok(withScoring(document, mapGroups(document.scoring, change)));
}

/**
 * Moves a group with all in it below another group (`parent`), or to top level, before place `at`. At top level it takes
 * the role it had inherited; below another it inherits.
 */
export function moveGroup(
  document: PlanDocument,
  code: string,
  to: { parent?: string; at?: number },
): Result<PlanDocument, 'group-unknown' | 'group-below-itself'> {
  const placed = groupsOf(document.scoring).find(({ group }) => group.code === code);
  if (placed === undefined) return refuse('group-unknown', { group: code });
  const without = withScoring(document, dropGroup(document, code));
  const { role: _, ...group } = placed.group;
  if (to.parent === undefined) {
    const groups = insertAt(without.scoring.groups, { ...group, role: placed.role }, to.at);
    return ok(withScoring(document, { ...without.scoring, groups }));
  }
  if (!has(document, to.parent)) return refuse('group-unknown', { group: to.parent });
  if (!has(without, to.parent)) return refuse('group-below-itself', { group: code });
  return ok(putGroup(without, to.parent, group, to.at));
}

/** Takes an empty group out. One with lines is refused, so that a slip of the hand takes no half plan along. */
export function removeGroup(
  document: PlanDocument,
  code: string,
): Result<PlanDocument, 'group-unknown' | 'group-not-empty'> {
  if (!has(document, code)) return refuse('group-unknown', { group: code });
  const lines = linesOf(document.scoring).filter(({ groups }) => groups.includes(code));
  if (lines.length > 0) return refuse('group-not-empty', { group: code, lines: lines.length });
  return ok(withScoring(document, dropGroup(document, code)));
}

function has(document: PlanDocument, code: string): boolean {
  return groupsOf(document.scoring).some(({ group }) => group.code === code);
}

function putGroup(document: PlanDocument, parent: string, group: Group, at?: number): PlanDocument {
  const change = (other: Group): Group =>
    other.code === parent ? { ...other, groups: insertAt(other.groups ?? [], group, at) } : other;
  return withScoring(document, mapGroups(document.scoring, change));
}

function dropGroup(document: PlanDocument, code: string) {
  return mapGroups(document.scoring, (group) => (group.code === code ? undefined : group));
}

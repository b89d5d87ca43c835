import { groupsOf, linesOf, type PlanDocument } from '@giaouoc/domain/plan/document';
import { moveGroup } from '@giaouoc/domain/plan/edit/groups';
import { addLine, moveLine } from '@giaouoc/domain/plan/edit/lines';
import { renumber } from '@giaouoc/domain/plan/edit/renumber';
import type { Group } from '@giaouoc/domain/year-file/plan.schema';
import type { Selected } from './plan-draft.svelte.ts';
import { usualRule } from './rules/editors.ts';

/** A changed document and where what was changed now is. */
export type Moved = { document: PlanDocument; selected: Selected };

/**
 * Moves a line or a group one place up or down; a line at the edge of its group goes on into the next one. Null where
 * there is no further place.
 */
export function moveRow(document: PlanDocument, selected: Selected, by: -1 | 1, keep: readonly string[]): Moved | null {
  const moved =
    selected.kind === 'line' ? movedLine(document, selected.code, by) : movedGroup(document, selected.code, by);
  return moved && settled(document, moved, selected, keep);
}

/**
 * A new line after the selected one (or at the end of the selected group), of the sort its neighbours are, without
 * title and points: those are typed next.
 */
export function newLine(document: PlanDocument, selected: Selected | null, keep: readonly string[]): Moved | null {
  const groups = groupsOf(document.scoring);
  const home =
    groups.find(({ group }) =>
      selected?.kind === 'line'
        ? group.lines?.some(({ code }) => code === selected.code)
        : group.code === selected?.code,
    ) ?? groups.at(-1);
  if (!home) return null;
  const lines = home.group.lines ?? [];
  const after = lines.findIndex(({ code }) => code === selected?.code);
  const at = after < 0 ? lines.length : after + 1;
  const neighbour = lines[at - 1];
  const task = /nhiệm vụ/i.test(home.group.title);
  const added = addLine(
    document,
    home.group.code,
    {
      title: '',
      kind: neighbour?.kind ?? (task ? 'task' : 'target'),
      max: home.role === 'penalty' || home.role === 'fact' ? '0' : '',
      ...(task ? {} : { unit: '%' }),
      rule: usualRule(task ? 'task' : 'target'),
    },
    at,
  );
  if (!added.ok) return null;
  const code = groupsOf(added.value.scoring).find(({ group }) => group.code === home.group.code)?.group.lines?.[at]
    ?.code;
  return code === undefined ? null : settled(document, added.value, { kind: 'line', code }, keep);
}

/** Numbers everything by its place, but what was published. */
export function numbered(document: PlanDocument, keep: readonly string[]): PlanDocument {
  return renumber(document, new Set(keep));
}

function movedLine(document: PlanDocument, code: string, by: -1 | 1): PlanDocument | null {
  const groups = groupsOf(document.scoring).map(({ group }) => group);
  const home = groups.findIndex((group) => group.lines?.some((line) => line.code === code));
  const group = groups[home];
  const place = group?.lines?.findIndex((line) => line.code === code) ?? -1;
  if (!group || place < 0) return null;
  const inside = place + by >= 0 && place + by < (group.lines?.length ?? 0);
  const next: Group | undefined = groups[home + by];
  if (!inside && !next) return null;
  const to = inside
    ? { group: group.code, at: place + by }
    : { group: next!.code, at: by > 0 ? 0 : (next!.lines?.length ?? 0) };
  const moved = moveLine(document, code, to);
  return moved.ok ? moved.value : null;
}

function movedGroup(document: PlanDocument, code: string, by: -1 | 1): PlanDocument | null {
  const placed = groupsOf(document.scoring);
  const own = placed.find(({ group }) => group.code === code);
  const parent = own?.above.at(-1);
  const siblings = placed.filter(({ above }) => above.at(-1) === parent).map(({ group }) => group.code);
  const at = siblings.indexOf(code) + by;
  if (at < 0 || at >= siblings.length) return null;
  const moved = moveGroup(document, code, { at, ...(parent !== undefined && { parent }) });
  return moved.ok ? moved.value : null;
}

/** Where a plan was numbered by place before, it is so again; codes that somebody chose stay theirs. */
function settled(before: PlanDocument, after: PlanDocument, selected: Selected, keep: readonly string[]): Moved {
  if (!isNumbered(before, keep)) return { document: after, selected };
  const fresh = numbered(after, keep);
  const [old, codes] = [codesOf(after, selected.kind), codesOf(fresh, selected.kind)];
  return { document: fresh, selected: { ...selected, code: codes[old.indexOf(selected.code)] ?? selected.code } };
}

/** Whether every code is what its place gives: of groups too, since a group may have a chosen code and no line yet. */
function isNumbered(document: PlanDocument, keep: readonly string[]): boolean {
  const byPlace = numbered(document, keep);
  return (['group', 'line'] as const).every(
    (kind) => codesOf(document, kind).join('\n') === codesOf(byPlace, kind).join('\n'),
  );
}

function codesOf({ scoring }: PlanDocument, kind: Selected['kind']): string[] {
  return kind === 'line'
    ? linesOf(scoring).map(({ line }) => line.code)
    : groupsOf(scoring).map(({ group }) => group.code);
}

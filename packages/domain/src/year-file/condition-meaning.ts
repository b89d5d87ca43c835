import type { PlanView } from './plan-view.ts';
import { below, isRaw, listOf, textOf, type Note } from '../schema/raw.ts';

/** Notes what a condition refers to and is not there; paths from the condition. */
export function noteConditions(condition: unknown, view: PlanView, note: Note): void {
  if (!isRaw(condition)) return;
  const { readable } = view;
  const line = textOf(condition['line']);
  if (readable && line !== null && !view.lineByCode.has(line)) note(['line'], 'unknown-line', { code: line });
  const group = textOf(condition['group']);
  if (readable && group !== null && !view.groupCodes.has(group)) note(['group'], 'unknown-group', { code: group });
  const { anyLine } = condition;
  const inside = isRaw(anyLine) ? textOf(anyLine['group']) : null;
  if (readable && inside !== null && !view.groupCodes.has(inside))
    note(['anyLine', 'group'], 'unknown-group', { code: inside });
  for (const key of ['all', 'any'])
    listOf(condition[key]).forEach((inner, index) => noteConditions(inner, view, below(note, key, index)));
  noteConditions(condition['not'], view, below(note, 'not'));
}

import { compareDecimals } from '../numbers/decimal.ts';
import { scoringOfKind } from '../rules/kinds.ts';
import type { LineView, PlanView } from './plan-view.ts';
import { decimalOf, isRaw, listOf, rawOf, textOf, type Note, type Raw } from '../schema/raw.ts';

/** Notes gates that can never fire, or whose effect changes nothing; paths from the plan. */
export function noteIdleGates(view: PlanView, note: Note): void {
  const total = decimalOf(rawOf(view.raw['scale'])['total']);
  listOf(view.raw['gates']).forEach((gate, index) => {
    if (!isRaw(gate)) return;
    if (neverHolds(gate['when'], view))
      note(['gates', index, 'when'], 'gate-never', { gate: textOf(gate['title']) || textOf(gate['code']) || '' });
    const effect = rawOf(gate['effect']);
    const cap = decimalOf(effect['totalAtMost']);
    if (cap !== null && total !== null && compareDecimals(cap, total) >= 0)
      note(['gates', index, 'effect', 'totalAtMost'], 'gate-idle');
    if (textOf(effect['gradeAtMost']) !== null && effect['gradeAtMost'] === view.gradeCodes[0])
      note(['gates', index, 'effect', 'gradeAtMost'], 'gate-idle');
  });
}

/** Whether no unit at all can meet the condition; false when that cannot be said. */
function neverHolds(condition: unknown, view: PlanView): boolean {
  if (!isRaw(condition)) return false;
  if (Array.isArray(condition['all'])) return listOf(condition['all']).some((inner) => neverHolds(inner, view));
  if (Array.isArray(condition['any'])) {
    const inner = listOf(condition['any']);
    return inner.length > 0 && inner.every((one) => neverHolds(one, view));
  }
  if (condition['total'] !== undefined) {
    const total = decimalOf(rawOf(view.raw['scale'])['total']);
    return outside(condition['total'], '0', total);
  }
  if (isRaw(condition['activeMonths'])) return condition['activeMonths']['lt'] === 0;
  const line = view.lineByCode.get(textOf(condition['line']) ?? '');
  return line !== undefined && neverHoldsOn(line, condition);
}

function neverHoldsOn(line: LineView, condition: Raw): boolean {
  if (line.kind === null) return false;
  const { sort, missingIsNone, lowest } = scoringOfKind(line.kind);
  if (condition['yes'] !== undefined) return sort !== 'yes';
  if (condition['value'] !== undefined) return sort !== 'number' && sort !== 'value';
  if (condition['missing'] !== undefined) return missingIsNone === true;
  if (condition['points'] === undefined || line.valid === null) return false;
  return outside(condition['points'], lowest(line.valid), line.max);
}

/** Whether no number from `least` to `most` (null: no bound) passes the comparison. */
function outside(compare: unknown, least: string, most: string | null): boolean {
  const { lt, le, eq, ge, gt } = rawOf(compare);
  const order = (value: unknown, border: string) => {
    const number = decimalOf(value);
    return number === null ? null : compareDecimals(number, border);
  };
  const upon = (value: unknown) => (most === null ? null : order(value, most));
  return (
    (order(lt, least) ?? 1) <= 0 ||
    (order(le, least) ?? 0) < 0 ||
    (order(eq, least) ?? 0) < 0 ||
    (upon(eq) ?? 0) > 0 ||
    (upon(ge) ?? 0) > 0 ||
    (upon(gt) ?? -1) >= 0
  );
}

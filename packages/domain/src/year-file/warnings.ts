import { compareDecimals, millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import { guidanceOf } from '../rules/guidance.ts';
import type { LineView, PlanView } from './plan-view.ts';
import { noteIdleGates } from './idle-gates.ts';
import { below, decimalOf, isRaw, listOf, rawOf, textOf, type Note } from '../schema/raw.ts';

/** Notes what is allowed in a plan but probably not meant; paths from the plan. */
export function noteWarnings(view: PlanView, note: Note): void {
  for (const line of view.lines) noteLine(line, below(note, ...line.path));
  noteGrades(view, note);
  noteIdleGates(view, note);
  listOf(view.raw['quotas']).forEach((quota, index) => {
    const share = decimalOf(rawOf(quota)['share']);
    if (share === null) return;
    if (compareDecimals(share, '0') === 0) note(['quotas', index, 'share'], 'quota-none');
    if (compareDecimals(share, '1') === 0) note(['quotas', index, 'share'], 'quota-all');
  });
}

function noteLine(line: LineView, note: Note): void {
  const params = { line: line.code ?? '' };
  if (textOf(line.raw['title'])?.trim() === '' || line.raw['title'] === '') note(['title'], 'title-empty', params);
  const check = line.valid === null ? undefined : guidanceOf(line.valid.kind).check;
  if (line.valid !== null) check?.warn?.(line.valid, below(note, 'rule'));
  if ((line.role !== 'base' && line.role !== 'bonus') || line.max === null) return;
  if (compareDecimals(line.max, '0') === 0) {
    note(['max'], 'no-points', params);
    return;
  }
  const most = line.valid === null ? null : (check?.most?.(line.valid) ?? null);
  if (most === null || most >= millionths(line.max)) return;
  if (most <= 0n) note(['rule'], 'never-earns', params);
  else note(['rule'], 'max-out-of-reach', { ...params, max: line.max, most: plainDecimal(printScaled(most, 6)) });
}

/** Notes grades that no unit can have by its points. */
function noteGrades(view: PlanView, note: Note): void {
  const grades = listOf(view.raw['grades']).map(rawOf);
  const total = decimalOf(rawOf(view.raw['scale'])['total']);
  grades.forEach((grade, index) => {
    const from = decimalOf(grade['from']);
    if (from !== null && total !== null && compareDecimals(from, total) > 0)
      note(['grades', index, 'from'], 'grade-too-high', { total });
    const better = grades[index - 1];
    const before = better === undefined || isRaw(better['requires']) ? null : decimalOf(better['from']);
    if (from !== null && before !== null && compareDecimals(from, before) === 0)
      note(['grades', index, 'from'], 'grade-same-from');
  });
}

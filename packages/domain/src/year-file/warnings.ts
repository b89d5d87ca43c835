import { compareDecimals, millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import { bandsInOrder, borderOf, type BandsRule } from '../scoring/rules/bands.ts';
import type { LineView, PlanView } from './plan-view.ts';
import { noteIdleGates } from './idle-gates.ts';
import { below, decimalOf, isRaw, listOf, rawOf, textOf, type Note } from './raw.ts';

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
  if (line.valid?.kind === 'bands') noteBands(line.valid, note);
  if ((line.role !== 'base' && line.role !== 'bonus') || line.max === null) return;
  if (compareDecimals(line.max, '0') === 0) {
    note(['max'], 'no-points', params);
    return;
  }
  const most = mostPoints(line);
  if (most === null || most >= millionths(line.max)) return;
  if (most <= 0n) note(['rule'], 'never-earns', params);
  else note(['rule'], 'max-out-of-reach', { ...params, max: line.max, most: plainDecimal(printScaled(most, 6)) });
}

/** The most that the line's rule can give, in millionths; null when it cannot be said or has no bound of its own. */
function mostPoints({ valid }: LineView): bigint | null {
  const largest = (points: readonly string[]) =>
    points.map(millionths).reduce((most, one) => (one > most ? one : most));
  switch (valid?.kind) {
    case 'bands':
      return largest(valid.bands.map((band) => band.points));
    case 'levels': {
      const best = largest(valid.levels.map((level) => level.points));
      // Many levels may be reached many times.
      return valid.pick === 'many' && best > 0n ? null : best;
    }
    case 'checklist':
      return valid.items.reduce((sum, item) => sum + millionths(item.points), 0n);
    case 'leader':
      return valid.target !== 'unit' && compareDecimals(valid.target, '0') <= 0 ? 0n : null;
    default:
      return null;
  }
}

/** Notes a band that gives fewer points though it is the better one. */
function noteBands(rule: BandsRule, note: Note): void {
  const ordered = bandsInOrder(rule);
  const rising = ordered.every((band, i) => i === 0 || compareDecimals(ordered[i - 1]!.points, band.points) >= 0);
  const falling = ordered.every((band, i) => i === 0 || compareDecimals(ordered[i - 1]!.points, band.points) <= 0);
  if (rising || falling) return;
  const odd = ordered.find((band, i) => i > 0 && compareDecimals(ordered[i - 1]!.points, band.points) < 0)!;
  note(['rule', 'bands', rule.bands.indexOf(odd), 'points'], 'bands-out-of-order', { border: borderOf(odd) });
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

import { above } from '../rules/rule-check.ts';
import { guidanceOf } from '../rules/guidance.ts';
import { scoringOfKind } from '../rules/kinds.ts';
import type { LineView } from './plan-view.ts';
import { decimalOf, type Note, type Raw } from '../schema/raw.ts';

const SORTS = ['value', 'pair', 'yes', 'levels', 'items', 'faults', 'points', 'notApplicable'] as const;
type Sort = (typeof SORTS)[number];

const has = (figure: Raw, sort: Sort): boolean =>
  sort === 'pair' ? figure['part'] !== undefined || figure['whole'] !== undefined : figure[sort] !== undefined;

/**
 * Notes the faults of a figure that the schema cannot see: exactly one sort, the one that the line's rule takes, and
 * what the rule says of it; paths from the figure. `line` is null when it is not known.
 */
export function noteFigure(figure: Raw, line: LineView | null, note: Note): void {
  // A part alone of any sort is checked wherever it stands.
  if (above('0', figure['part'])) note(['part'], 'negative');
  if (decimalOf(figure['whole']) !== null && !above(figure['whole'], '0')) note(['whole'], 'not-positive');
  let sort: Sort | null = null;
  let sorts = 0;
  for (const one of SORTS)
    if (has(figure, one)) {
      sort = one;
      sorts += 1;
    }
  if (sorts === 0) note([], 'figure-none');
  else if (sorts > 1) note([], 'figure-many');
  else if (sort === 'pair' && (figure['part'] === undefined || figure['whole'] === undefined))
    note([], 'part-and-whole');
  if (sorts !== 1 || line === null || line.kind === null || sort === null) return;
  noteForRule(figure, sort, line, note);
}

function noteForRule(figure: Raw, sort: Sort, line: LineView, note: Note): void {
  const { kind } = line;
  if (kind === null) return;
  if (sort === 'notApplicable') {
    const when = line.raw['whenNotApplicable'];
    if (figure['notApplicable'] === true && (when === undefined || when === 'refuse'))
      note(['notApplicable'], 'not-applicable-refused', { line: line.code ?? '' });
    return;
  }
  const wanted = scoringOfKind(kind).sort;
  const fits = wanted === 'number' ? sort === 'value' || sort === 'pair' : sort === wanted;
  if (!fits) note([], 'figure-sort', { wanted, kind });
  else guidanceOf(kind).check.figure?.(line.rule, figure, line, note);
}

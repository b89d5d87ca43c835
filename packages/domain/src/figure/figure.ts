import type { Accumulate } from '../plan/conduct.schema.ts';
import type { Line } from '../year-file/index.ts';

/**
 * A figure without the unit, the line and the period it belongs to: what is typed, stored, judged and put into the
 * year file. Exactly one of the sorts that `scoring.md` knows.
 */
export type FigureValue =
  | { readonly value: string }
  | { readonly part: string; readonly whole: string }
  | { readonly yes: boolean }
  | { readonly levels: Record<string, number> }
  | { readonly items: string[] }
  | { readonly faults: Record<string, number> }
  | { readonly points: string }
  | { readonly notApplicable: true };

/** What of a line decides which figures it takes. */
export type FigureLine = Pick<Line, 'rule' | 'max'> & Partial<Pick<Line, 'unit' | 'whenNotApplicable'>>;

/** Which input a form shows for a line. */
export type FigureSort = 'value' | 'partWhole' | 'yesNo' | 'oneLevel' | 'manyLevels' | 'items' | 'faults' | 'points';

/**
 * Which input the form shows. Lines of percentages ask for part and whole, because a percentage typed by hand cannot be
 * checked against the evidence and cannot be added up; `sumParts` needs them, `sum` cannot use them.
 */
export function sortOf(line: FigureLine, accumulate: Accumulate = 'latest'): FigureSort {
  const { rule } = line;
  switch (rule.kind) {
    case 'ratio':
    case 'bands':
    case 'leader':
      if (accumulate === 'sumParts') return 'partWhole';
      if (accumulate === 'sum') return 'value';
      return line.unit?.trim() === '%' ? 'partWhole' : 'value';
    case 'count':
      return 'value';
    case 'yesNo':
      return 'yesNo';
    case 'levels':
      return rule.pick === 'one' ? 'oneLevel' : 'manyLevels';
    case 'checklist':
      return 'items';
    case 'deduct':
      return 'faults';
    case 'judged':
      return 'points';
    default:
      return noSuchRule(rule);
  }
}

/** Whether what the line counts has a unit of measure, `%` or `lượt`: where a number is reported. */
export function takesUnit(line: FigureLine): boolean {
  const sort = sortOf(line);
  return sort === 'value' || sort === 'partWhole';
}

/** The ways in which figures of several periods can be put together for a line; the first is the usual one. */
export function accumulateWaysFor(line: FigureLine): readonly Accumulate[] {
  const { rule } = line;
  switch (rule.kind) {
    case 'ratio':
    case 'bands':
    case 'leader':
      return line.unit?.trim() === '%' ? ['latest', 'sumParts', 'max', 'sum'] : ['sum', 'latest', 'max', 'sumParts'];
    case 'count':
      return ['sum', 'latest', 'max'];
    case 'yesNo':
      return ['latest', 'max'];
    case 'levels':
      return rule.pick === 'one' ? ['latest', 'max'] : ['sum', 'latest'];
    case 'checklist':
    case 'deduct':
      return ['sum', 'latest'];
    case 'judged':
      return ['latest', 'sum', 'max'];
    default:
      return noSuchRule(rule);
  }
}

/** A kind of rule without a case does not compile. */
function noSuchRule(rule: never): never {
  throw new TypeError(`no such rule: ${JSON.stringify(rule)}`);
}

import { refuse, ok, type Result } from '../result.ts';
import { compareDecimals, millionths } from '../numbers/decimal.ts';
import type { FigureLine, FigureValue } from './figure.ts';

/** Why a figure cannot stand in the year file under this line. */
export type MisfitCode =
  | 'figure-other-sort'
  | 'figure-code-unknown'
  | 'figure-negative'
  | 'whole-not-positive'
  | 'points-out-of-range'
  | 'points-not-step'
  | 'not-applicable-refused';

/**
 * May this figure stand under this line as the plan now is? The same conditions as the year file's. Asked when a
 * figure is judged, and again when a year is put together, since a later version of the plan may have lowered a maximum.
 */
export function fits(line: FigureLine, figure: FigureValue): Result<FigureValue, MisfitCode> {
  if ('notApplicable' in figure) {
    return (line.whenNotApplicable ?? 'refuse') === 'refuse' ? refuse('not-applicable-refused') : ok(figure);
  }
  const { rule } = line;
  switch (rule.kind) {
    case 'ratio':
    case 'bands':
    case 'leader':
      return fitsMeasure(figure);
    case 'count':
      if (!('value' in figure)) return refuse('figure-other-sort');
      return isNegative(figure.value) ? refuse('figure-negative') : ok(figure);
    case 'yesNo':
      return 'yes' in figure ? ok(figure) : refuse('figure-other-sort');
    case 'levels': {
      if (!('levels' in figure)) return refuse('figure-other-sort');
      const given = Object.entries(figure.levels);
      if (rule.pick === 'one' && (given.length !== 1 || given[0]?.[1] !== 1)) return refuse('figure-other-sort');
      return knownCodes(figure, Object.keys(figure.levels), rule.levels);
    }
    case 'checklist':
      return 'items' in figure ? knownCodes(figure, figure.items, rule.items) : refuse('figure-other-sort');
    case 'deduct':
      return 'faults' in figure
        ? knownCodes(figure, Object.keys(figure.faults), rule.faults)
        : refuse('figure-other-sort');
    case 'judged':
      if (!('points' in figure)) return refuse('figure-other-sort');
      if (isNegative(figure.points) || compareDecimals(figure.points, line.max) > 0) {
        return refuse('points-out-of-range', { max: line.max });
      }
      if (rule.step !== undefined && millionths(figure.points) % millionths(rule.step) !== 0n) {
        return refuse('points-not-step', { step: rule.step });
      }
      return ok(figure);
  }
}

function fitsMeasure(figure: FigureValue): Result<FigureValue, MisfitCode> {
  if ('value' in figure) return ok(figure);
  if (!('part' in figure)) return refuse('figure-other-sort');
  if (isNegative(figure.part)) return refuse('figure-negative');
  return isSome(figure.whole) && !isNegative(figure.whole) ? ok(figure) : refuse('whole-not-positive');
}

/** Below zero; `-0` is not. */
function isNegative(number: string): boolean {
  return number.startsWith('-') && isSome(number);
}

/** Other than zero. */
function isSome(number: string): boolean {
  return /[1-9]/.test(number);
}

function knownCodes(
  figure: FigureValue,
  given: readonly string[],
  known: readonly { readonly code: string }[],
): Result<FigureValue, MisfitCode> {
  const unknown = given.filter((code) => !known.some((entry) => entry.code === code));
  return unknown.length === 0 ? ok(figure) : refuse('figure-code-unknown', { codes: unknown });
}

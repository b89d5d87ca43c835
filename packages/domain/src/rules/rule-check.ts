import { compareDecimals, millionths } from '../numbers/decimal.ts';
import { decimalOf, listOf, rawOf, textOf, type Note, type Path, type Raw } from '../schema/raw.ts';

/** The line around a rule, as far as it can be read. */
export interface CheckedLine {
  readonly max: string | null;
}

/** What the schema cannot say about one kind of rule. Everything is read tolerantly: see raw.ts. */
export interface RuleCheck<R> {
  /** Faults of the settings; paths from the rule. */
  settings?(rule: Raw, line: CheckedLine, note: Note): void;
  /** Faults of a figure of the right sort; paths from the figure. */
  figure?(rule: Raw, figure: Raw, line: CheckedLine, note: Note): void;
  /** Numbers of points beside `min`, with as many decimals as the plan prints at most; paths from the rule. */
  points?(rule: Raw): readonly { readonly path: Path; readonly value: unknown }[];
  /** What is allowed but probably not meant in valid settings; paths from the rule. */
  warn?(rule: R, note: Note): void;
  /** The most that the rule can give, in millionths; null when it cannot be said or has no bound of its own. */
  most?(rule: R): bigint | null;
  /** Whether the unit's own target has to be above 0. */
  readonly positiveTarget?: boolean;
}

/** Whether both are numbers and the first is above the second. */
export function above(value: unknown, limit: unknown): boolean {
  const left = decimalOf(value);
  const right = decimalOf(limit);
  return left !== null && right !== null && compareDecimals(left, right) > 0;
}

/** Notes each entry of a list whose points are above the line's max. */
export function notePointsAbove(rule: Raw, list: string, line: CheckedLine, note: Note): void {
  listOf(rule[list]).forEach((entry, index) => {
    if (above(rawOf(entry)['points'], line.max)) note([list, index, 'points'], 'above-max', { max: line.max ?? '' });
  });
}

/** Notes a `min` that is above the line's max. */
export function noteMinAbove(rule: Raw, line: CheckedLine, note: Note): void {
  if (above(rule['min'], line.max)) note(['min'], 'above-max', { max: line.max ?? '' });
}

/** The codes of a list of the rule that can be read. */
export const codesIn = (rule: Raw, list: string): Set<string> =>
  new Set(listOf(rule[list]).flatMap((entry) => textOf(rawOf(entry)['code']) ?? []));

/** Notes each key of a figure's counts that the rule does not have. */
export function noteUnknownCodes(rule: Raw, list: string, figure: Raw, note: Note): void {
  const codes = codesIn(rule, list);
  // A rule without codes has its own fault.
  if (codes.size === 0) return;
  for (const code of Object.keys(rawOf(figure[list])))
    if (!codes.has(code)) note([list, code], 'unknown-code', { code, known: [...codes].join(', ') });
}

/** The largest of points, in millionths; of one at least. */
export const largestOf = (points: readonly string[]): bigint =>
  points.map(millionths).reduce((most, one) => (one > most ? one : most));

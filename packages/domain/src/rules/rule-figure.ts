import type { Result } from '../result.ts';
import type { Accumulate } from './accumulate.ts';
import type { FigureForm } from './figure-form.ts';
import type { FigureInput, FigureValue } from './figure-value.ts';

/** Why a figure cannot stand in the year file under a line. */
export type MisfitCode =
  | 'figure-other-sort'
  | 'figure-code-unknown'
  | 'figure-negative'
  | 'whole-not-positive'
  | 'points-out-of-range'
  | 'points-not-step'
  | 'not-applicable-refused';

/** What of a line decides which figures its rule takes. */
export interface RuleLine<R> {
  readonly rule: R;
  readonly max: string;
  /** What the figure is counted in: `%`, `lượt`. */
  readonly unit?: string;
  readonly whenNotApplicable?: 'refuse' | 'drop' | 'full' | 'zero';
}

/** Whether the form of the line offers that nothing happened in the period. */
export const mayNotApply = ({ whenNotApplicable }: Pick<RuleLine<unknown>, 'whenNotApplicable'>): boolean =>
  (whenNotApplicable ?? 'refuse') !== 'refuse';

/** A figure made of several; `capped` where judged points came to more than the line's maximum. */
export type Combined = { readonly figure: FigureValue; readonly capped?: boolean };

/** Which figures one kind of rule takes, and what becomes of several. */
export interface RuleFigure<R> {
  /** Which input the form shows. */
  input(line: RuleLine<R>, accumulate: Accumulate): FigureInput;
  /** Whether a `value` is a number of things, which the form lets one count up and down. */
  readonly counted?: boolean;
  /** The ways in which figures of several periods can be put together; the first is the usual one. */
  ways(line: RuleLine<R>): readonly Accumulate[];
  /** May this figure stand under the line? Not asked for "not applicable". The same conditions as the year file's. */
  fits(line: RuleLine<R>, figure: FigureValue): Result<FigureValue, MisfitCode>;
  /** The figure typed into a form, `undefined` when nothing was typed or a fault was noted. */
  read(form: FigureForm, line: RuleLine<R>, accumulate: Accumulate): FigureValue | undefined;
  /** Figures added up in the rule's own way; `undefined` where it has none for these figures. */
  sum?(line: RuleLine<R>, figures: readonly FigureValue[]): Combined | undefined;
  /** The largest of the figures in the rule's own order; `undefined` where it has none for these figures. */
  largest?(line: RuleLine<R>, figures: readonly FigureValue[]): Combined | undefined;
}

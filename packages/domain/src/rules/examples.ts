import { isDecimal, millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import type { Accumulate } from './accumulate.ts';
import type { FigureValue } from './figure-value.ts';
import type { RuleLine } from './rule-figure.ts';

/** A figure to try a rule on, with what else the rule then needs to know. */
export type WorkedExample = {
  /** Absent: nothing was reported. */
  readonly figure?: FigureValue;
  /** The unit's own target, for rules that take one. */
  readonly target?: string;
  /** The best figure of the place, for leader rules. */
  readonly best?: { readonly value: string };
};

/** Figures that show what one kind of rule does; see `workedExamples`. */
export type ExamplesOf<R> = (line: RuleLine<R>, accumulate: Accumulate) => WorkedExample[];

/** One, in millionths. */
export const one = 1_000_000n;
/** A school union of middling size. */
const members = 46n;

/** Whether the line is counted in percent. */
export const isPercent = ({ unit }: RuleLine<unknown>): boolean => unit?.trim() === '%';

/** The target to try with: the plan's, or a number that a unit could have registered. */
export function targetOf(target: string, percent: boolean): { own: { target?: string }; target: bigint } {
  if (target !== 'unit') return { own: {}, target: isDecimal(target) ? millionths(target) : one };
  const registered = percent ? '90' : '10';
  return { own: { target: registered }, target: millionths(registered) };
}

/** A percentage as so many of 46 members, rounded to the side on which it still counts. */
export function share(percent: bigint, up: boolean): FigureValue {
  const hundred = 100n * one;
  const part = up ? ceil(percent * members, hundred) : (percent * members) / hundred;
  return { part: String(part < 0n ? 0n : part), whole: String(members) };
}

/** A bit less than all: nine tenths, one less where that is the same. */
export const less = (target: bigint): bigint => (target <= 10n * one ? target - stepOf(target) : (target * 9n) / 10n);
export const half = (value: bigint): bigint => value / 2n;
/** The smallest change people would make to such a number: 1, or a tenth of what is below 1. */
export const stepOf = (value: bigint): bigint => (value >= one || value <= 0n ? one : value / 10n);
export const ceil = (over: bigint, under: bigint): bigint => (under > 0n ? (over + under - 1n) / under : 0n);

/** Rounded to whole numbers where the target is one, else to hundredths. */
export function nice(value: bigint, target: bigint): bigint {
  const step = target % one === 0n ? one : one / 100n;
  return ((value + step / 2n) / step) * step;
}

export const say = (value: bigint): string => plainDecimal(printScaled(value, 6));
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

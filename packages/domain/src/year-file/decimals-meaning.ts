import { neededDecimals } from '../numbers/decimal.ts';
import type { PlanView } from './plan-view.ts';
import { decimalOf, type Note } from '../schema/raw.ts';

/** Notes a number with more decimals than the plan prints. */
export function noteDecimals(value: unknown, view: PlanView, note: Note): void {
  const number = decimalOf(value);
  if (number !== null && view.places !== null && neededDecimals(number) > view.places)
    note([], 'too-fine', { places: view.places });
}

import { wholeMonths } from '../numbers/day.ts';
import { ok, refuse, type Result } from '../result.ts';
import { addDays, type Day } from './local-time.ts';

/** The first and last day that a year of emulation may have; what lies outside is a slip of the finger. */
const reach = { from: '2000-01-01', to: '2100-12-31' } as const;
/** A school or calendar year, or one that was prolonged by a second: every month of it is drawn, counted and due. */
const mostMonths = 24;

/**
 * Whether a year may begin and end on these days, both of the calendar: in order, between 2000 and 2100, and no more than 24
 * months long, the last day counted.
 */
export function checkYearSpan(
  from: Day,
  to: Day,
): Result<{ from: Day; to: Day }, 'year-ends-first' | 'year-out-of-reach' | 'year-too-long'> {
  if (from < reach.from || to > reach.to) return refuse('year-out-of-reach');
  if (to <= from) return refuse('year-ends-first');
  if (wholeMonths(from, addDays(to, -1)) >= mostMonths) return refuse('year-too-long', { most: mostMonths });
  return ok({ from, to });
}

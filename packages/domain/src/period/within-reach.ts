import { isDay } from '../numbers/day.ts';
import { addDays, type Day, instantOf, type LocalMinute } from './local-time.ts';

/** The union of Việt Nam was founded on 28 July 1929; nothing in it is older. */
const earliest: Day = '1929-07-28';
/** No plan is made for a hundred years: a later year is a slip of the finger. */
const latest: Day = '2099-12-31';
/** Whoever is given longer, or asked again, is given a year at most. */
const longestWait = 366;

/** Whether a day exists and can be meant: a founding day, a year's first or last day. */
export function isDayWithinReach(text: string): boolean {
  return isDay(text) && text >= earliest && text <= latest;
}

/** The last minute that may be named as a deadline which moves an earlier one. */
export function latestDue(since: LocalMinute): LocalMinute {
  return `${addDays(since.slice(0, 10), longestWait)}T23:59`;
}

/** Whether a deadline is further away than anyone is given from some other minute on. */
export function isBeyondReach(due: LocalMinute, since: LocalMinute): boolean {
  return instantOf(due) > instantOf(latestDue(since));
}

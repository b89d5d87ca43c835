import type { Period } from './period.schema.ts';
import { type Day, type Instant, dayOf, daysBetween, instantOf, startOfDay } from './local-time.ts';

/** A later due time given to one unit for one period, with the reason people will read. */
export type Extension = { due: string; reason: string };

/** When a report of this period is due for a unit: an extension only ever moves it later. */
export function dueOn(period: Pick<Period, 'due'>, extension?: Pick<Extension, 'due'>): Instant {
  const due = instantOf(period.due);
  return extension === undefined ? due : Math.max(due, instantOf(extension.due));
}

/** May the figures of this period be given now? From the first day of the period, also after it is due (then late). */
export function isOpen(period: Pick<Period, 'from'>, now: Instant): boolean {
  return now >= startOfDay(period.from);
}

/** Late: the minute that the due time names has begun to pass. Sent in that very minute is still in time. */
export function isLate(due: Instant, now: Instant): boolean {
  return now >= due + 60_000;
}

/**
 * Calendar days in Việt Nam until something is due, as people count them: 0 today, 1 tomorrow, negative once the day
 * has gone by. (At 23:00 something due tomorrow at 07:00 is "còn 1 ngày", not 0.)
 */
export function daysLeft(due: Instant, now: Instant): number {
  return daysBetween(dayOf(now), dayOf(due));
}

/** Has the period come due by the end of this day? What "đã đến kỳ" counts. */
export function isDueBy(period: Pick<Period, 'due'>, today: Day): boolean {
  return period.due.slice(0, 10) <= today;
}

/** Periods by their due time, then their first day, then their place in the plan. Figures are put together in this order. */
export function inOrder<T extends Pick<Period, 'due' | 'from'>>(periods: readonly T[]): T[] {
  return periods
    .map((period, place) => ({ period, place }))
    .sort(
      (a, b) =>
        compareText(a.period.due, b.period.due) || compareText(a.period.from, b.period.from) || a.place - b.place,
    )
    .map(({ period }) => period);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

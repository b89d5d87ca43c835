/** Days of the calendar, written `yyyy-mm-dd`. */

/** How many days a month has (`month` from 1 to 12), by the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year, month, day] = dayParts(text);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month and day of a day that `isDay` accepts. */
export function dayParts(text: string): [year: number, month: number, day: number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

/**
 * Whole months from `since` through `to`, the last day included: counted to the day after `to`; a month is full on the
 * same day of the month, or on the month's last day where it is shorter. 0 when `since` is after `to`.
 */
export function wholeMonths(since: string, to: string): number {
  const [sinceYear, sinceMonth, sinceDay] = dayParts(since);
  let [year, month, day] = dayParts(to);
  if (day < daysInMonth(year, month)) day += 1;
  else [year, month, day] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
  const months = (year - sinceYear) * 12 + (month - sinceMonth);
  return Math.max(0, day < Math.min(sinceDay, daysInMonth(year, month)) ? months - 1 : months);
}

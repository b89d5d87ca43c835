/** A day of the calendar, months from 1. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parseDay(text: string): Day {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new Error(`not a day: ${text}`);
  return { year, month, day };
}

function dayAfter({ year, month, day }: Day): Day {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** The same day so many months later, or that month's last day. */
function monthsLater(from: Day, count: number): Day {
  const index = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(from.day, daysIn(year, month)) };
}

const isLater = (a: Day, b: Day): boolean =>
  a.year !== b.year ? a.year > b.year : a.month !== b.month ? a.month > b.month : a.day > b.day;

/** Whole months from `since` through `last`, counted to the day after it (scoring.md §6). One month after the other. */
export function wholeMonths(since: string, last: string): number {
  const start = parseDay(since);
  const end = dayAfter(parseDay(last));
  let full = 0;
  while (!isLater(monthsLater(start, full + 1), end)) full += 1;
  return full;
}

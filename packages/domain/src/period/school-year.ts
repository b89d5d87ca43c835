import type { Day } from './local-time.ts';

/** A school year by its two calendar years, `2026-2027`. */
export type SchoolYear = string;

/** The school year a day belongs to; it turns on 1 August, when schools return before the opening of September. */
export function schoolYearOf(day: Day): SchoolYear {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 8 ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** First and last day of a school year as plans usually have them: 1 September to 31 August. */
export function spanOf(year: SchoolYear): { from: Day; to: Day } | undefined {
  const found = /^(\d{4})-(\d{4})$/.exec(year);
  if (!found || Number(found[2]) !== Number(found[1]) + 1) return undefined;
  return { from: `${found[1]}-09-01`, to: `${found[2]}-08-31` };
}

/**
 * What people call the year from `from` to `to`: "năm học 2026–2027" where it crosses a summer, "năm 2026" where it
 * stays in one calendar year (enterprise unions count by calendar year).
 */
export function yearName(from: Day, to: Day): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `năm ${first}` : `năm học ${first}–${last}`;
}

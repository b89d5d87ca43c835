import { type Day, type LocalMinute } from './local-time.ts';

/** Days and minutes as papers and messages write them; screens have shorter ones of their own. */

/** `2026-05-31` → `31/05/2026`. */
export function dayInWords(day: Day): string {
  return day.split('-').toReversed().join('/');
}

/** `2027-01-15T17:00` → `17:00, 15/01/2027`. */
export function localMinuteInWords(minute: LocalMinute): string {
  const [day = '', time = ''] = minute.split('T');
  return `${time}, ${dayInWords(day)}`;
}

/**
 * Place and date of an official paper (Nghị định 30/2020/NĐ-CP, annex I): `Hồng Bàng, ngày 01 tháng 02 năm 2026`. Days below
 * 10 and January and February have a leading zero, so that nobody writes a digit before them. Without a day it leaves dots
 * for whoever signs in ink; the year of a signature yet to come is not known either.
 */
export function placeAndDate(place: string, day: Day | null): string {
  if (day === null) return `${place}, ngày ….. tháng ….. năm 20…`;
  const [year = '', month = '', date = ''] = day.split('-');
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

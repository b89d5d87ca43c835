import { dayOf, daysBetween, localMinuteOf, type Day, type Instant, type LocalMinute } from '../period/local-time.ts';
import { nb } from './texts.ts';

/**
 * Days and times as people in Việt Nam read them (P4), always in Asia/Ho_Chi_Minh, on screens, papers and the command
 * line. The clock is an argument: pages take it from the server's answer, so that a phone with a wrong clock still counts
 * the right days.
 */

/** A moment: milliseconds, the ISO text of an instant (`2027-01-15T10:00:00.000Z`), or a minute of the clock on the wall. */
export type Moment = Instant | LocalMinute;

/** A day in full: `15/01/2027`. */
export function fullDay(at: Day | Moment): string {
  return dayText(at).split('-').toReversed().join('/');
}

/** A day as one says it: this year's without its year, `15/01`. */
export function shortDay(at: Day | Moment, now: Instant): string {
  return dayText(at).slice(0, 4) === dayOf(now).slice(0, 4) ? fullDay(at).slice(0, 5) : fullDay(at);
}

/** The clock: `17:00`. */
export function clock(at: Moment): string {
  return minuteText(at).slice(11);
}

/** Time before date: `10:42, 08/01`. */
export function moment(at: Moment, now: Instant): string {
  return `${clock(at)}, ${shortDay(at, now)}`;
}

/** Time before date, in full, for papers and receipts: `08:14, 28/09/2026`. */
export function fullMoment(at: Moment): string {
  return `${clock(at)}, ${fullDay(at)}`;
}

/** The same inside a sentence: `14 giờ 05 phút ngày 28/09/2026`. */
export function momentInSentence(at: Moment): string {
  const [hour, minute] = clock(at).split(':');
  return `${hour} giờ ${minute} phút ngày ${fullDay(at)}`;
}

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** The weekday's name, lower case inside a sentence: `thứ Sáu`. */
export function weekday(at: Day | Moment): string {
  return weekdays[new Date(`${dayText(at)}T00:00:00Z`).getUTCDay()] ?? '';
}

/** A deadline: with its weekday while it is within 14 days, `17:00, thứ Sáu, 15/01`, else `17:00, 15/01`. */
export function deadline(at: Moment, now: Instant): string {
  return `${clock(at)}, ${dayOfDeadline(at, now)}`;
}

/** The same without the time: `thứ Sáu, 15/01`. */
export function dayOfDeadline(at: Day | Moment, now: Instant): string {
  const away = Math.abs(daysBetween(dayOf(now), dayText(at)));
  return away <= 14 ? `${weekday(at)}, ${shortDay(at, now)}` : shortDay(at, now);
}

/** How long is left, held together: `còn 7 ngày`, `còn 2 giờ 18 phút`, `hết hạn hôm nay`, `trễ 3 ngày`. */
export function timeLeft(due: Instant, now: Instant): string {
  const days = daysBetween(dayOf(now), dayOf(due));
  const minutes = Math.floor((due - now) / 60_000);
  if (due + 60_000 <= now) return days === 0 ? join('quá', 'hạn', 'hôm', 'nay') : join('trễ', -days, 'ngày');
  if (days > 0) return join('còn', days, 'ngày');
  if (minutes < 1) return join('còn', 'dưới', 1, 'phút');
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return join('còn', rest, 'phút');
  return rest === 0 ? join('còn', hours, 'giờ') : join('còn', hours, 'giờ', rest, 'phút');
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

const join = (...words: (string | number)[]): string => words.join(nb);

/** Text longer than a local minute has seconds and a zone: an instant. */
const minuteText = (at: Day | Moment): LocalMinute =>
  typeof at === 'string' && at.length <= 16 ? at : localMinuteOf(typeof at === 'string' ? Date.parse(at) : at);

const dayText = (at: Day | Moment): Day => minuteText(at).slice(0, 10);

import { formatDecimal } from '@giaouoc/domain/numbers/format';
import { dayOf, daysBetween, localMinuteOf, type Day, type Instant } from '@giaouoc/domain/period/local-time';

/**
 * Numbers, dates and times as Vietnamese read them (P4), always in Asia/Ho_Chi_Minh. The clock is an argument: pages
 * take it from the server's answer, so that a phone with a wrong clock still counts the right days.
 */

/** No-break space: between number and unit, and inside "còn 7 ngày". */
const nb = '\u00a0';
/** What stands for a missing figure. Never 0 (S2). */
export const missing = '–';

/** Text of a decimal, or a number of the engine's; points may come as strings so that nothing is lost. */
export type Decimal = string | number;

/** What is no number is shown as it is. */
function written(value: Decimal, fewest: number, most: number): string {
  const text = typeof value === 'string' ? value : toDecimalText(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(text, fewest, most) : text;
}

/** Points in results: two decimals, `5,00`; `−0,25`; a missing one `–`. */
export function points(value: Decimal | null | undefined): string {
  return value === null || value === undefined ? missing : written(value, 2, 2);
}

/** Points of a plan's maxima: no needless decimals, `6`, `0,5`. */
export function planPoints(value: Decimal | null | undefined): string {
  return number(value, 2);
}

/** A change of points with its sign: `+0,37`, `−0,25`, `0,00`. */
export function pointsChange(value: Decimal): string {
  const text = points(value);
  return text.startsWith('−') || /^[0,]+$/.test(text) ? text : `+${text}`;
}

/** A number, grouped and with a decimal comma: `1.234,5`. At most `decimals` decimals, without trailing zeros. */
export function number(value: Decimal | null | undefined, decimals = 6): string {
  return value === null || value === undefined ? missing : written(value, 0, decimals);
}

/** A percentage of parts in a whole given as percent: `97,83 %` with a no-break space. */
export function percent(value: Decimal | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? missing : `${number(value, decimals)}${nb}%`;
}

/** A share as a percentage, `share(45, 46)` = `97,83 %`; nothing to divide by is missing. */
export function share(part: number, whole: number, decimals = 2): string {
  return whole > 0 ? percent((part * 100) / whole, decimals) : missing;
}

/** A number with its unit, held together: `10 lượt`. */
export function amount(value: Decimal | null | undefined, unit: string): string {
  return value === null || value === undefined ? missing : `${number(value)}${nb}${unit}`;
}

/** Counts of targets and tasks keep their zero: `08`. */
export function count2(value: number): string {
  return String(value).padStart(2, '0');
}

/** Bytes of a file: `412 kB`, `1,8 MB`. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${number(Math.max(1, bytes / 1000), 0)}${nb}kB`
    : `${number(bytes / 1_000_000, 1)}${nb}MB`;
}

/** A day in full: `15/01/2027`. */
export function fullDay(at: Day | Instant): string {
  const [year, month, day] = dayText(at).split('-');
  return `${day}/${month}/${year}`;
}

/** A day as one says it: this year's without its year, `15/01`. */
export function shortDay(at: Day | Instant, now: Instant): string {
  return dayText(at).slice(0, 4) === dayOf(now).slice(0, 4) ? fullDay(at).slice(0, 5) : fullDay(at);
}

/** The clock: `17:00`. */
export function clock(at: Instant): string {
  return localMinuteOf(at).slice(11);
}

/** Time before date: `10:42, 08/01`. */
export function moment(at: Instant, now: Instant): string {
  return `${clock(at)}, ${shortDay(at, now)}`;
}

/** Time before date, in full, for papers and receipts: `08:14, 28/09/2026`. */
export function fullMoment(at: Instant): string {
  return `${clock(at)}, ${fullDay(at)}`;
}

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** The weekday's name, lower case inside a sentence: `thứ Sáu`. */
export function weekday(at: Day | Instant): string {
  return weekdays[new Date(`${dayText(at)}T00:00:00Z`).getUTCDay()] ?? '';
}

/** A deadline: with its weekday while it is within 14 days, `17:00, thứ Sáu, 15/01`, else `17:00, 15/01`. */
export function deadline(at: Instant, now: Instant): string {
  return `${clock(at)}, ${dayOfDeadline(at, now)}`;
}

/** The same without the time: `thứ Sáu, 15/01`. */
export function dayOfDeadline(at: Day | Instant, now: Instant): string {
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

/** Words held together by no-break spaces, for names that must not break: `held('Vân Hải')`. */
export function held(text: string): string {
  return text.replaceAll(' ', nb);
}

/** A title whose breaks fall between words that may part: never `Học kỳ` from its `I`, nor `bản` from its `2`. */
export function tied(title: string): string {
  return title.replace(/(kỳ|[Đđ]ợt|[Qq]uý|[Bb]ản|[Ss]ố|tháng) ((?:[IVX]+|\d{1,2})(?![\p{L}\d]))/gu, `$1${nb}$2`);
}

/** The first letter as at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A figure inside a sentence: the name of a level or an answer stands in quotes, a number does not. */
export function within(figure: string): string {
  return /^\p{L}/u.test(figure) ? `“${figure}”` : figure;
}

/** What somebody wrote as a sentence among others: with a full stop at its end, unless it ends in a mark already. */
export function ended(text: string): string {
  const written = text.trim();
  return written === '' || /[.!?…:;]$/.test(written) ? written : `${written}.`;
}

const join = (...words: (string | number)[]): string => words.join(nb);

const dayText = (at: Day | Instant): Day => (typeof at === 'string' ? at : dayOf(at));

/** A float without exponent, at most 12 decimals: shows, never feeds the engine. */
function toDecimalText(value: number): string {
  if (!Number.isFinite(value)) return missing;
  const text = value.toFixed(12);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

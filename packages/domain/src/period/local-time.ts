import { isDay } from '../numbers/day.ts';

/**
 * Days and minutes as people in Việt Nam read them. Asia/Ho_Chi_Minh has kept +07:00 without summer time since 1975,
 * so a fixed offset is exact and needs no time-zone data, in the browser of an old phone as well.
 */

/** A day, `2026-05-31`, in Asia/Ho_Chi_Minh. */
export type Day = string;
/** A minute of the clock on the wall in Việt Nam, `2027-01-15T17:00`. */
export type LocalMinute = string;
/** An instant, milliseconds since 1970-01-01T00:00Z, as `Date.now()` gives it. */
export type Instant = number;

const offset = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const minuteShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** Is this text a minute `YYYY-MM-DDTHH:mm` of a day that exists? */
export function isLocalMinute(text: string): boolean {
  const found = minuteShape.exec(text);
  return found !== null && isDay(found[1]!);
}

/** The instant at which a local minute begins. The text must satisfy `isLocalMinute`. */
export function instantOf(local: LocalMinute): Instant {
  return Date.parse(`${local}:00.000Z`) - offset;
}

/** The instant at which a day begins in Việt Nam. */
export function startOfDay(day: Day): Instant {
  return Date.parse(`${day}T00:00:00.000Z`) - offset;
}

/** The day an instant belongs to in Việt Nam. */
export function dayOf(at: Instant): Day {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** The local minute an instant belongs to in Việt Nam. */
export function localMinuteOf(at: Instant): LocalMinute {
  return new Date(at + offset).toISOString().slice(0, 16);
}

/** `day` moved by whole days; negative goes back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs);
}

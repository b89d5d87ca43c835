import { z } from 'zod';
import { isDayWithinReach } from '@giaouoc/domain/period/within-reach';
import { storedText } from '@giaouoc/domain/text/normalize';

/** Neither half a character nor one that no paper can show (PostgreSQL refuses some of them). */
const printable = (text: string) => text.isWellFormed() && !/[\p{Cc}]/u.test(text);

/** One line of words as it is stored (NFC, single spaces), from `min` to `max` characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => storedText(text).replaceAll('\n', ' '))
    .pipe(z.string().min(min).max(max).refine(printable, 'not-printable'));

/** The same where nothing is an answer too: an empty line becomes null. */
export const optionalLine = (max: number) =>
  line(max, 0)
    .nullable()
    .transform((text) => text || null);

/** A day that the calendar has and somebody can mean, `2026-09-01`. */
export const day = z.string().max(10).refine(isDayWithinReach, 'day');

import { z } from 'zod';
import { isDayWithinReach } from '@giaouoc/domain/period/within-reach';
import { storedLine, storedText } from '@giaouoc/domain/text/normalize';

/**
 * The doors through which text enters: every string of an input is one of these, or has a pattern that leaves no room for
 * signs nobody sees. `text-input.test.ts` walks the router's inputs and fails on one that is not.
 */
type Door = 'reference' | 'secret' | 'document';
/** Texts that are on purpose not cleaned, and why. */
export const uncleaned = z.registry<{ door: Door }>();

/** Neither half a character nor one that no paper can show (PostgreSQL refuses some of them). */
const printable = (text: string) => text.isWellFormed() && !/[\p{Cc}]/u.test(text);

/** One line as it was typed, cleaned, at most `max` characters: numbers, names, codes, searches, read by rules of their own. */
export const typed = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform(storedLine)
    .pipe(z.string().min(min).max(max));

/** One line of words as it is stored (cleaned, single spaces), from `min` to `max` characters. */
export const line = (max: number, min = 1) => typed(max, min).refine(printable, 'not-printable');

/** The same where nothing is an answer too: an empty line becomes null. */
export const optionalLine = (max: number) =>
  line(max, 0)
    .nullable()
    .transform((text) => text || null);

/** Words of several lines, cleaned; may be empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(storedText)
    .pipe(z.string().max(max));

/** A code with the shape `pattern`, typed by a person. */
export const codeOf = (pattern: RegExp, max: number) => typed(max, 1).pipe(z.string().regex(pattern));

/** What a page sends back as it was given it, to name something stored: compared, never stored, so never changed. */
export const reference = (max: number, min = 0) =>
  z.string().min(min).max(max).register(uncleaned, { door: 'reference' });

/** A password: hashed as it is but for its normal form (see `normalizedSecret`); a space in it is part of it. */
export const secret = (max = 200, min = 0) => z.string().min(min).max(max).register(uncleaned, { door: 'secret' });

/** A day that the calendar has and somebody can mean, `2026-09-01`. */
export const day = typed(10).refine(isDayWithinReach, 'day');

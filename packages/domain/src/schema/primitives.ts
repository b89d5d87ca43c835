import { z } from 'zod';
import { isDay } from '../numbers/day.ts';

/** A number as the year file writes it, with nothing but digits before and after one point. */
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$/;
const NOT_NEGATIVE = /^(?:[0-9]|-0(?:\.0+)?$)/;
const POSITIVE = /^[0-9.]*[1-9]/;
const SHARE = /^-?0(?:\.0+)?$|^0\.[0-9]+$|^1(?:\.0+)?$/;

// The text given to each check is the code of the fault (see messages.ts), not a sentence.
const text = (code: string) => z.string({ error: code });

/** Any number, `"-2"`, `"97.5"`. */
export const number = text('number').regex(NUMBER, 'number');
/** A number of at least 0. */
export const notNegative = text('number').regex(NUMBER, 'number').regex(NOT_NEGATIVE, 'negative');
/** A number above 0. */
export const positive = text('number').regex(NUMBER, 'number').regex(POSITIVE, 'not-positive');
/** A number from 0 to 1. */
export const share = text('number').regex(NUMBER, 'number').regex(SHARE, 'not-share');
/** A count of things: a JSON integer from 0 to 999999999. */
export const count = z.number({ error: 'count' }).int('count').min(0, 'count').max(999_999_999, 'count');
/** Text that may be empty. */
export const words = text('text');
/** A code or a reason: text that is not empty and can be written as UTF-8. */
export const code = text('text')
  .min(1, 'empty')
  .refine((value) => value.isWellFormed(), 'not-unicode');
/** A day that the calendar has, `"2024-02-29"`. */
export const day = text('day').refine(isDay, 'day');
/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: 'one-of' });
/** A list with at least one entry. */
export const some = <T extends z.ZodType>(entry: T) => z.array(entry, { error: 'list' }).min(1, 'empty-list');
/** A list that may be empty. */
export const list = <T extends z.ZodType>(entry: T) => z.array(entry, { error: 'list' });
/** An object with exactly these keys. */
export const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape, { error: 'object' });
/** `true` or `false`. */
export const bool = z.boolean({ error: 'boolean' });
/** One number, or one for each block. */
export const byBlock = z.union([notNegative, z.record(z.string(), notNegative, { error: 'number' })], {
  error: 'number',
});
/** Counts of things by code. */
export const counts = z.record(z.string(), count, { error: 'object' });

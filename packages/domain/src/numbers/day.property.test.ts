import fc from 'fast-check';
import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { wholeMonths as slowly } from '../../testing/slow-evaluator/months.ts';
import { daysInMonth, wholeMonths } from './day.ts';

/** Days on which months end, begin or are odd, often; centuries that are leap years and that are not. */
const days = fc
  .record({
    year: fc.constantFrom(1899, 1900, 1904, 1999, 2000, 2019, 2020, 2023, 2024, 2025, 2100),
    month: fc.constantFrom(2, 1, 3, 2, 4, 8, 12),
    fromEnd: fc.constantFrom(0, 1, 2, 3, 27, 15),
  })
  .map(({ year, month, fromEnd }) => {
    // The number of days is the calendar's, not ours.
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const two = (number: number) => String(number).padStart(2, '0');
    return { text: `${String(year)}-${two(month)}-${two(Math.max(1, last - fromEnd))}`, year, month, last };
  });

property('whole months are those counted one month after the other', 4000, fc.tuple(days, days), ([since, to]) => {
  expect(daysInMonth(since.year, since.month)).toBe(since.last);
  expect(wholeMonths(since.text, to.text)).toBe(slowly(since.text, to.text));
});

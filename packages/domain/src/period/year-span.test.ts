import { expect, it } from 'vitest';
import { checkYearSpan } from './year-span.ts';

it.each([
  ['2026-09-01', '2027-08-31', 'ok'],
  ['2026-01-01', '2026-12-31', 'ok'],
  ['2026-09-01', '2026-09-02', 'ok'],
  ['2026-09-01', '2026-09-01', 'year-ends-first'],
  ['2027-09-01', '2026-09-01', 'year-ends-first'],
  // Two years to the day, and one day more; also where February is short.
  ['2026-09-01', '2028-08-31', 'ok'],
  ['2026-09-01', '2028-09-01', 'year-too-long'],
  ['2024-02-29', '2026-02-27', 'ok'],
  ['2024-02-29', '2026-03-01', 'year-too-long'],
  ['2026-09-01', '2062-08-31', 'year-too-long'],
  ['2000-01-01', '2000-12-31', 'ok'],
  ['1999-12-31', '2000-12-31', 'year-out-of-reach'],
  ['2100-01-01', '2100-12-31', 'ok'],
  ['2100-09-01', '2101-01-01', 'year-out-of-reach'],
  ['0226-09-01', '2027-08-31', 'year-out-of-reach'],
])('a year from %s to %s: %s', (from, to, said) => {
  const checked = checkYearSpan(from, to);
  expect(checked.ok ? 'ok' : checked.code).toBe(said);
});

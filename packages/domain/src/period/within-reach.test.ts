import { expect, it } from 'vitest';
import { isBeyondReach, isDayWithinReach, latestDue } from './within-reach.ts';

it.each([
  ['1929-07-28', true],
  ['1929-07-27', false],
  ['2026-09-01', true],
  ['2099-12-31', true],
  ['2100-01-01', false],
  ['9999-12-31', false],
  ['0001-01-01', false],
  ['2027-02-29', false],
  ['01/09/2026', false],
])('%s can be meant: %s', (day, can) => {
  expect(isDayWithinReach(day)).toBe(can);
});

it('a deadline moves by a year at most, leap years included', () => {
  expect(latestDue('2027-01-15T17:00')).toBe('2028-01-16T23:59');
  expect(isBeyondReach('2028-01-16T23:59', '2027-01-15T17:00')).toBe(false);
  expect(isBeyondReach('2028-01-17T00:00', '2027-01-15T17:00')).toBe(true);
  expect(isBeyondReach('9999-12-31T23:59', '2027-01-15T17:00')).toBe(true);
});

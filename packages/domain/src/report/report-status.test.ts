import { expect, test } from 'vitest';
import { mayReport, statusOfSent } from './report-status.ts';

test('a sent report is settled as soon as nobody owes an answer', () => {
  expect(statusOfSent(['accepted', 'adjusted', 'empty'])).toBe('settled');
  expect(statusOfSent(['accepted', 'submitted'])).toBe('submitted');
  expect(statusOfSent(['accepted', 'returned'])).toBe('submitted');
  expect(mayReport('settled', 'withdraw')).toBe(false);
});

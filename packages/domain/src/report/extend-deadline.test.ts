import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { code, now } from '../../testing/reporting.ts';
import { extendDeadline } from './extend-deadline.ts';

describe('more time for one unit', () => {
  const period = { due: '2027-01-15T17:00' };
  test.each([
    ['2027-01-20T17:00', 'Bão số 9', undefined, 'ok'],
    ['2027-01-20T17:00', '  ', undefined, 'reason-needed'],
    ['2027-01-15T17:00', 'Bão', undefined, 'deadline-not-later'],
    ['2027-01-18T17:00', 'Bão', { due: '2027-01-20T17:00' }, 'deadline-not-later'],
    ['20/01/2027', 'Bão', undefined, 'day-unreadable'],
    ['9999-12-31T17:00', 'Bão', undefined, 'day-out-of-reach'],
    ['2028-02-01T17:00', 'Bão', { due: '2028-01-01T17:00' }, 'day-out-of-reach'],
  ])('until %s because of “%s”: %#', (due, reason, current, expected) => {
    expect(code(extendDeadline(period, current, due, reason, now))).toBe(expected);
  });
  it('not until a moment that has gone by', () => {
    expect(code(extendDeadline(period, undefined, '2027-01-16T17:00', 'Bão', instantOf('2027-01-17T00:00')))).toBe(
      'due-in-the-past',
    );
  });
});

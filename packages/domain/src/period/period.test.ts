import { describe, expect, it, test } from 'vitest';
import { addDays, dayOf, daysBetween, instantOf, isLocalMinute, localMinuteOf, startOfDay } from './local-time.ts';
import { daysLeft, dueOn, inOrder, isDueBy, isLate, isOpen } from './period.ts';
import { schoolYearOf, spanOf, yearName } from './school-year.ts';

const at = (text: string) => Date.parse(text);

test.each([
  ['2027-01-15T17:00', true],
  ['2027-01-15T24:00', false],
  ['2027-01-15T17:60', false],
  ['2027-02-30T10:00', false],
  ['2027-01-15 17:00', false],
  ['2027-01-15T17:00Z', false],
])('isLocalMinute(%s) is %s', (text, expected) => expect(isLocalMinute(text)).toBe(expected));

describe('Asia/Ho_Chi_Minh is seven hours ahead, all year', () => {
  it('17:00 in Hà Nội is 10:00 UTC in winter and in summer', () => {
    expect(instantOf('2027-01-15T17:00')).toBe(at('2027-01-15T10:00:00Z'));
    expect(instantOf('2027-07-15T17:00')).toBe(at('2027-07-15T10:00:00Z'));
  });
  it('a day begins while it is still yesterday in Greenwich', () => {
    expect(dayOf(at('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
    expect(dayOf(at('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(startOfDay('2027-01-01')).toBe(at('2026-12-31T17:00:00Z'));
    expect(localMinuteOf(at('2026-12-31T17:05:00Z'))).toBe('2027-01-01T00:05');
  });
  it('counts days over the turn of the year and a leap day', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61);
    expect(daysBetween('2024-03-01', '2023-12-31')).toBe(-61);
  });
});

describe('due', () => {
  const period = { from: '2026-09-01', due: '2027-01-15T17:00' };
  it('an extension moves the due time later, never earlier', () => {
    expect(dueOn(period)).toBe(instantOf('2027-01-15T17:00'));
    expect(dueOn(period, { due: '2027-01-20T17:00' })).toBe(instantOf('2027-01-20T17:00'));
    expect(dueOn(period, { due: '2027-01-10T17:00' })).toBe(instantOf('2027-01-15T17:00'));
  });
  it('the minute it names still counts as in time', () => {
    const due = dueOn(period);
    expect(isLate(due, due + 59_999)).toBe(false);
    expect(isLate(due, due + 60_000)).toBe(true);
  });
  it('opens with the first day in Việt Nam', () => {
    expect(isOpen(period, at('2026-08-31T16:59:59Z'))).toBe(false);
    expect(isOpen(period, at('2026-08-31T17:00:00Z'))).toBe(true);
  });
  it('says days as people count them', () => {
    const due = dueOn(period);
    expect(daysLeft(due, instantOf('2027-01-08T10:42'))).toBe(7);
    expect(daysLeft(due, instantOf('2027-01-15T23:59'))).toBe(0);
    expect(daysLeft(due, instantOf('2027-01-16T00:00'))).toBe(-1);
    expect(daysLeft(instantOf('2027-01-16T07:00'), instantOf('2027-01-15T23:00'))).toBe(1);
  });
  it('has come due on its day', () => {
    expect(isDueBy(period, '2027-01-14')).toBe(false);
    expect(isDueBy(period, '2027-01-15')).toBe(true);
  });
  it('orders periods by due time, then first day, then place in the plan', () => {
    const order = inOrder([
      { code: 'year', from: '2026-09-01', due: '2027-06-10T17:00' },
      { code: 'k2', from: '2027-01-16', due: '2027-06-10T17:00' },
      { code: 'k1', from: '2026-09-01', due: '2027-01-15T17:00' },
      { code: 'k2b', from: '2027-01-16', due: '2027-06-10T17:00' },
    ] as { code: string; from: string; due: string }[]);
    expect(order.map((p) => p.code)).toEqual(['k1', 'year', 'k2', 'k2b']);
  });
});

test.each([
  ['2026-09-01', '2026-2027'],
  ['2027-07-31', '2026-2027'],
  ['2027-08-01', '2027-2028'],
  ['2027-01-01', '2026-2027'],
])('%s is in the school year %s', (day, year) => expect(schoolYearOf(day)).toBe(year));

test('a school year spans September to August, and nonsense spans nothing', () => {
  expect(spanOf('2026-2027')).toEqual({ from: '2026-09-01', to: '2027-08-31' });
  expect(spanOf('2026-2028')).toBeUndefined();
  expect(yearName('2026-09-01', '2027-08-31')).toBe('năm học 2026–2027');
  expect(yearName('2026-01-01', '2026-12-31')).toBe('năm 2026');
});

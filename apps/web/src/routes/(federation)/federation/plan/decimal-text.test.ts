import { expect, it } from 'vitest';
import { shown, typed } from './decimal-text.ts';

it.each([
  ['95', '95', false],
  ['97.50', '97,5', false],
  ['0.5', '50', true],
  ['0.333333', '33,3333', true],
  ['', '', false],
  ['sáu', 'sáu', false],
])('%s is shown as %s', (value, text, percent) => {
  expect(shown(value, percent)).toBe(text);
});

it.each([
  ['95', '95', false],
  ['97,5', '97.5', false],
  [' 1.234,5 ', '1234.5', false],
  ['50', '0.5', true],
  ['12,5', '0.125', true],
  ['', '', false],
  ['sáu', 'sáu', false],
])('%s is read as %s', (text, value, percent) => {
  expect(typed(text, percent)).toEqual({ kind: 'value', value });
});

it.each([
  ['20,5 đ', '20.5', ''],
  ['20,5đ', '20.5', ''],
  ['20,5 đ.', '20.5', ''],
  ['20 ĐIỂM', '20', ''],
  ['95 %', '95', ''],
  ['8 lượt', '8', 'lượt'],
  ['8 lượt', '8 lượt', 'người'],
  ['đ', 'đ', ''],
])('%s is read as %s', (text, value, unit) => {
  expect(typed(text, false, unit)).toEqual({ kind: 'value', value });
});

it('asks when a number can be read in two ways', () => {
  expect(typed('1.234')).toEqual({ kind: 'ambiguous', values: ['1234', '1.234'] });
});

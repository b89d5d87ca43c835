import { expect, test } from 'vitest';
import { listedUnits } from '../rules/phrases.ts';
import { listed } from '../words/texts.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a và b'],
  [['a', 'b', 'c', 'd'], 'a, b, c và d'],
])('%j', (units, words) => {
  expect(listed(units)).toBe(words);
  expect(listedUnits(units)).toBe(words);
});

test('many units are counted, not named', () => {
  expect(listedUnits(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c và 2 đơn vị khác');
});

import { expect, test } from 'vitest';
import { validCases } from '../conformance-cases.ts';
import { digestOfUnits, evaluate, type SlowResults, type SlowYear } from './index.ts';

test('there are cases to check', () => {
  expect(validCases().length).toBeGreaterThanOrEqual(60);
});

test.each(validCases().map((one) => [one.name, one] as const))('%s: by the slow evaluator', (_name, one) => {
  expect(evaluate(JSON.parse(one.text) as SlowYear).results).toEqual(one.expected);
});

test.each(validCases().map((one) => [one.name, one] as const))('%s: the digest is that of its units', (_name, one) => {
  const expected = one.expected as SlowResults;
  expect(digestOfUnits(expected.units)).toBe(expected.digest);
});

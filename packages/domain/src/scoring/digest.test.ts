import { expect, test } from 'vitest';
import { canonicalJson } from '../hash/canonical.ts';
import { validCases } from '../../testing/conformance-cases.ts';
import type { YearFile } from '../year-file/index.ts';
import { digestOf, scoreYear } from './index.ts';
import { unitText } from './unit-text.ts';

test.each(validCases())('the quick text of a unit is the canonical one: $name', ({ text }) => {
  const results = scoreYear(JSON.parse(text) as YearFile);
  for (const unit of results.units) expect(unitText(unit)).toBe(canonicalJson(unit));
  expect(results.digest).toBe(digestOf(results.units));
});

test('the digest of no units is that of []', () => {
  // printf '[]' | sha256sum
  expect(digestOf([])).toBe('sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945');
});

test('without the digest it is empty and nothing else changes', () => {
  const year = JSON.parse(validCases()[0]!.text) as YearFile;
  expect(scoreYear(year, { digest: false })).toEqual({ ...scoreYear(year), digest: '' });
});

import { describe, expect, test } from 'vitest';
import { invalidCases, validCases } from '../../testing/conformance-cases.ts';
import { parseYearText } from '../year-check/index.ts';
import { scoreYear } from './index.ts';

describe('valid year files give the expected results', () => {
  test.each(validCases())('$name', ({ text, expected }) => {
    const parsed = parseYearText(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    expect(scoreYear(parsed.year)).toEqual(expected);
  });
});

describe('invalid year files report all expected places with a sentence', () => {
  test.each(invalidCases())('$name', ({ text, expected }) => {
    const parsed = parseYearText(text);
    if (parsed.ok) throw new Error('no fault was found');
    expect(parsed.faults.map((fault) => fault.pointer)).toEqual(expect.arrayContaining(expected as string[]));
    for (const { message } of parsed.faults) expect(message).toMatch(/^[“A-ZĐÀ-Ỹ].{15,}[.)]$/u);
  });
});

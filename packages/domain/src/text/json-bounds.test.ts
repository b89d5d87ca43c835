import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonExcess } from './json-bounds.ts';

/** The same by reading the JSON: depth of lists and objects, and how many values there are. */
function measured(value: unknown): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, values: 1 };
  const inner = Object.values(value).map(measured);
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    values: 1 + inner.reduce((sum, { values }) => sum + values, 0),
  };
}

describe('A5: JSON is bounded before it is read', () => {
  it.each([
    ['[[1]]', 2, 'too-deep', 1],
    ['{"a":{"b":[]}}', 3, 'too-deep', 2],
    ['"[[[[[["', 0, null, 0],
    ['["[[\\"[[",1]', 1, null, 1],
    ['["\\\\",[1]]', 2, 'too-deep', 1],
    ['{"a":"never ends', 1, null, 1],
    ['', 0, null, 0],
  ])('%s nests %i deep', (text, depth, less, below) => {
    expect(jsonExcess(text, { deepest: depth, most: 100 })).toBe(null);
    expect(jsonExcess(text, { deepest: below, most: 100 })).toBe(less);
  });

  it('lets through exactly what reading it would find within the bounds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        const { depth, values } = measured(JSON.parse(text));
        // Empty lists and a value beside a bracket may be counted once more than they are.
        expect(jsonExcess(text, { deepest: depth, most: values * 2 })).toBe(null);
        if (depth > 0) expect(jsonExcess(text, { deepest: depth - 1, most: values * 2 })).toBe('too-deep');
        if (values > 1) expect(jsonExcess(text, { deepest: depth, most: Math.floor(values / 2) })).toBe('too-many');
      }),
    );
  });

  it('stops reading where the bound is passed, however much follows', () => {
    const text = '['.repeat(2_000_000) + ']'.repeat(2_000_000);
    let read = 0;
    const counted = {
      length: text.length,
      charCodeAt(at: number) {
        read += 1;
        return text.charCodeAt(at);
      },
    } as unknown as string;
    expect(jsonExcess(counted, { deepest: 64, most: 100_000 })).toBe('too-deep');
    expect(read).toBe(65);
  });
});

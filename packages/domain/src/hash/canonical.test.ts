import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Json, canonicalJson, hashOf, shortHash } from './canonical.ts';

describe('RFC 8785', () => {
  it('writes the example of section 3.2.2', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as Json;
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  it('sorts keys by UTF-16 code units, the example of section 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((m) => Number(m[1]))).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });
  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson('\ud83d')).toThrow(TypeError);
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
  });
});

test('a hash is that of the canonical text', () => {
  // printf '{"a":1,"b":"\u1ed9"}' | sha256sum
  expect(hashOf({ b: '\u1ed9', a: 1 })).toBe('sha256:3ad55ee3a9715c72ded9731d0e8a02c5815d5c2f06f211077d9c25cdbe38bcbe');
  expect(shortHash('sha256:7b1f40c29ae5d83600112233')).toBe('7b1f 40c2 9ae5 d836');
});

test('the canonical text reads back as the same value, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value as Json))).toBe(text);
    }),
  );
});

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Json) => reversed(item));
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member as Json)]),
  );
}

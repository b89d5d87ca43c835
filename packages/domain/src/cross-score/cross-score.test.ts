import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossScoreCases } from '../../testing/proof-cases.ts';
import { property } from '../../testing/property.ts';
import { compareDecimals, printScaled } from '../numbers/decimal.ts';
import { crossScore, parseCrossCase, parseCrossCaseText, type CrossCase } from './index.ts';

describe('the cases of the second implementation', () => {
  test.each(crossScoreCases())('$name', ({ case: given, result, faults }) => {
    const parsed = parseCrossCase(given);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.pointer)).toEqual(faults);
    expect(parsed.ok ? crossScore(parsed.value) : null).toEqual(result);
  });
});

describe('what is refused', () => {
  const rule = { take: 'mean', places: 2, spread: '1' };
  test.each<[string, unknown, string[]]>([
    ['nothing', null, [' object']],
    ['no keys', {}, ['/points missing-key', '/rule missing-key']],
    ['no points', { rule, points: [] }, ['/points empty-list']],
    ['21 points', { rule, points: Array.from({ length: 21 }, () => '1') }, ['/points cross-many']],
    ['20 points', { rule, points: Array.from({ length: 20 }, () => '1') }, []],
    ['a JSON number', { rule, points: ['1', 2] }, ['/points/1 number']],
    ['seven decimals', { rule, points: ['1.0000001'] }, ['/points/0 number']],
    ['five places', { rule: { take: 'mean', places: 5 }, points: ['1'] }, ['/rule/places places']],
    ['another take', { rule: { take: 'mode', places: 0 }, points: ['1'] }, ['/rule/take one-of']],
    ['a spread below zero', { rule: { ...rule, spread: '-1' }, points: ['1'] }, ['/rule/spread negative']],
    ['unknown keys', { rule: { ...rule, x: 1 }, points: ['1'], y: 2 }, ['/rule/x unknown-key', '/y unknown-key']],
    ['a third at exactly the spread', { rule, points: ['1', '2'], third: '1' }, ['/third cross-third']],
    ['a third just above it', { rule, points: ['1', '2.000001'], third: '1' }, []],
    ['a third that is no number', { rule, points: ['1'], third: 1 }, ['/third number']],
    [
      'a third without a spread, beside another fault',
      { rule: { take: 'mean' }, points: [1], third: '1' },
      ['/points/0 number', '/rule/places missing-key', '/third cross-third'],
    ],
  ])('%s', (_name, given, faults) => {
    const parsed = parseCrossCase(given);
    expect(parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(faults);
  });

  test('text that is no JSON', () => {
    expect(parseCrossCaseText('{"rule":')).toMatchObject({ ok: false, faults: [{ pointer: '', code: 'not-json' }] });
  });

  test('a third that was not needed is never counted', () => {
    expect(() => crossScore({ rule: { take: 'mean', places: 0 }, points: ['1'], third: '2' })).toThrow(RangeError);
  });
});

test.each([
  [['0.125'], 2, '0.13'],
  [['-0.125'], 2, '-0.13'],
  [['-0.004'], 2, '0.00'],
  [['1', '2'], 0, '2'],
  [['-1', '-2'], 0, '-2'],
  [['999999999999999.999999', '999999999999999.999999'], 4, '1000000000000000.0000'],
])('%j to %i places: %s', (points, places, expected) => {
  expect(crossScore({ rule: { take: 'mean', places }, points }).points).toBe(expected);
});

const decimal = fc.oneof(
  fc.bigInt({ min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n }).map((size) => printScaled(size, 6)),
  fc.integer({ min: -400, max: 4000 }).map((size) => printScaled(size, 2)),
  fc.constantFrom('0', '-0', '5', '2.5', '-1.5'),
);
const rule = fc.record(
  {
    take: fc.constantFrom('median' as const, 'mean' as const),
    spread: fc.oneof(
      fc.integer({ min: 0, max: 3000 }).map((size) => printScaled(size, 2)),
      fc.constant('0'),
    ),
    places: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['take', 'places'] },
);
const someCase = fc
  .record({ rule, points: fc.array(decimal, { minLength: 1, maxLength: 20 }), third: decimal })
  .map(({ third, ...given }): CrossCase => (slowly(given).needsThird ? { ...given, third } : given));
const shuffledToo = someCase.chain((given) =>
  fc.record({
    given: fc.constant(given),
    points: fc.shuffledSubarray(given.points, { minLength: given.points.length }),
  }),
);

interface Fraction {
  num: bigint;
  den: bigint;
}

/** Rounds by counting how often the unit of the last place goes into the size, one digit of a long division at a time. */
function slowRound({ num, den }: Fraction, places: number): string {
  const negative = num < 0n;
  let rest = negative ? -num : num;
  let digits = String(rest / den);
  rest %= den;
  for (let place = 0; place < places; place += 1) {
    rest *= 10n;
    digits += String(rest / den);
    rest %= den;
  }
  const whole = (BigInt(digits) + (rest * 2n >= den ? 1n : 0n)).toString().padStart(places + 1, '0');
  const text = places === 0 ? whole : `${whole.slice(0, -places)}.${whole.slice(-places)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

const slowNumber = (text: string): bigint => {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  return text.startsWith('-') ? -size : size;
};

/** The text of section 2 done again with fractions over 10⁶, sorting by picking the smallest. */
function slowly({ rule: { take, spread, places }, points, third }: CrossCase) {
  const sorted = (list: bigint[]): bigint[] => {
    const left = [...list];
    const done: bigint[] = [];
    while (left.length > 0) {
      const least = left.reduce((a, b) => (b < a ? b : a));
      done.push(...left.splice(left.indexOf(least), 1));
    }
    return done;
  };
  const own = sorted(points.map(slowNumber));
  const width = own.at(-1)! - own[0]!;
  const needsThird = spread !== undefined && width > slowNumber(spread);
  const shown = slowRound({ num: width, den: 1_000_000n }, places);
  if (needsThird && third === undefined) return { spread: shown, needsThird, points: null };
  const all = third === undefined ? own : sorted([...own, slowNumber(third)]);
  const half = all.length / 2;
  const middle = Number.isInteger(half) ? [all[half - 1]!, all[half]!] : [all[Math.floor(half)]!];
  const taken = needsThird || take === 'median' ? middle : all;
  const sum = taken.reduce((a, b) => a + b);
  return {
    spread: shown,
    needsThird,
    points: slowRound({ num: sum, den: BigInt(taken.length) * 1_000_000n }, places),
  };
}

property('the slow way gives the same', 1000, someCase, (given) => {
  expect(crossScore(given)).toEqual(slowly(given));
  expect(parseCrossCase(given)).toMatchObject({ ok: true });
});

property('points lie between the lowest and the highest, whatever order they came in', 500, shuffledToo, (both) => {
  const { given, points } = both;
  const score = crossScore(given);
  expect(crossScore({ ...given, points })).toEqual(score);
  const all = [...given.points, ...(given.third === undefined ? [] : [given.third])].toSorted(compareDecimals);
  const { places } = given.rule;
  const rounded = (text: string) => slowNumber(slowRound({ num: slowNumber(text), den: 1_000_000n }, places));
  expect(slowNumber(score.points!)).toBeGreaterThanOrEqual(rounded(all[0]!));
  expect(slowNumber(score.points!)).toBeLessThanOrEqual(rounded(all.at(-1)!));
});

import fc from 'fast-check';
import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  drawKey,
  makeDraw,
  parseDraw,
  verifyDraw,
  type Contribution,
  type CrossContext,
  type CrossResult,
  type DrawContext,
  type SampleResult,
  type TieResult,
} from './index.ts';

const about = { federation: 'f', year: '2026-2027', title: 'Bốc thăm' };
const code = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex);
const contributions: fc.Arbitrary<Contribution[]> = fc.array(
  fc.record({ by: code, text: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
  { maxLength: 4 },
);
const units = fc.uniqueArray(code, { minLength: 2, maxLength: 24 });

const cross: fc.Arbitrary<CrossContext> = units.chain((list) => {
  const one = fc.constantFrom(...list);
  return fc.record({
    kind: fc.constant('cross' as const),
    federation: fc.constant(about.federation),
    year: fc.constant(about.year),
    title: fc.constant(about.title),
    units: fc.constant(list),
    scorers: fc.integer({ min: 1, max: list.length - 1 }),
    avoid: fc.array(
      fc.tuple(one, one).filter(([scorer, unit]) => scorer !== unit),
      { maxLength: 60 },
    ),
  });
});
const pairs = cross.map((context): CrossContext => ({ ...context, scorers: 1, shape: 'pairs' }));
const tie = units.map((list): DrawContext => ({ kind: 'tie', ...about, units: list }));
const sample = fc
  .uniqueArray(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 1, maxLength: 40 })
  .chain((items) =>
    fc.integer({ min: 1, max: items.length }).map((size) => ({ kind: 'sample' as const, ...about, items, size })),
  );
const given = (context: fc.Arbitrary<DrawContext>) => fc.record({ context, contributions, seed });

const pairKey = (scorer: string, unit: string): string => JSON.stringify([scorer, unit]);

function checkAssignments(context: CrossContext, { assignments, repeated }: CrossResult): Set<string> {
  const all = new Set(assignments.map(({ scorer, unit }) => pairKey(scorer, unit)));
  expect(all.size).toBe(context.units.length * context.scorers);
  expect(assignments).toHaveLength(all.size);
  for (const unit of context.units) {
    expect(assignments.filter((one) => one.scorer === unit)).toHaveLength(context.scorers);
    expect(assignments.filter((one) => one.unit === unit)).toHaveLength(context.scorers);
    expect(all.has(pairKey(unit, unit))).toBe(false);
  }
  const avoided = new Set((context.avoid ?? []).map(([scorer, unit]) => pairKey(scorer!, unit!)));
  expect([...all].filter((pair) => avoided.has(pair))).toHaveLength(repeated);
  return all;
}

property(
  'every unit gets k scorers, scores k, and never itself; in a ring of more than 2k no two score each other',
  200,
  given(cross),
  (draw) => {
    const context = draw.context as CrossContext;
    const result = makeDraw(draw).result as CrossResult;
    const all = checkAssignments(context, result);
    if (context.units.length > 2 * context.scorers)
      expect(result.assignments.filter(({ scorer, unit }) => all.has(pairKey(unit, scorer)))).toEqual([]);
  },
);

property('in pairs two score each other, but for the last three of an odd number', 200, given(pairs), (draw) => {
  const context = draw.context as CrossContext;
  const result = makeDraw(draw).result as CrossResult;
  const all = checkAssignments(context, result);
  const mutual = result.assignments.filter(({ scorer, unit }) => all.has(pairKey(unit, scorer)));
  expect(mutual).toHaveLength(context.units.length - (context.units.length % 2 === 0 ? 0 : 3));
});

property('lots are the places from 1 on', 100, given(tie), (draw) => {
  const { lots } = makeDraw(draw).result as TieResult;
  const places = Object.values(lots).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_, index) => index + 1));
  expect(new Set(Object.keys(lots))).toEqual(new Set((draw.context as { units: string[] }).units));
});

property('a sample has as many different items as were asked for, all from the list', 200, given(sample), (draw) => {
  const context = draw.context as { items: string[]; size: number };
  const { chosen } = makeDraw(draw).result as SampleResult;
  expect(new Set(chosen).size).toBe(context.size);
  expect(chosen).toHaveLength(context.size);
  for (const item of chosen) expect(context.items).toContain(item);
});

const shuffledContext = fc.oneof(cross, pairs, tie, sample).chain((context) =>
  fc
    .record({
      units: 'units' in context ? fc.shuffledSubarray(context.units, full(context.units)) : fc.constant([]),
      items: 'items' in context ? fc.shuffledSubarray(context.items, full(context.items)) : fc.constant([]),
      avoid: 'avoid' in context ? fc.shuffledSubarray(context.avoid!, full(context.avoid!)) : fc.constant([]),
    })
    .map((lists) => {
      const other = { ...context } as Record<string, unknown>;
      for (const [key, list] of Object.entries(lists)) if (key in context) other[key] = list;
      return { context, other: other as unknown as DrawContext };
    }),
);
function full(list: readonly unknown[]): { minLength: number } {
  return { minLength: list.length };
}

property(
  'the order of the lists does not matter, and what is made holds',
  200,
  fc.record({ contexts: shuffledContext, contributions, seed }),
  ({ contexts, ...rest }) => {
    const one = makeDraw({ context: contexts.context, ...rest });
    expect(makeDraw({ context: contexts.other, ...rest }).result).toEqual(one.result);
    const parsed = parseDraw(JSON.parse(JSON.stringify(one)));
    expect(parsed.ok ? verifyDraw(parsed.value) : parsed.faults).toBeNull();
  },
);

property(
  'another contribution, one more, or another order of two gives another key',
  300,
  fc.record({ contributions: contributions.filter((list) => list.length > 0), seed, at: fc.nat(), more: fc.string() }),
  ({ contributions: list, seed: hex, at, more }) => {
    const key = bytesToHex(drawKey(list, hex));
    const index = at % list.length;
    const changed = list.with(index, { by: list[index]!.by, text: `${list[index]!.text}x` });
    expect(bytesToHex(drawKey(changed, hex))).not.toBe(key);
    expect(bytesToHex(drawKey([...list, { by: 'x', text: more }], hex))).not.toBe(key);
    const reversed = list.toReversed();
    expect(bytesToHex(drawKey(reversed, hex)) === key).toBe(JSON.stringify(reversed) === JSON.stringify(list));
  },
);

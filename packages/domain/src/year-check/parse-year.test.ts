import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validCases } from '../../testing/conformance-cases.ts';
import { figureSchema } from '../year-file/year.schema.ts';
import { isPlainFigure } from '../year-file/plain-figure.ts';
import type { YearFile } from '../year-file/index.ts';
import { parseYear, parseYearText } from './index.ts';

const year = (): YearFile => JSON.parse(validCases().find(({ name }) => name.startsWith('34-'))!.text) as YearFile;
const places = (json: unknown) => {
  const parsed = parseYear(json);
  return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('texts that are no year', () => {
  test.each(['', '{', 'null', '[]', '"x"', '1e999', '{"a":', '\u0000', 'undefined', "{'format':1}"])('%j', (text) => {
    const parsed = parseYearText(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.message.length > 10)).not.toContain(false);
  });
  test('a million brackets', () => {
    expect(parseYearText('['.repeat(1_000_000))).toMatchObject({
      ok: false,
      faults: [{ pointer: '', code: 'not-json' }],
    });
    expect(parseYearText('['.repeat(100_000) + ']'.repeat(100_000)).ok).toBe(false);
  });
  test('a byte order mark is overlooked', () => {
    expect(parseYearText(`\ufeff${JSON.stringify(year())}`).ok).toBe(true);
  });
});

describe('deep plans', () => {
  const nested = (depth: number) => {
    const plan = year().plan;
    let when: unknown = { total: { ge: '1' } };
    for (let i = 0; i < depth; i += 1) when = { not: when };
    return { ...year(), plan: { ...plan, gates: [{ ...plan.gates![0]!, when }] } };
  };
  test('a hundred deep is read', () => expect(places(nested(100))).toEqual([]));
  test('a hundred thousand deep is a fault, not a crash', () =>
    expect(places(nested(100_000))).toEqual(['/plan too-deep']));
});

test('a key given twice: the last counts', () => {
  const text = JSON.stringify(year()).replace('"title":', '"title":5,"title":');
  expect(parseYearText(text).ok).toBe(true);
});

test('codes that cannot be written as UTF-8', () => {
  const broken = year();
  broken.units[0]!.name = '\ud800';
  broken.units[0]!.block = '\ud800';
  expect(places(broken)).toContain('/units/0/block not-unicode');
});

test('names that every object inherits are codes like others', () => {
  const given = year();
  const [figure] = given.figures;
  expect(places({ ...given, figures: [{ ...figure, unit: 'constructor' }] })).toEqual(['/figures/0/unit unknown-unit']);
  expect(places({ ...given, lots: JSON.parse('{"__proto__": 1, "toString": 2}') as unknown })).toEqual([
    '/lots/__proto__ unknown-unit',
    '/lots/toString unknown-unit',
  ]);
});

test('more faults than anyone reads are counted', () => {
  const figures = Array.from({ length: 12_000 }, () => ({ unit: '?', line: '?', value: '1' }));
  const parsed = parseYear({ ...year(), figures });
  expect(parsed.ok ? 0 : parsed.faults.length).toBe(10_001);
  expect(parsed.ok ? '' : parsed.faults.at(-1)!.message).toContain('14000');
});

test('the quick look at a figure says yes only to what the schema accepts', () => {
  const key = fc.constantFrom(
    'unit',
    'line',
    'value',
    'part',
    'whole',
    'yes',
    'levels',
    'items',
    'faults',
    'points',
    'notApplicable',
    'x',
  );
  const value = fc.oneof(
    fc.constantFrom('1', '-0', '01', '1.5', '1.1234567', '', 'a', '\ud800', true, false, null, 0, 1, 1.5, -1, 1e9),
    fc.array(fc.constantFrom('a', '', 1), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(0, 1, -1, 1.5, '1', 999_999_999, 1e9), { maxKeys: 2 }),
  );
  const entry = fc.oneof(
    value,
    fc.dictionary(key, value, { maxKeys: 4 }).map((more) => ({ unit: 'A', line: '1', ...more })),
  );
  fc.assert(
    fc.property(entry, (figure) => {
      expect(isPlainFigure(figure)).toBe(figureSchema.safeParse(figure).success);
    }),
    { numRuns: 2000 },
  );
});

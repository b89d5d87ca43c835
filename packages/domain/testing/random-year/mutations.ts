import type { Choices } from './choices.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const strange: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  1e300,
  '',
  '0',
  '-0',
  '1',
  '-1',
  '5',
  '100',
  '1e3',
  '01',
  '1.2345678',
  '9999999999999999',
  'unit',
  'graded',
  'mm',
  'A',
  [],
  {},
  [[]],
  [null],
  { '': '' },
  { lt: '1' },
  { ge: '1', lt: '2' },
  ['A', 'A'],
  [0],
  '2024-02-30',
  '2024-02-29',
  'block',
  'cluster',
  '\ud800',
  '__proto__',
];

const keys = [
  '',
  'code',
  'line',
  'unit',
  'target',
  'value',
  'part',
  'whole',
  'points',
  'max',
  'min',
  'blocks',
  'not',
  'all',
  'any',
  'rule',
  'role',
  '__proto__',
  'a/b',
  '~',
];

/** Every place of a document that holds something, as the list or object and the key in it. */
function places(value: Json, found: { holder: Json[] | { [key: string]: Json }; key: string }[] = []): typeof found {
  if (value === null || typeof value !== 'object') return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key });
    places((value as Record<string, Json>)[key] ?? null, found);
  }
  return found;
}

function set(holder: Json[] | { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A copy of a JSON document in which some things were changed, left out, added, doubled or moved. */
export function mutated(choices: Choices, document: unknown): unknown {
  const copy = JSON.parse(JSON.stringify({ document })) as { document: Json };
  for (let left = choices.between(1, 4); left > 0; left -= 1) {
    const all = places(copy);
    const { holder, key } = choices.pick(all);
    const value = (holder as Record<string, Json>)[key] ?? null;
    const again = (): Json => JSON.parse(JSON.stringify(value)) as Json;
    switch (choices.below(7)) {
      case 0:
        set(holder, key, choices.pick(strange));
        break;
      case 1:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else if (holder !== copy) Reflect.deleteProperty(holder, key);
        break;
      case 2:
        if (Array.isArray(holder)) holder.splice(choices.below(holder.length + 1), 0, again());
        else set(holder, choices.pick(keys), choices.pick(strange));
        break;
      case 3: {
        const other = choices.pick(all);
        set(holder, key, JSON.parse(JSON.stringify((other.holder as Record<string, Json>)[other.key] ?? null)) as Json);
        break;
      }
      case 4:
        if (Array.isArray(holder)) holder.push(again());
        else if (typeof value === 'string') set(holder, key, `${value}${choices.pick(['0', '1', '.5', 'x', ' '])}`);
        break;
      case 5:
        if (typeof value === 'string') set(holder, key, choices.pick(['0', '1', '10', '100', '0.5', '-1', '99']));
        else if (typeof value === 'number') set(holder, key, value + choices.pick([1, -1, 0.5, 1e9]));
        break;
      default:
        if (value !== null && typeof value === 'object' && !Array.isArray(value))
          set(value, choices.pick(keys), choices.pick(strange));
        else set(holder, key, choices.pick(strange));
    }
  }
  return copy.document;
}

/** What a JSON pointer names in a document; undefined when there is no such place. */
export function resolve(document: unknown, pointer: string): { value: unknown } | undefined {
  let here: unknown = document;
  for (const step of pointer === '' ? [] : pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return pointer === '' || pointer.startsWith('/') ? { value: here } : undefined;
}

/** Where two JSON documents differ first, in the order of the first one. `undefined` stands for what is not there. */
export interface Difference {
  /** A JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly expected: unknown;
  readonly found: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const step = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The first difference between what is expected and what was found, or null. The order of keys has no meaning. */
export function firstDifference(expected: unknown, found: unknown, pointer = ''): Difference | null {
  if (Array.isArray(expected) && Array.isArray(found)) {
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
      const difference = firstDifference(expected[index], found[index], `${pointer}/${String(index)}`);
      if (difference) return difference;
    }
    return null;
  }
  if (isObject(expected) && isObject(found)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const difference = firstDifference(own(expected, key), own(found, key), pointer + step(key));
      if (difference) return difference;
    }
    return null;
  }
  return Object.is(expected, found) ? null : { pointer, expected, found };
}

import { isDecimal } from '../numbers/decimal.ts';

// Faults of meaning are looked for in the document as it came, so that a fault of form in one place hides none in
// another. These read what can be read and give null (or nothing) for the rest, which has its own fault already.

/** A JSON object of which nothing is known yet. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object, an empty one when it is none. */
export const rawOf = (value: unknown): Raw => (isRaw(value) ? value : {});

/** A member of its own, never one that every object inherits. */
export const member = (object: Raw, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** The value as a list, an empty one when it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value when it is text that is not empty, else null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The value when it is a number of the year file, else null. */
export const decimalOf = (value: unknown): string | null => (isDecimal(value) ? value : null);

/** A place in the document, as keys and positions. */
export type Path = readonly (string | number)[];

/** Notes a fault at a place; paths are relative to what is being checked. */
export type Note = (path: Path, code: string, params?: Record<string, string | number>) => void;

/** Notes faults of a part of what is being checked. */
export const below =
  (note: Note, ...at: Path): Note =>
  (path, code, params) =>
    note([...at, ...path], code, params);

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Notes every entry whose code an earlier one has. */
export function noteTwice(entries: readonly unknown[], note: Note): void {
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const code = isRaw(entry) ? textOf(entry['code']) : null;
    if (code === null) return;
    if (seen.has(code)) note([index, 'code'], 'code-twice', { code });
    seen.add(code);
  });
}

/** Notes every text that an earlier one equals. */
export function noteRepeated(entries: readonly unknown[], note: Note): void {
  const seen = new Set<unknown>();
  entries.forEach((entry, index) => {
    if (typeof entry !== 'string') return;
    if (seen.has(entry)) note([index], 'code-twice', { code: entry });
    seen.add(entry);
  });
}

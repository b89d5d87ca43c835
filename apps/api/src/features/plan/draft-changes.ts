/** Values by JSON pointer, as they were and as they are. */
export type DraftChanges = { before: Record<string, unknown>; after: Record<string, unknown> };

/** Beyond this many places the two documents are kept whole: then the list says less than they do. */
const mostPlaces = 100;

/**
 * What a save changed, for the trace: only the places that differ, since a draft is saved every few seconds. A list
 * whose length changed counts as one place.
 */
export function draftChanges(before: unknown, after: unknown): DraftChanges {
  const changes: DraftChanges = { before: {}, after: {} };
  const differ = (was: unknown, is: unknown, pointer: string): void => {
    if (Object.is(was, is)) return;
    if (!sameShape(was, is)) {
      if (was !== undefined) changes.before[pointer] = was;
      if (is !== undefined) changes.after[pointer] = is;
      return;
    }
    for (const key of new Set([...Object.keys(was as object), ...Object.keys(is as object)]))
      differ(own(was, key), own(is, key), `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  differ(before, after, '');
  const places = Object.keys({ ...changes.before, ...changes.after }).length;
  return places > mostPlaces ? { before: { '': before }, after: { '': after } } : changes;
}

function sameShape(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length;
  return true;
}

function own(value: unknown, key: string): unknown {
  return Object.hasOwn(value as object, key) ? (value as Record<string, unknown>)[key] : undefined;
}

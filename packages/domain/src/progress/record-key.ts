/**
 * One key for two codes (or three), whatever signs are in them: the lengths in front keep `a`, `bc` and `ab`, `c` apart.
 * A hundred units bring thousands of records to each scoring, so this is kept cheap.
 */
export function recordKey(first: string, second: string, third?: string): string {
  return third === undefined
    ? `${first.length}:${first}${second}`
    : `${first.length}:${second.length}:${first}${second}${third}`;
}

/** A list by key, in the order of first sight. */
export function groupBy<T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const at = key(entry);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [entry]);
    else group.push(entry);
  }
  return groups;
}

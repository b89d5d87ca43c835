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

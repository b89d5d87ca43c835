/** How deep a document may be nested: more than any plan, and less than what recursion stands. */
export const DEEPEST = 400;

/** Whether a parsed document is nested deeper than DEEPEST. Does not recurse itself. */
export function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value))
        if (typeof inner === 'object' && inner !== null) next.push(inner);
    }
    level = next;
  }
  return false;
}

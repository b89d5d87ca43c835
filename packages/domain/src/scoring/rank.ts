/** Compares two units by index: below 0 when the first is better, 0 when equal in all keys. */
export type CompareUnits = (a: number, b: number) => number;

/**
 * Ranks the graded units of one place into `ranks`: equal ones share a rank and the next rank skips; 0 for those not
 * graded.
 */
export function rankPlace(
  members: readonly number[],
  graded: (unit: number) => boolean,
  compare: CompareUnits,
  ranks: Int32Array,
): void {
  const order: number[] = [];
  for (const unit of members) {
    if (graded(unit)) order.push(unit);
    else ranks[unit] = 0;
  }
  order.sort(compare);
  for (let i = 0; i < order.length; i += 1) {
    const unit = order[i]!;
    const before = order[i - 1];
    ranks[unit] = before !== undefined && compare(before, unit) === 0 ? ranks[before]! : i + 1;
  }
}

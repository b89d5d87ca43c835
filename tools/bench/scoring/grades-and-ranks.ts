import type { Nation } from './nation.ts';
import type { TightTotals } from './tight-loop.ts';

/** Grades (index, 0 the best) and ranks by hand, to check what the others say; not part of what is timed as tight loop. */
export function gradesAndRanks(nation: Nation, totals: TightTotals): { grade: Int8Array; rank: Int32Array } {
  const reported = nation.lines[7];
  if (!reported?.value) throw new Error('line 1.8 is missing');
  const grade = new Int8Array(nation.size);
  const rank = new Int32Array(nation.size);
  const places = new Map<number, number[]>();
  for (let unit = 0; unit < nation.size; unit += 1) {
    const total = totals.total[unit] ?? 0;
    const byTotal = total >= 9000 ? 0 : total >= 7500 ? 1 : total >= 5000 ? 2 : 3;
    const gated = reported.state[unit] === 1 && reported.value[unit] === 0;
    grade[unit] = gated ? Math.max(1, byTotal) : byTotal;
    const place = (nation.federation[unit] ?? 0) * 3 + (nation.block[unit] ?? 0);
    const list = places.get(place);
    if (list) list.push(unit);
    else places.set(place, [unit]);
  }
  const keys = [totals.total, totals.first, totals.bonus];
  const compare = (a: number, b: number) => {
    for (const key of keys) if (key[a] !== key[b]) return (key[b] ?? 0) - (key[a] ?? 0);
    return 0;
  };
  for (const units of places.values()) {
    units.sort(compare);
    for (const [index, unit] of units.entries()) {
      const before = units[index - 1];
      rank[unit] = before !== undefined && compare(before, unit) === 0 ? (rank[before] ?? 0) : index + 1;
    }
  }
  return { grade, rank };
}

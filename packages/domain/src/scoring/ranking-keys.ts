import { powerOfTen, SAFE, toBig } from '../numbers/int.ts';
import type { CompiledPlan, Key } from './compiled.ts';
import { ABSENT, DROPPED, type Work } from './work.ts';

/** What a unit has for one key: more is better; `null` comes after all others. Numbers and bigints compare exactly. */
export type KeyValue = number | bigint | null;

/** Makes valid keys ready. */
export function compileKeys(
  by: readonly string[],
  lineIndex: ReadonlyMap<string, number>,
  groupIndex: ReadonlyMap<string, number>,
): Key[] {
  return by.map((key) => {
    if (key.startsWith('group:')) return { kind: 'group', index: groupIndex.get(key.slice(6))! };
    if (key.startsWith('line:')) return { kind: 'line', index: lineIndex.get(key.slice(5))! };
    return { kind: key as 'total' };
  });
}

/** What the unit on the desk has for a key. */
export function keyValue(plan: CompiledPlan, key: Key, work: Work): KeyValue {
  switch (key.kind) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'penalty':
      return work[key.kind];
    case 'group':
      return work.groups[key.index]!;
    case 'line': {
      const status = work.status[key.index]!;
      return status === ABSENT || status === DROPPED ? null : work.points[key.index]!;
    }
    case 'previous':
      return work.previousTotal;
    case 'progress':
      return work.previousTotal === null ? null : progress(work.total, work.previousTotal, plan.places);
    case 'lot':
      return work.lot === null ? null : -work.lot;
  }
}

/** total − previousTotal in millionths. */
function progress(total: number, previous: number | bigint, places: number): number | bigint {
  if (typeof total === 'number' && typeof previous === 'number') {
    const difference = total * 10 ** (6 - places) - previous;
    if (Math.abs(difference) <= SAFE && Math.abs(previous) <= SAFE && total * 10 ** (6 - places) <= SAFE)
      return difference;
  }
  return toBig(total) * powerOfTen(6 - places) - BigInt(previous);
}

/** Below 0 when the first comes before the second, 0 when they are equal in all keys. */
export function compareKeys(a: readonly KeyValue[], b: readonly KeyValue[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const left = a[i]!;
    const right = b[i]!;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    if (left > right) return -1;
    if (left < right) return 1;
  }
  return 0;
}

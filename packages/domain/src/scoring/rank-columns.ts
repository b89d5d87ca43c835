import { powerOfTen, SAFE, toBig } from '../numbers/int.ts';
import type { Columns } from './columns.ts';
import type { CompiledPlan, Key } from './compiled.ts';
import { applyQuota } from './quota.ts';
import type { Within } from './scored-year.ts';
import { ABSENT, DROPPED } from './work.ts';

/** What ranking needs of the units: points by name, by group and by line. */
export interface Scored {
  readonly total: ArrayLike<number>;
  readonly base: ArrayLike<number>;
  readonly bonus: ArrayLike<number>;
  readonly penalty: ArrayLike<number>;
  readonly groups: readonly ArrayLike<number>[];
  readonly lines: readonly { readonly status: Uint8Array; readonly points: ArrayLike<number> }[];
}

/** Numbers and bigints compare exactly. */
type KeyColumn = ArrayLike<number | bigint>;

const placesOf = (columns: Columns, within: Within): Int32Array =>
  within === 'federation' ? columns.federationPlace : within === 'block' ? columns.blockPlace : columns.clusterPlace;

/** More is better; −Infinity for a unit without a value, which comes after all others. */
function keyColumn(plan: CompiledPlan, columns: Columns, scored: Scored, key: Key): KeyColumn {
  switch (key.kind) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'penalty':
      return scored[key.kind];
    case 'group':
      return scored.groups[key.index]!;
    case 'line': {
      const { points, status } = scored.lines[key.index]!;
      return Array.from(points, (value, unit) =>
        status[unit] === ABSENT || status[unit] === DROPPED ? -Infinity : value,
      );
    }
    case 'lot':
      return Float64Array.from({ length: columns.size }, (_, unit) => -orNone(columns.lot?.[unit], Infinity));
    case 'previous':
      return previous(columns);
    case 'progress':
      return progress(plan, columns, scored.total);
  }
}

const orNone = (value: number | undefined, none: number): number =>
  value === undefined || Number.isNaN(value) ? none : value;

function previous({ size, previousTotal, exactPrevious }: Columns): KeyColumn {
  if (exactPrevious === undefined || exactPrevious.size === 0)
    return Float64Array.from({ length: size }, (_, unit) => orNone(previousTotal?.[unit], -Infinity));
  return Array.from({ length: size }, (_, unit) => exactPrevious.get(unit) ?? orNone(previousTotal?.[unit], -Infinity));
}

/** total − previousTotal in millionths. */
function progress(plan: CompiledPlan, columns: Columns, total: ArrayLike<number>): KeyColumn {
  const before = previous(columns);
  const scale = 10 ** (6 - plan.places);
  return Array.from({ length: columns.size }, (_, unit) => {
    const last = before[unit]!;
    if (last === -Infinity) return last;
    const now = typeof total[unit] === 'number' ? total[unit] * scale : Infinity;
    if (typeof last === 'number' && now <= SAFE / 2 && Math.abs(last) <= SAFE / 2) return now - last;
    return toBig(total[unit]!) * powerOfTen(6 - plan.places) - BigInt(last);
  });
}

/** Units by place: those of place p are `units[start[p]]` to before `units[start[p + 1]]`. */
function byPlace(places: Int32Array, size: number): { units: Int32Array; start: Int32Array } {
  let count = 0;
  for (let unit = 0; unit < size; unit += 1) if (places[unit]! >= count) count = places[unit]! + 1;
  const start = new Int32Array(count + 1);
  for (let unit = 0; unit < size; unit += 1) start[places[unit]! + 1]! += 1;
  for (let place = 0; place < count; place += 1) start[place + 1]! += start[place]!;
  const next = start.slice();
  const units = new Int32Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    const at = next[places[unit]!]!;
    next[places[unit]!] = at + 1;
    units[at] = unit;
  }
  return { units, start };
}

/** Ranks of all units, and their grades after quotas (`grade` comes in as scored and is lowered). */
export function rankColumns(plan: CompiledPlan, columns: Columns, scored: Scored, grade: Int16Array): Int32Array {
  const keys = plan.keys.map((key) => keyColumn(plan, columns, scored, key));
  const compare = (a: number, b: number): number => {
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i]!;
      const left = key[a]!;
      const right = key[b]!;
      if (left > right) return -1;
      if (left < right) return 1;
    }
    return 0;
  };
  const rank = new Int32Array(columns.size);
  const { units, start } = byPlace(placesOf(columns, plan.plan.ranking.within), columns.size);
  const [first] = keys;
  for (let place = 0; place + 1 < start.length; place += 1) {
    const from = start[place]!;
    // Those not graded have no rank: they are left out of the order.
    let to = from;
    for (let at = from; at < start[place + 1]!; at += 1) {
      const unit = units[at]!;
      if (grade[unit]! >= 0) {
        units[to] = unit;
        to += 1;
      }
    }
    sortPart(units, from, to, first instanceof Float64Array ? first : null, compare);
    for (let at = from; at < to; at += 1) {
      const unit = units[at]!;
      const before = units[at - 1]!;
      rank[unit] = at > from && compare(before, unit) === 0 ? rank[before]! : at - from + 1;
    }
  }
  applyQuotas(plan, columns, grade, compare);
  return rank;
}

/** Sorts part of a list of units: by insertion for small places, where the first key mostly decides. */
function sortPart(
  units: Int32Array,
  from: number,
  to: number,
  first: Float64Array | null,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > 100 || first === null) {
    units.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const unit = units[at]!;
    const value = first[unit]!;
    let into = at - 1;
    while (into >= from) {
      const other = units[into]!;
      const otherValue = first[other]!;
      if (otherValue > value || (otherValue === value && compare(other, unit) <= 0)) break;
      units[into + 1] = other;
      into -= 1;
    }
    units[into + 1] = unit;
  }
}

function applyQuotas(
  plan: CompiledPlan,
  columns: Columns,
  grade: Int16Array,
  compare: (a: number, b: number) => number,
): void {
  const { gradeIndex } = plan;
  for (const quota of plan.plan.quotas ?? []) {
    const { units, start } = byPlace(placesOf(columns, quota.within), columns.size);
    const of = quota.of === 'graded' ? gradeIndex.size : gradeIndex.get(quota.of)!;
    for (let place = 0; place + 1 < start.length; place += 1)
      applyQuota(
        quota,
        gradeIndex.get(quota.grade)!,
        of,
        Array.from(units.subarray(start[place], start[place + 1])),
        grade,
        compare,
        null,
      );
  }
}

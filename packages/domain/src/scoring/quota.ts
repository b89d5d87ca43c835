import { decimalsOf, digitsOf } from '../numbers/decimal.ts';
import { powerOfTen } from '../numbers/int.ts';
import type { Quota } from '../year-file/plan.schema.ts';
import type { CompareUnits } from './rank.ts';

/** A person's decision about one quota in one place, as unit indices. */
export interface QuotaDecision {
  /** Index in the year file's `decisions`. */
  readonly index: number;
  readonly keep: readonly number[];
}

/** What a quota did in one place; unit indices. */
export interface QuotaOutcome {
  readonly quota: Quota;
  readonly pool: number;
  readonly room: number;
  /** The candidates, best first. */
  readonly candidates: readonly number[];
  /** Positions in `candidates`: the equal ones across the edge are those from `tieFrom` to before `tieTo` (or none). */
  readonly tieFrom: number;
  readonly tieTo: number;
  readonly cut: readonly number[];
  readonly undecided: readonly number[];
  readonly decision: QuotaDecision | null;
}

/** share · pool, rounded as the quota says. */
export function roomOf(quota: Quota, pool: number): number {
  const num = digitsOf(quota.share) * BigInt(pool);
  const den = powerOfTen(decimalsOf(quota.share));
  if (quota.rounding === 'floor') return Number(num / den);
  if (quota.rounding === 'ceil') return Number((num + den - 1n) / den);
  return Number((2n * num + den) / (2n * den));
}

/**
 * Applies one quota in one place: lowers `grades` (indices, best 0; −1 not graded) of those who have no room.
 * `grade` is the quota's grade as index, `of` the least grade of the pool (or the last one for `graded`).
 */
export function applyQuota(
  quota: Quota,
  grade: number,
  of: number,
  members: readonly number[],
  grades: Int16Array,
  compare: CompareUnits,
  decision: QuotaDecision | null,
): QuotaOutcome {
  let pool = 0;
  const candidates: number[] = [];
  for (const unit of members) {
    const own = grades[unit]!;
    if (own >= 0 && own <= of) pool += 1;
    if (own === grade) candidates.push(unit);
  }
  const room = roomOf(quota, pool);
  let tieFrom = room;
  let tieTo = room;
  if (candidates.length > room) {
    candidates.sort(compare);
    if (room > 0 && compare(candidates[room - 1]!, candidates[room]!) === 0) {
      const edge = candidates[room]!;
      while (tieFrom > 0 && compare(candidates[tieFrom - 1]!, edge) === 0) tieFrom -= 1;
      while (tieTo < candidates.length && compare(candidates[tieTo]!, edge) === 0) tieTo += 1;
    }
  } else tieFrom = tieTo = candidates.length;
  const equal = candidates.slice(tieFrom, tieTo);
  const used = quota.ties === 'decide' && equal.length > 0 ? decision : null;
  const undecided = quota.ties === 'decide' && used === null ? equal : [];
  const kept = used?.keep;
  const equalCut =
    quota.ties === 'drop' ? equal : kept === undefined ? [] : equal.filter((unit) => !kept.includes(unit));
  const cut = [...equalCut, ...candidates.slice(tieTo)];
  for (const unit of cut) grades[unit] = grade + 1;
  return { quota, pool, room, candidates, tieFrom, tieTo, cut, undecided, decision };
}

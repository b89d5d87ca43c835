import { plainDecimal, printScaled } from '../../numbers/decimal.ts';
import type { CompiledPlan } from '../compiled.ts';
import type { QuotaOutcome } from '../quota.ts';
import { compareKeys, type KeyValue } from '../ranking-keys.ts';
import type { ScoredYear } from '../scored-year.ts';
import type { QuotaWhy, RankNeighbour, RankWhy } from './whys.ts';

/** For each place the graded units, best first, and each unit's position there. */
export interface RankOrders {
  readonly orders: readonly (readonly number[])[];
  readonly position: Int32Array;
}

const comparing = (year: ScoredYear) => (a: number, b: number) =>
  compareKeys(year.scores[a]!.keys, year.scores[b]!.keys);

export function rankOrders(year: ScoredYear): RankOrders {
  const position = new Int32Array(year.units.length);
  const orders = year.places[year.plan.plan.ranking.within].members.map((members) => {
    const order = members.filter((unit) => year.ranks[unit] !== 0).sort(comparing(year));
    order.forEach((unit, at) => {
      position[unit] = at;
    });
    return order;
  });
  return { orders, position };
}

/** The rank and what separated the unit from those above and below. */
export function rankWhy(year: ScoredYear, unit: number, { orders, position }: RankOrders): RankWhy {
  const rank = year.ranks[unit]!;
  if (rank === 0) return { rank: null, of: 0, sharedWith: [], above: null, below: null };
  const order = orders[year.places[year.plan.plan.ranking.within].of[unit]!]!;
  // Equal units stand together: they begin at the rank.
  const first = rank - 1;
  let end = position[unit]! + 1;
  while (end < order.length && year.ranks[order[end]!] === rank) end += 1;
  return {
    rank,
    of: order.length,
    sharedWith: order.slice(first, end).flatMap((other) => (other === unit ? [] : year.units[other]!.code)),
    above: neighbour(year, unit, order[first - 1]),
    below: neighbour(year, unit, order[end]),
  };
}

function neighbour(year: ScoredYear, unit: number, other: number | undefined): RankNeighbour | null {
  if (other === undefined) return null;
  const own = year.scores[unit]!.keys;
  const others = year.scores[other]!.keys;
  const at = own.findIndex((value, index) => compareKeys([value], [others[index]!]) !== 0);
  return {
    unit: year.units[other]!.code,
    key: year.plan.plan.ranking.by[at]!,
    own: keyText(year.plan, at, own[at]!),
    other: keyText(year.plan, at, others[at]!),
  };
}

/** A key's value as a number, `null` for a unit that has none. */
function keyText(plan: CompiledPlan, at: number, value: KeyValue): string | null {
  if (value === null) return null;
  const { kind } = plan.keys[at]!;
  if (kind === 'lot') return String(-Number(value));
  if (kind === 'previous' || kind === 'progress') return plainDecimal(printScaled(value, 6));
  return printScaled(value, plan.places);
}

/** What each quota did in which the unit was a candidate, in the order in which they were applied. */
export function quotaWhys(year: ScoredYear, unit: number): QuotaWhy[] {
  return year.outcomes.flatMap((outcome) => {
    if (!outcome.candidates.includes(unit)) return [];
    const compare = comparing(year);
    const { quota, decision } = outcome;
    const what = outcomeFor(outcome, unit);
    const reason =
      decision !== null && (what === 'decided-kept' || what === 'decided-cut')
        ? { reason: year.decisions[decision.index]!.reason }
        : {};
    return {
      quota: quota.code,
      grade: quota.grade,
      pool: outcome.pool,
      room: outcome.room,
      position: 1 + outcome.candidates.filter((other) => compare(other, unit) < 0).length,
      candidates: outcome.candidates.length,
      outcome: what,
      ...reason,
    };
  });
}

function outcomeFor(outcome: QuotaOutcome, unit: number): QuotaWhy['outcome'] {
  const cut = outcome.cut.includes(unit);
  if (outcome.undecided.includes(unit)) return 'undecided';
  const equal = outcome.candidates.slice(outcome.tieFrom, outcome.tieTo).includes(unit);
  if (!equal) return cut ? 'cut' : 'kept';
  if (outcome.quota.ties === 'decide') return cut ? 'decided-cut' : 'decided-kept';
  return cut ? 'tie-dropped' : 'tie-kept';
}

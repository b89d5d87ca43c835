import { compareDecimals, printScaled, scaled } from '../numbers/decimal.ts';
import type { Day } from '../period/local-time.ts';
import type { UnitResult } from '../scoring/results.ts';
import type { YearInput } from './input.ts';
import { targetsInForce } from './targets-in-force.ts';
import { pointsSoFar } from './points-so-far.ts';

/** One unit on the board of points so far. All points have the plan's places. */
export type SoFarRow = {
  readonly unit: string;
  readonly name: string;
  /** Base points of lines that have come due, from everything that was sent. */
  readonly reported: string;
  /** The same from what is verified. */
  readonly verified: string;
  /** Of how many: base points to be had from those lines. */
  readonly possible: string;
  /** Base points of lines that come due later. */
  readonly notYetDue: string;
  /** Bonus and penalty of what was sent, apart, within their own limits. */
  readonly bonus: string;
  readonly penalty: string;
};

export type SoFarBlock = { readonly block: string; readonly rows: readonly SoFarRow[] };

/**
 * The board of points so far, for a review in the middle of the year: each block's units by their share of the points that
 * have come due, then by verified points and name. No ranks and no grades: those take the whole year.
 *
 * @param best results of the year assembled from everything sent
 * @param verified results of the year assembled from what counts by the plan
 */
export function boardSoFar(
  input: YearInput,
  best: readonly UnitResult[],
  verified: readonly UnitResult[],
  today: Day,
): SoFarBlock[] {
  const byUnit = (results: readonly UnitResult[]) => new Map(results.map((result) => [result.unit, result]));
  const [bestOf, verifiedOf] = [byUnit(best), byUnit(verified)];
  const targets = Map.groupBy(targetsInForce(input), (target) => target.unit);
  const rows = input.units.flatMap((unit) => {
    const [own, settled] = [bestOf.get(unit.code), verifiedOf.get(unit.code)];
    if (!own || !settled) return [];
    const soFar = pointsSoFar({
      document: input.document,
      unit,
      targets: targets.get(unit.code) ?? [],
      best: own,
      verified: settled,
      today,
    });
    return [{ block: unit.block, row: rowOf(unit, soFar) }];
  });
  return [...Map.groupBy(rows, ({ block }) => block)].map(([block, own]) => ({
    block,
    rows: own.map(({ row }) => row).sort(byShare),
  }));
}

function rowOf(unit: { code: string; name?: string }, soFar: ReturnType<typeof pointsSoFar>): SoFarRow {
  return {
    unit: unit.code,
    name: unit.name ?? unit.code,
    reported: soFar.best.base,
    verified: soFar.verified.base,
    possible: soFar.possible,
    notYetDue: soFar.notYetDue,
    bonus: soFar.best.bonus,
    penalty: soFar.best.penalty,
  };
}

const places = 6;

/** The larger share of what was to be had first, exactly: a/b before c/d where a·d > c·b. Nothing due yet counts as none. */
function byShare(a: SoFarRow, b: SoFarRow): number {
  const cross = (one: SoFarRow, other: SoFarRow) => scaled(one.reported, places) * scaled(other.possible, places);
  const [left, right] = [cross(a, b), cross(b, a)];
  if (left !== right) return left > right ? -1 : 1;
  return compareDecimals(b.verified, a.verified) || a.name.localeCompare(b.name, 'vi') || (a.unit < b.unit ? -1 : 1);
}

/**
 * `reported` as a percentage of `possible`, to one decimal; null while nothing has come due. Whoever misses a hundredth of a
 * point does not read 100.
 */
export function shareOf({ reported, possible }: Pick<SoFarRow, 'reported' | 'possible'>): string | null {
  const [part, whole] = [scaled(reported, places), scaled(possible, places)];
  if (whole <= 0n) return null;
  // Rounded half up; points of base groups are not below zero here unless a group may be.
  const rounded = (part * 2000n + whole) / (whole * 2n);
  const tenths = rounded === 1000n && part < whole ? 999n : rounded;
  return printScaled(tenths, 1);
}

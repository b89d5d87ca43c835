import { printScaled, scaled } from '../numbers/decimal.ts';
import type { Day } from '../period/local-time.ts';
import { isDueBy } from '../period/period.ts';
import { conductOf, isForBlock, type PlanDocument } from '../plan/document.ts';
import type { UnitResult } from '../scoring/results.ts';
import type { Group, Line, Unit } from '../year-file/index.ts';
import type { YearTarget } from './input.ts';

/** Points with exactly the plan's places. */
type Points = string;

/** One side of points so far: from everything sent, or from what is verified. */
export type SoFar = {
  readonly base: Points;
  readonly bonus: Points;
  readonly penalty: Points;
};

/** "Tạm tính" of one unit: `best.base` trên `possible` đã đến kỳ. */
export type PointsSoFar = {
  /** Judged figures where there are some, else what was sent. */
  readonly best: SoFar;
  /** Only what counts by the plan. */
  readonly verified: SoFar;
  /** Base points that were to be had from the lines that have come due. */
  readonly possible: Points;
  /** Base points still to come due. */
  readonly notYetDue: Points;
  readonly lines: readonly LineSoFar[];
};

/** One line of points so far, in plan order; lines not assigned to the unit are left out. */
export type LineSoFar = {
  readonly line: string;
  readonly due: boolean;
  readonly max: string;
  readonly best: Points;
  readonly verified: Points;
};

/** What points so far are worked out from; both results are of this unit, from the year assembled in the two views. */
export type SoFarInput = {
  readonly document: PlanDocument;
  readonly unit: Pick<Unit, 'code' | 'block'>;
  readonly targets: readonly YearTarget[];
  readonly best: UnitResult;
  readonly verified: UnitResult;
  readonly today: Day;
};

/**
 * Points so far: the points of the lines that have come due until today, with the caps of groups, and nothing else: no
 * rescaling for dropped lines (they are in neither number), no gates; a missing figure is 0; a `deduct` line counts in
 * full once it is due. A line with several periods is due as soon as the first of them is: from then on it has
 * something to show. Bonus and penalty stand apart, from due lines as well, within their own limits.
 * With every line due and none dropped, `best.base` is the base of the results.
 */
export function pointsSoFar({ document, unit, targets, best, verified, today }: SoFarInput): PointsSoFar {
  const { scoring } = document;
  const places = scoring.places ?? 2;
  const { isThere, isDue, sum } = countingOf(document, unit, targets, today);
  const pointsIn = (result: UnitResult) =>
    new Map(result.lines.map((line) => [line.line, scaled(line.points, places)]));
  const [bestPoints, verifiedPoints] = [pointsIn(best), pointsIn(verified)];
  const dropped = new Set(best.lines.filter(({ status }) => status === 'dropped').map(({ line }) => line));
  const ofRole = (role: Group['role'], points: (line: Line) => bigint): bigint =>
    scoring.groups.filter((group) => group.role === role).reduce((total, group) => total + sum(group, points), 0n);
  const side = (points: ReadonlyMap<string, bigint>): SoFar => {
    const due = (line: Line) => (isDue(line) ? (points.get(line.code) ?? 0n) : 0n);
    const { bonusMax, penaltyMax } = scoring.scale;
    return {
      base: printScaled(ofRole('base', due), places),
      bonus: printScaled(within(ofRole('bonus', due), '0', bonusMax, places), places),
      penalty: printScaled(
        within(ofRole('penalty', due), penaltyMax === undefined ? undefined : `-${penaltyMax}`, '0', places),
        places,
      ),
    };
  };
  const max = (line: Line) => (dropped.has(line.code) ? 0n : scaled(line.max, places));
  const possible = ofRole('base', (line) => (isDue(line) ? max(line) : 0n));
  const all = ofRole('base', max);
  return {
    best: side(bestPoints),
    verified: side(verifiedPoints),
    possible: printScaled(possible, places),
    notYetDue: printScaled(all - possible, places),
    lines: scoring.groups.flatMap((group) => linesSoFar(group)),
  };

  function linesSoFar(group: Group): LineSoFar[] {
    const own = (group.lines ?? []).filter(isThere).map((line) => ({
      line: line.code,
      due: isDue(line),
      max: line.max,
      best: printScaled(bestPoints.get(line.code) ?? 0n, places),
      verified: printScaled(verifiedPoints.get(line.code) ?? 0n, places),
    }));
    return [...own, ...(group.groups ?? []).flatMap(linesSoFar)];
  }
}

/**
 * Points so far of each group of the plan's first level, from the lines that have come due and with the groups' caps: the
 * parts from which `best` of `pointsSoFar` adds up, before the limits of bonus and penalty.
 */
export function groupsSoFar(input: Omit<SoFarInput, 'verified'>): Map<string, Points> {
  const { document, best, today } = input;
  const places = document.scoring.places ?? 2;
  const { isDue, sum } = countingOf(document, input.unit, input.targets, today);
  const points = new Map(best.lines.map((line) => [line.line, scaled(line.points, places)]));
  const due = (line: Line) => (isDue(line) ? (points.get(line.code) ?? 0n) : 0n);
  return new Map(document.scoring.groups.map((group) => [group.code, printScaled(sum(group, due), places)]));
}

/** Which lines are a unit's, which of them have come due by the end of today, and how those of a group add up. */
function countingOf(
  { scoring, conduct }: PlanDocument,
  unit: Pick<Unit, 'code' | 'block'>,
  targets: readonly YearTarget[],
  today: Day,
) {
  const taken = new Set(targets.filter((t) => t.unit === unit.code && t.assigned === false).map((t) => t.line));
  const dueNow = new Set(conduct.periods.filter((period) => isDueBy(period, today)).map((period) => period.code));
  const isThere = (line: Line) => isForBlock(line, unit.block) && !taken.has(line.code);
  const isDue = (line: Line) => conductOf(conduct, line.code)?.due.some((period) => dueNow.has(period)) === true;
  const sum = (group: Group, points: (line: Line) => bigint): bigint => {
    let total = 0n;
    for (const line of group.lines ?? []) if (isThere(line)) total += points(line);
    for (const inner of group.groups ?? []) total += sum(inner, points);
    return within(total, group.min, group.max, scoring.places ?? 2);
  };
  return { isThere, isDue, sum };
}

function within(points: bigint, min: string | undefined, max: string | undefined, places: number): bigint {
  let kept = points;
  if (max !== undefined && kept > scaled(max, places)) kept = scaled(max, places);
  if (min !== undefined && kept < scaled(min, places)) kept = scaled(min, places);
  return kept;
}

import { createHash } from 'node:crypto';
import { progressWrite, scoreHashes, scoresWrite, type ScoreWrite } from '@giaouoc/db/queries/score';
import { yearRows, type YearRows } from '@giaouoc/db/queries/unit-year';
import { inOneStatement, type Write } from '@giaouoc/db/one-statement';
import type { Scope, Scoped } from '@giaouoc/db';
import { dayOf } from '@giaouoc/domain/period/index';
import { assembleYear, pointsSoFar, targetsInForce, type YearInput } from '@giaouoc/domain/progress/index';
import {
  ENGINE,
  scoreInputsOf,
  marksOf,
  resultsOf,
  scoreYear,
  startScoring,
  storedResult,
  storedWhys,
  pointsWhyByPlace,
  type ScoredYear,
} from '@giaouoc/domain/scoring/index';
import type { Member } from '../trpc/procedures.ts';
import type { RunningYear } from '../year/running-year.ts';
import { yearInputOf } from './year-input.ts';

/** On whose behalf and when a year is scored, and the key by which PostgreSQL knows that the server did it. */
type Scoring = Pick<Member, 'scope' | 'now' | 'signInKey'>;

/** How many scores are stored at once. */
const piece = 200;

/**
 * Scores the whole year from scratch and stores what changed, one row for each unit (S3, S4). The caller holds the year's
 * row (`lockYear`), so two officers judging at once can never leave a mixture: the second scores what the first left.
 *
 * @returns ids of the units whose score changed.
 */
export async function rescoreYear(tx: Scoped, ctx: Scoring, year: RunningYear): Promise<string[]> {
  const { changed, writes } = await scoresAfter(tx, ctx, year);
  await inOneStatement(tx, writes);
  return changed;
}

/**
 * The same, with what is to be stored at the end handed back, for `inOneStatement`.
 *
 * @param touched units whose figures were judged: their points so far are stored anew even if what counts did not change.
 */
export async function scoresAfter(
  tx: Scoped,
  ctx: Scoring,
  year: RunningYear,
  touched: readonly string[] = [],
): Promise<{ changed: string[]; writes: Write[] }> {
  return scoresOf(tx, ctx, year, await readScored(tx, ctx.scope, year), touched);
}

/** What scoring a year takes: its rows, what scoring makes of them, and what is stored of the scores. */
export type ScoredFrom = { rows: YearRows; input: YearInput; before: Map<string, string> };

/** Reads that, in one round. */
export async function readScored(tx: Scoped, scope: Scope, year: RunningYear): Promise<ScoredFrom> {
  const [rows, before] = await Promise.all([yearRows(tx, scope, year.id), scoreHashes(tx, scope, year.id)]);
  return { rows, input: yearInputOf(year, rows), before };
}

/** The same from a year that is already read, and changed since by what is about to be stored. */
export async function scoresOf(
  tx: Scoped,
  ctx: Scoring,
  year: RunningYear,
  { rows, input, before }: ScoredFrom,
  touched: readonly string[] = [],
): Promise<{ changed: string[]; writes: Write[] }> {
  const { scope, signInKey } = ctx;
  const now = ctx.now();
  const compiled = year.plan.compiledFor(rows.units.map((unit) => unit.blockCode));
  const ids = new Map(rows.units.map((unit) => [unit.code, unit.unitId]));
  const at = now.toISOString();

  const scored = startScoring(assembleYear(input, 'verified').year, compiled);
  const verified = resultsOf(scored, { digest: false }).units;
  const hashes = verified.map((_, place) => scoreHash(year, scored, place));
  const stale = verified.flatMap(({ unit }, place) => {
    const unitId = ids.get(unit);
    return unitId === undefined || before.get(unitId) === hashes[place] ? [] : [{ place, unitId }];
  });
  const why = pointsWhyByPlace(scored);
  const scoreOf = ({ place, unitId }: (typeof stale)[number]): ScoreWrite => {
    const result = verified[place]!;
    return {
      unitId,
      planVersion: year.plan.version,
      engine: ENGINE,
      total: result.total,
      result: storedResult(result),
      marks: marksOf(scored, place),
      whys: storedWhys(why(place)),
      contentHash: hashes[place]!,
    };
  };
  // A whole year's whys are stored piece by piece, so that they are never all in memory.
  let left = stale;
  for (; left.length > piece; left = left.slice(piece))
    await inOneStatement(tx, [scoresWrite(scope, signInKey, year.id, left.slice(0, piece).map(scoreOf), at)]);

  const moved = new Set([...touched, ...stale.map(({ unitId }) => unitId)]);
  // Where nobody's points depend on another's, what is not verified yet is put together for the units that moved alone.
  const alone = compiled.leaderLines.length === 0;
  const movedCodes = new Set(rows.units.filter(({ unitId }) => moved.has(unitId)).map(({ code }) => code));
  const bestInput = alone ? ofUnits(input, movedCodes) : input;
  const best = new Map(
    scoreYear(assembleYear(bestInput, 'best').year, { digest: false }, compiled).units.map((one) => [one.unit, one]),
  );
  const today = dayOf(now.getTime());
  const targets = Map.groupBy(targetsInForce(input), (target) => target.unit);
  const progress = verified.flatMap((result) => {
    const unitId = ids.get(result.unit);
    const bestOf = best.get(result.unit);
    if (unitId === undefined || bestOf === undefined || !moved.has(unitId)) return [];
    const soFar = pointsSoFar({
      document: input.document,
      unit: { code: result.unit, block: result.block },
      targets: targets.get(result.unit) ?? [],
      best: bestOf,
      verified: result,
      today,
    });
    return [{ unitId, planVersion: year.plan.version, soFar }];
  });
  return {
    changed: stale.map(({ unitId }) => unitId),
    writes: [
      scoresWrite(scope, signInKey, year.id, left.map(scoreOf), at),
      progressWrite(scope, year.id, progress, at),
    ],
  };
}

/** The year as if only these units took part. */
function ofUnits(input: YearInput, codes: ReadonlySet<string>): YearInput {
  const of = <T extends { unit: string }>(list: readonly T[]) => list.filter(({ unit }) => codes.has(unit));
  return {
    ...input,
    units: input.units.filter(({ code }) => codes.has(code)),
    targets: of(input.targets),
    figures: of(input.figures),
    assessments: of(input.assessments),
  };
}

/** Tells a stored score that is still right from one that is not: plan, engine and everything the score is made of. */
function scoreHash(year: RunningYear, scored: ScoredYear, unit: number): string {
  return createHash('sha256')
    .update(JSON.stringify([year.plan.version, year.plan.hash, ENGINE]))
    .update(scoreInputsOf(scored, unit))
    .digest('hex');
}

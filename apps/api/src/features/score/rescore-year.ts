import { saveProgress, saveScores, scoresOf } from '@giaouoc/db/queries/score';
import type { Scope, Scoped } from '@giaouoc/db';
import { hashOf, type Json } from '@giaouoc/domain/hash/index';
import { dayOf } from '@giaouoc/domain/period/index';
import { assembleYear, pointsSoFar } from '@giaouoc/domain/progress/index';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import type { RunningYear } from '../year/running-year.ts';
import { storedResult, storedWhys } from './stored-score.ts';
import { loadYearRows, yearInputOf, type YearRows } from './year-input.ts';

/**
 * Scores the whole year from scratch and stores what changed, one row for each unit (S3, S4). The caller holds the year's
 * row (`lockYear`), so two officers judging at once can never leave a mixture: the second scores what the first left.
 *
 * @returns ids of the units whose score changed.
 */
export async function rescoreYear(tx: Scoped, scope: Scope, year: RunningYear, now: Date): Promise<string[]> {
  const [rows, stored] = await Promise.all([loadYearRows(tx, scope, year), scoresOf(tx, scope, year.id)]);
  const input = yearInputOf(year, rows);
  const verified = scoreYear(assembleYear(input, 'verified').year, { explain: true, digest: false });
  const best = scoreYear(assembleYear(input, 'best').year, { digest: false });

  const ids = new Map(rows.units.map((unit) => [unit.code, unit.unitId]));
  const before = new Map(stored.map((row) => [row.unitId, row]));
  const today = dayOf(now.getTime());
  const at = now.toISOString();
  const changed = verified.units.flatMap((result, place) => {
    const unitId = ids.get(result.unit);
    const why = verified.whys?.units[place];
    if (unitId === undefined || why === undefined) return [];
    const score = {
      unitId,
      planVersion: year.plan.version,
      engine: verified.engine,
      total: result.total,
      result: storedResult(result),
      whys: storedWhys(why),
    };
    const old = before.get(unitId);
    const same =
      old !== undefined &&
      old.planVersion === score.planVersion &&
      sameJson(old.result, score.result) &&
      sameJson(old.whys, score.whys);
    return same ? [] : [score];
  });
  await Promise.all([
    saveScores(tx, scope, year.id, changed, at),
    saveProgress(
      tx,
      scope,
      year.id,
      verified.units.flatMap((result, place) => {
        const unitId = ids.get(result.unit);
        const bestOf = best.units[place];
        if (unitId === undefined || bestOf === undefined) return [];
        const soFar = pointsSoFar({
          document: input.document,
          unit: { code: result.unit, block: result.block },
          targets: input.targets,
          best: bestOf,
          verified: result,
          today,
        });
        return [{ unitId, planVersion: year.plan.version, soFar }];
      }),
      at,
    ),
  ]);
  return changed.map((score) => score.unitId);
}

/** Whether a stored value, whose keys come back in another order, is the same as a fresh one. */
function sameJson(stored: unknown, fresh: unknown): boolean {
  return hashOf(stored as Json) === hashOf(JSON.parse(JSON.stringify(fresh)) as Json);
}

export type { YearRows };

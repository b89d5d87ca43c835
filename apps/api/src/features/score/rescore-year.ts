import { saveProgress, saveScores, scoreHashes } from '@giaouoc/db/queries/score';
import type { Scope, Scoped } from '@giaouoc/db';
import { hashOf, type Json } from '@giaouoc/domain/hash/index';
import { dayOf } from '@giaouoc/domain/period/index';
import { assembleYear, pointsSoFar } from '@giaouoc/domain/progress/index';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import type { RunningYear } from '../year/running-year.ts';
import { storedResult, storedWhys } from './stored-score.ts';
import { loadYearRows, yearInputOf } from './year-input.ts';

/**
 * Scores the whole year from scratch and stores what changed, one row for each unit (S3, S4). The caller holds the year's
 * row (`lockYear`), so two officers judging at once can never leave a mixture: the second scores what the first left.
 *
 * @param touched units whose figures were judged: their points so far are stored anew even if what counts did not change.
 * @returns ids of the units whose score changed.
 */
export async function rescoreYear(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  now: Date,
  touched: readonly string[] = [],
): Promise<string[]> {
  const [rows, before] = await Promise.all([loadYearRows(tx, scope, year), scoreHashes(tx, scope, year.id)]);
  const input = yearInputOf(year, rows);
  const verified = scoreYear(assembleYear(input, 'verified').year, { explain: true, digest: false });
  const ids = new Map(rows.units.map((unit) => [unit.code, unit.unitId]));
  const at = now.toISOString();
  const changed = verified.units.flatMap((result, place) => {
    const unitId = ids.get(result.unit);
    const why = verified.whys?.units[place];
    if (unitId === undefined || why === undefined) return [];
    const score = {
      planVersion: year.plan.version,
      engine: verified.engine,
      total: result.total,
      result: storedResult(result),
      whys: storedWhys(why),
    };
    const contentHash = hashOf(score as unknown as Json);
    return before.get(unitId) === contentHash ? [] : [{ unitId, ...score, contentHash }];
  });
  await saveScores(tx, scope, year.id, changed, at);

  const stale = new Set([...touched, ...changed.map((score) => score.unitId)]);
  const best = scoreYear(assembleYear(input, 'best').year, { digest: false });
  const today = dayOf(now.getTime());
  const progress = verified.units.flatMap((result, place) => {
    const unitId = ids.get(result.unit);
    const bestOf = best.units[place];
    if (unitId === undefined || bestOf === undefined || !stale.has(unitId)) return [];
    const unit = { code: result.unit, block: result.block };
    const soFar = pointsSoFar({
      document: input.document,
      unit,
      targets: input.targets,
      best: bestOf,
      verified: result,
      today,
    });
    return [{ unitId, planVersion: year.plan.version, soFar }];
  });
  await saveProgress(tx, scope, year.id, progress, at);
  return changed.map((score) => score.unitId);
}

import { scoreBasis } from '@giaouoc/db/queries/snapshot';
import { reportsOf } from '@giaouoc/db/queries/report';
import type { Scope, Scoped } from '@giaouoc/db';
import { yearRows, type YearRows } from '@giaouoc/db/queries/unit-year';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import { assembleYear, countsUnverified, provisionalBlockers, type Blocker } from '@giaouoc/domain/progress/index';
import { hasPledged, type PledgeState } from '@giaouoc/domain/pledge/index';
import { scoreYear, type YearResults } from '@giaouoc/domain/scoring/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import { loadPledges } from '../pledge/load-pledges.ts';
import { standingsOf } from '../pledge/present-pledge.ts';
import { yearInputOf } from '../../scoring/year-input.ts';
import type { RunningYear } from '../../year/running-year.ts';

/** The mark of what counts now: a ranking made from the same mark is still the year's. */
export const basisOf = (tx: Scoped, scope: Scope, year: RunningYear): Promise<string> =>
  scoreBasis(tx, scope, year.id, { unverified: countsUnverified(year.plan.document.conduct) });

/** The year as what counts makes it now: the year file that is exported and ranked, its results, and what stands in the way. */
export type YearNow = { rows: YearRows; file: YearFile; results: YearResults; blockers: Blocker[] };

/** Puts the year together and scores it, with whys. A constant number of queries. */
export async function yearNow(tx: Scoped, scope: Scope, year: RunningYear, now: number): Promise<YearNow> {
  const [rows, reports, loaded] = await Promise.all([
    yearRows(tx, scope, year.id),
    reportsOf(tx, scope, year.id),
    loadPledges(tx, scope, year),
  ]);
  const input = yearInputOf(year, rows);
  const { year: file, leftOut } = assembleYear(input, 'verified');
  const results = scoreYear(file, { explain: true });
  const codes = new Map(rows.units.map((unit) => [unit.unitId, unit.code]));
  const extensions: Record<string, Record<string, string>> = {};
  for (const report of reports) {
    const code = codes.get(report.unitId);
    if (code === undefined || report.dueAt === null) continue;
    (extensions[code] ??= {})[report.periodCode] = localMinuteOf(Date.parse(report.dueAt));
  }
  // Who waits for an addendum has signed a pledge that stays in force.
  const states = Object.fromEntries(
    [...standingsOf(loaded)].flatMap(([unitId, standing]): [string, PledgeState][] => {
      const [code, state] = [codes.get(unitId), hasPledged(standing) ? 'signed' : standing.state];
      return code === undefined || state === null ? [] : [[code, state]];
    }),
  );
  return {
    rows,
    file,
    results,
    blockers: provisionalBlockers({ input, results, leftOut, pledges: states, extensions, now }),
  };
}

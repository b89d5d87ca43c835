import { conductOf } from '@giaouoc/domain/plan/index';
import { Refused } from '../trpc/errors.ts';
import type { ReportingUnit } from './load-unit.ts';
import type { RunningYear } from './running-year.ts';

/** More pictures than anyone looks through. */
const mostOfLine = 40;

/**
 * Whether files may be laid there: lines that are asked for in that period, none with more files than anyone looks
 * through. A file that lies there already is not counted twice.
 *
 * @throws line-not-asked, too-many-files
 */
export function checkPlaces(
  year: RunningYear,
  loaded: ReportingUnit,
  places: readonly { line: string; period: string }[],
  evidenceIds: readonly string[],
): void {
  for (const place of places) {
    if (!conductOf(year.plan.document.conduct, place.line)?.due.includes(place.period))
      throw new Refused('line-not-asked', { line: place.line });
    const there = loaded.evidence.filter((file) => file.lineCode === place.line && file.periodCode === place.period);
    const files = new Set([...there.map((file) => file.id), ...evidenceIds]);
    if (files.size > mostOfLine) throw new Refused('too-many-files', { most: mostOfLine });
  }
}

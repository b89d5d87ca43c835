import { startScoring } from '../scoring/start-scoring.ts';
import type { Note } from '../schema/raw.ts';
import type { YearFile } from '../year-file/year.schema.ts';

/**
 * Notes what only scoring finds of the decisions of an otherwise valid year: who is not among the equal ones at the
 * edge of the quota, and more than there is room for; paths from the year.
 */
export function noteDecisionEdges(year: YearFile, note: Note): void {
  const decisions = year.decisions ?? [];
  if (decisions.length === 0) return;
  const scored = startScoring(year);
  for (const { quota, decision, candidates, tieFrom, tieTo, room } of scored.outcomes) {
    if (decision === null) continue;
    const equal = candidates.slice(tieFrom, tieTo);
    decision.keep.forEach((unit, position) => {
      if (!equal.includes(unit))
        note(['decisions', decision.index, 'keep', position], 'decision-not-equal', {
          code: scored.units[unit]!.code,
          quota: quota.code,
        });
    });
    if (equal.length > 0 && decision.keep.length > room - tieFrom)
      note(['decisions', decision.index, 'keep'], 'decision-too-many', { quota: quota.code, room: room - tieFrom });
  }
}

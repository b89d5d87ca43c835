import { inForce } from '../figure/assessment.ts';
import { sameFigure } from '../figure/same-figure.ts';
import { mayFigure } from '../figure/status.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { YearChange } from '../year-change/year-change.ts';
import type { Assessor, Case } from './case.ts';

/**
 * Takes the assessment in force back. The figure stands again where it stood: sent, sent again, or, for a line the federation
 * entered, as entered before or not at all. A return can be taken back until the unit has begun to answer it
 * (`answered-since`): what it has typed since must not be lost.
 */
export function undoAssessment(
  { unit, record, assessments, revision, seen }: Case,
  by: Assessor,
): Result<YearChange[], 'own-unit' | 'nothing-to-undo' | 'answered-since' | 'stale-revision'> {
  if (by.unit === unit) return refuse('own-unit');
  const last = inForce(assessments);
  if (last === undefined) return refuse('nothing-to-undo');
  if (!mayFigure(record.status, 'undo')) {
    return last.decision === 'returned' ? refuse('answered-since') : refuse('nothing-to-undo');
  }
  if (revision !== seen) return refuse('stale-revision', { revision });
  if (last.decision === 'returned' && !sameFigure(record.value, record.submitted)) return refuse('answered-since');
  return ok([{ kind: 'assessment-undone', unit, assessment: last }]);
}

import { sameFigure } from '../figure/same-figure.ts';
import { mayFigure } from '../report/figure-status.ts';
import type { FigureRecord } from '../report/report.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type Assessment, type Assessor, type Case, inForce } from './assessment.ts';

/** What follows from taking a judgement back: the figure as before it, and the judgement to mark as undone. */
export type Undone = { readonly figure: FigureRecord; readonly undone: Assessment };

/**
 * Takes the judgement in force back. The figure stands again where it stood: sent, sent again, or, for a line the federation
 * entered, as entered before or not at all. A return can be taken back until the unit has begun to answer it
 * (`answered-since`): what it has typed since must not be lost.
 */
export function undoAssessment(
  subject: Case,
  assessments: readonly Assessment[],
  by: Assessor,
): Result<Undone, 'own-unit' | 'nothing-to-undo' | 'answered-since' | 'stale-revision'> {
  const { unit, record, seen } = subject;
  if (by.unit === unit) return refuse('own-unit');
  const last = inForce(assessments);
  if (last === undefined) return refuse('nothing-to-undo');
  if (!mayFigure(record.status, 'undo')) {
    return last.decision === 'returned' ? refuse('answered-since') : refuse('nothing-to-undo');
  }
  if (record.revision !== seen) return refuse('stale-revision', { revision: record.revision });
  if (last.decision === 'returned' && !sameFigure(record.value, record.submitted)) return refuse('answered-since');
  const before = assessments.filter((other) => other !== last);
  return ok({ figure: { ...asBefore(record, last, before), revision: record.revision + 1 }, undone: last });
}

function asBefore(record: FigureRecord, last: Assessment, before: readonly Assessment[]): FigureRecord {
  if (last.entered === true) {
    const former = inForce(before);
    const figure = former?.figure;
    return figure === undefined
      ? { ...record, status: 'empty', value: undefined, submitted: undefined, settled: undefined }
      : { ...record, status: 'accepted', value: figure, submitted: figure, settled: figure };
  }
  // It had been sent again when an earlier return is still in force.
  const again = inForce(before)?.decision === 'returned';
  return { ...record, status: again ? 'resubmitted' : 'submitted', settled: undefined };
}

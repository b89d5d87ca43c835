import { inForce } from '../figure/assessment.ts';
import type { FigureValue } from '../figure/figure.ts';
import { figureStanding, figureStatus, type FigureStatus } from '../figure/status.ts';
import type { Conduct } from '../plan/conduct.schema.ts';
import { countingStages, countsSelf } from '../plan/counting-stages.ts';
import { conductOf } from '../plan/document.ts';
import { judgesLine } from '../plan/stage.ts';
import { verifyingStage } from '../plan/verifying-stage.ts';
import type { YearAssessment, YearFigure, YearView } from './input.ts';

/** What one figure of one period brings into the year. */
export type Verdict = {
  /** Absent when points were put in place of a figure that was never given. */
  readonly figure?: FigureValue;
  /** Points a person put in place of the rule's, with the reason. */
  readonly points?: { readonly points: string; readonly reason: string };
};

/** The assessment that settles a figure (E2); none when nobody settled it, or it was returned. All are of this line. */
export function settling(
  assessments: readonly YearAssessment[],
  conduct: Pick<Conduct, 'stages' | 'countsFrom'>,
  line: string,
): YearAssessment | undefined {
  if (assessments.length === 0) return undefined;
  for (const stage of countingStages(conduct)) {
    if (!judgesLine(stage, line)) continue;
    const last = inForce(assessments.filter((one) => one.stage === stage.code));
    if (last !== undefined) return last.decision === 'returned' ? undefined : last;
  }
  return undefined;
}

/** How a figure reads at the stage that verifies. `assessments` are those of this figure, of any stage. */
export function statusAtVerifying(
  figure: Pick<YearFigure, 'state' | 'sending'>,
  assessments: readonly YearAssessment[],
  conduct: Pick<Conduct, 'stages'>,
): FigureStatus {
  if (assessments.length === 0) return figureStatus(figure, undefined);
  const stage = verifyingStage(conduct);
  return figureStatus(figure, inForce(assessments.filter((one) => one.stage === stage)));
}

/** Whether what a unit sent counts before anyone has verified it. */
export const countsUnverified = (conduct: Pick<Conduct, 'unverifiedCounts' | 'countsFrom' | 'stages'>): boolean =>
  conduct.unverifiedCounts || countsSelf(conduct);

/**
 * What a figure counts as in a view; nothing when it does not count there.
 *
 * A figure that nobody verified counts among the verified ones only if the plan says so, and never while it is returned:
 * the federation has looked at that one and found it wanting. Among the reported ones it still stands as it was sent.
 */
export function verdictOf(
  figure: YearFigure,
  assessments: readonly YearAssessment[],
  conduct: Conduct,
  view: YearView,
): Verdict | undefined {
  const standing = figureStanding(statusAtVerifying(figure, assessments, conduct));
  const sent = figure.submitted === undefined ? undefined : { figure: figure.submitted };
  const byUnit = conductOf(conduct, figure.line)?.enteredBy === 'unit';
  if (view === 'reported' && byUnit) return standing === 'owed' ? undefined : sent;
  const settledBy = settling(assessments, conduct, figure.line);
  if (settledBy !== undefined) return judged(figure, settledBy);
  if (view === 'best') return standing === 'owed' ? undefined : sent;
  return countsUnverified(conduct) && (standing === 'waiting' || standing === 'settled') ? sent : undefined;
}

function judged(figure: YearFigure, assessment: YearAssessment): Verdict {
  const value = assessment.figure ?? figure.submitted;
  return {
    ...(value === undefined ? {} : { figure: value }),
    ...(assessment.points === undefined
      ? {}
      : { points: { points: assessment.points, reason: assessment.reason ?? 'Chấm lại' } }),
  };
}

import type { ReviewFilter, ReviewRow } from '@giaouoc/db/queries/review';
import { figureInWords, inputOf, type FigureValue } from '@giaouoc/domain/figure/index';
import { inOrder } from '@giaouoc/domain/period/index';
import {
  conductOf,
  linesOf,
  verifyingStage,
  type LineConduct,
  type PlanDocument,
  type StageCode,
} from '@giaouoc/domain/plan/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import { leadsWithin } from '@giaouoc/domain/rules/kinds';
import type { QueueItem } from './assessment.schema.ts';

/** What a queue needs of a plan: the lines that units enter, which are what the federation judges, and the periods. */
export type ReviewedPlan = {
  /** The stage whose queue it is. */
  stage: StageCode;
  lines: ReadonlyMap<string, { line: Line; conduct: LineConduct }>;
  periods: ReadonlyMap<string, string>;
};

export function reviewedPlan(document: PlanDocument): ReviewedPlan {
  const entered = linesOf(document.scoring).flatMap(({ line }) => {
    const conduct = conductOf(document.conduct, line.code);
    return conduct?.enteredBy === 'unit' ? [[line.code, { line, conduct }] as const] : [];
  });
  return {
    stage: verifyingStage(document.conduct),
    lines: new Map(entered),
    periods: new Map(inOrder(document.conduct.periods).map((period) => [period.code, period.title])),
  };
}

/** The same as the query takes it. */
export const filterOf = (plan: ReviewedPlan, block?: string): ReviewFilter => ({
  stage: plan.stage,
  lines: [...plan.lines.keys()],
  periods: [...plan.periods.keys()],
  block,
});

/** Whether figures of this line, or of any, count out of a number: the parts and wholes of a share. */
export const countsOutOf = (plan: ReviewedPlan, code?: string): boolean =>
  [...plan.lines.values()].some(
    ({ line, conduct }) =>
      (code === undefined || line.code === code) && inputOf(line, conduct.accumulate) === 'partWhole',
  );

/**
 * The figure that a row speaks of: the one put in place of the unit's, else the one it sent. Null for a returned line whose
 * answer the unit has taken back: nothing of it stands as sent.
 */
export const shownFigure = (row: ReviewRow): FigureValue | null => row.corrected ?? row.submitted;

/** One figure of the queue as the page shows it. */
export function queueItemOf(plan: ReviewedPlan, row: ReviewRow): QueueItem {
  const { line, conduct } = plan.lines.get(row.lineCode)!;
  const shown = shownFigure(row);
  // Before everyone is scored nobody can say what a leader line is worth.
  const points = leadsWithin(line.rule) !== null ? null : row.points;
  return {
    unitId: row.unitId,
    unitName: row.unitName,
    blockCode: row.blockCode,
    line: row.lineCode,
    lineTitle: line.title,
    period: row.periodCode,
    periodTitle: plan.periods.get(row.periodCode) ?? row.periodCode,
    status: row.status,
    revision: row.revision,
    words: shown === null ? '' : figureInWords(line, shown),
    points,
    max: line.max,
    evidence: row.evidence,
    flags: flagsOf(row, shown, points, conduct.evidence.needed),
    submittedAt: row.submittedAt,
    enteredFor: row.enteredFor,
  };
}

/** Things worth a second look. */
function flagsOf(
  row: ReviewRow,
  figure: FigureValue | null,
  points: string | null,
  needed: string,
): QueueItem['flags'] {
  const flags: QueueItem['flags'] = [];
  if (row.status === 'resubmitted') flags.push({ code: 'again', line: null });
  if (points !== null && /^0(\.0+)?$/.test(points)) flags.push({ code: 'zero', line: null });
  if (figure === null) return flags;
  if (row.evidence === 0 && needed !== 'no' && !('notApplicable' in figure))
    flags.push({ code: 'no-evidence', line: null });
  // Counted out of another number than the unit's other lines of the period: most often the number of members, typed twice.
  if ('whole' in figure && row.commonWhole !== null && row.commonWhole !== figure.whole)
    flags.push({ code: 'whole-differs', line: row.commonLine });
  return flags;
}

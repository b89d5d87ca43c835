import type { FigureValue } from '../figure/figure.ts';
import type { Conduct, StageCode } from '../plan/conduct.schema.ts';
import { conductOf } from '../plan/document.ts';
import { figureStanding } from '../report/figure-status.ts';
import type { YearFigureRecord, YearJudgement, YearView } from './input.ts';

/**
 * Whose judgement settles a figure when the plan counts from a stage. Colleagues' cross-scores do not settle what the
 * plan leaves to the federation. A committee judges what is disputed, so where it said nothing the federation's word
 * stands. Where the plan counts the self score, what was sent counts as it is.
 */
const settledBy: Readonly<Record<StageCode, readonly StageCode[]>> = {
  self: [],
  cross: ['cross'],
  explanation: ['explanation', 'cross'],
  federation: ['federation'],
  committee: ['committee', 'federation'],
};

/** What one figure of one period brings into the year. */
export type Verdict = {
  /** Absent when points were put in place of a figure that was never given. */
  readonly figure?: FigureValue;
  /** Points a person put in place of the rule's, with the reason. */
  readonly points?: { readonly points: string; readonly reason: string };
};

/** The judgement that settles a figure, the last of the latest stage; none when nobody settled it, or it was returned. */
export function settling(judgements: readonly YearJudgement[], countsFrom: StageCode): YearJudgement | undefined {
  if (judgements.length === 0) return undefined;
  for (const stage of settledBy[countsFrom]) {
    const last = judgements
      .filter((judgement) => judgement.stage === stage)
      .reduce<YearJudgement | undefined>((a, b) => (a === undefined || b.at >= a.at ? b : a), undefined);
    if (last !== undefined) return last.decision === 'returned' ? undefined : last;
  }
  return undefined;
}

/** Whether what a unit sent counts before anyone has verified it. */
export const countsUnverified = (conduct: Pick<Conduct, 'unverifiedCounts' | 'countsFrom'>): boolean =>
  conduct.unverifiedCounts || conduct.countsFrom === 'self';

/**
 * What a figure counts as in a view; nothing when it does not count there.
 *
 * A figure that nobody verified counts among the verified ones only if the plan says so, and never while it is returned:
 * the federation has looked at that one and found it wanting. Among the reported ones it still stands as it was sent.
 */
export function verdictOf(
  figure: YearFigureRecord,
  judgements: readonly YearJudgement[],
  conduct: Conduct,
  view: YearView,
): Verdict | undefined {
  const standing = figureStanding(figure.status);
  const sent = figure.submitted === undefined ? undefined : { figure: figure.submitted };
  const byUnit = conductOf(conduct, figure.line)?.enteredBy === 'unit';
  if (view === 'reported' && byUnit) return standing === 'owed' ? undefined : sent;
  const judgement = settling(judgements, conduct.countsFrom);
  if (judgement !== undefined) return judged(figure, judgement);
  // The record alone says that it was settled, as when a year is put together without its layers.
  const settled = figure.settled ?? figure.submitted;
  if (standing === 'settled' && settled !== undefined && judgements.length === 0) return { figure: settled };
  if (view === 'best') return standing === 'owed' ? undefined : sent;
  return countsUnverified(conduct) && (standing === 'waiting' || standing === 'settled') ? sent : undefined;
}

function judged(figure: YearFigureRecord, judgement: YearJudgement): Verdict {
  const value = judgement.figure ?? figure.settled ?? figure.submitted;
  return {
    ...(value === undefined ? {} : { figure: value }),
    ...(judgement.points === undefined
      ? {}
      : { points: { points: judgement.points, reason: judgement.reason ?? 'Chấm lại' } }),
  };
}

import { type FigureStatus, figureStanding } from '../figure/status.ts';

/** What a unit did with its report of one period: stored. */
export const reportStates = ['open', 'submitted'] as const;
export type ReportState = (typeof reportStates)[number];

/** What has become of a unit's report of one period: worked out from its state and its figures. */
export const reportStatuses = ['open', 'submitted', 'settled'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What can happen to a report. `change`: a line of it was judged, a judgement taken back, or a line sent again. */
export const reportSteps = ['submit', 'withdraw', 'change'] as const;
export type ReportStep = (typeof reportSteps)[number];

/**
 * The one table of a report's life. Submitting again sends lines that were left out or returned; each time has its own
 * receipt. A settled report with a line left out can still be completed, which opens it again for verification.
 */
export const reportTable: {
  readonly [S in ReportStatus]: { readonly [T in ReportStep]?: readonly ReportStatus[] };
} = {
  open: { submit: ['submitted'] },
  submitted: { submit: ['submitted'], withdraw: ['open'], change: ['submitted', 'settled'] },
  settled: { submit: ['submitted'], change: ['submitted', 'settled'] },
};

/** May this step happen now? */
export function mayReport(status: ReportStatus, step: ReportStep): boolean {
  return (reportTable[status][step] ?? []).length > 0;
}

/** The status of a report; `figures` are those of its lines that the unit enters. */
export const reportStatus = (state: ReportState, figures: readonly FigureStatus[]): ReportStatus =>
  state === 'open' ? 'open' : statusOfSent(figures);

/**
 * The status of a report that was sent, from the statuses of the figures in it: settled as soon as no line of it waits
 * for anyone. Lines that were never sent do not count; they are owed, and show as missing.
 */
export function statusOfSent(figures: readonly FigureStatus[]): Exclude<ReportStatus, 'open'> {
  const standings = figures.map(figureStanding);
  return standings.includes('waiting') || standings.includes('returned') ? 'submitted' : 'settled';
}

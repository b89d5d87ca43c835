/** What has become of one figure of a unit, line and period. A figure without a record is `empty`. */
export const figureStatuses = [
  'empty',
  'draft',
  'submitted',
  'returned',
  'resubmitted',
  'accepted',
  'adjusted',
] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** What can happen to a figure. `enter`: the federation (or a partner) types a line that is its to enter. */
export const figureSteps = [
  'save',
  'clear',
  'submit',
  'withdraw',
  'accept',
  'adjust',
  'return',
  'undo',
  'enter',
] as const;
export type FigureStep = (typeof figureSteps)[number];

/**
 * The one table of a figure's life. Where more than one status is named (`undo`), the layers of judgement below decide;
 * what is not named cannot happen. A judged figure is judged again only after the judgement was taken back, so that two
 * officers never overwrite each other.
 */
export const figureTable: {
  readonly [S in FigureStatus]: { readonly [T in FigureStep]?: readonly FigureStatus[] };
} = {
  empty: { save: ['draft'], enter: ['accepted'] },
  draft: { save: ['draft'], clear: ['empty'], submit: ['submitted'], enter: ['accepted'] },
  submitted: { withdraw: ['draft'], accept: ['accepted'], adjust: ['adjusted'], return: ['returned'] },
  returned: { save: ['returned'], submit: ['resubmitted'], undo: ['submitted', 'resubmitted'] },
  resubmitted: { withdraw: ['returned'], accept: ['accepted'], adjust: ['adjusted'], return: ['returned'] },
  accepted: { undo: ['submitted', 'resubmitted', 'empty', 'accepted'], enter: ['accepted'] },
  adjusted: { undo: ['submitted', 'resubmitted'] },
};

/** The statuses a step can lead to; empty when it cannot happen now. */
export function figureAfter(status: FigureStatus, step: FigureStep): readonly FigureStatus[] {
  return figureTable[status][step] ?? [];
}

/** May this step happen now? */
export function mayFigure(status: FigureStatus, step: FigureStep): boolean {
  return figureAfter(status, step).length > 0;
}

/** Settled: judged, and nobody owes anything. Waiting: sent, and the federation owes a judgement. */
export function figureStanding(status: FigureStatus): 'owed' | 'waiting' | 'returned' | 'settled' {
  switch (status) {
    case 'empty':
    case 'draft':
      return 'owed';
    case 'submitted':
    case 'resubmitted':
      return 'waiting';
    case 'returned':
      return 'returned';
    case 'accepted':
    case 'adjusted':
      return 'settled';
    default:
      return never(status);
  }
}

function never(status: never): never {
  throw new TypeError(`no such status: ${String(status)}`);
}

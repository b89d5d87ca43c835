/**
 * What a unit has done about one line in one period. Only the unit (or an officer entering in its place) changes it: no
 * stage of judging writes here. `sent` stays while a returned line is being typed anew, since what was sent still stands.
 */
export const figureStates = ['empty', 'draft', 'sent'] as const;
export type FigureState = (typeof figureStates)[number];

/** What has become of a figure, as people read it at one stage: worked out from the unit's side and that stage's word. */
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

/** What a stage can say of a figure. */
export const assessmentDecisions = ['accepted', 'adjusted', 'returned'] as const;
export type AssessmentDecision = (typeof assessmentDecisions)[number];

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
  returned: { save: ['returned'], clear: ['returned'], submit: ['resubmitted'], undo: ['submitted', 'resubmitted'] },
  resubmitted: { withdraw: ['returned'], accept: ['accepted'], adjust: ['adjusted'], return: ['returned'] },
  accepted: { undo: ['submitted', 'resubmitted', 'empty', 'draft', 'accepted'], enter: ['accepted'] },
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

/**
 * The status at one stage, from the unit's side and the stage's assessment in force (the last one not taken back).
 * `sending` counts how often the unit has sent the line, and which of these an assessment is about: a return holds until
 * the line is sent once more. PostgreSQL works out the same for its queue (`app.figure_status`); a test compares both over
 * all pairs.
 */
export function figureStatus(
  side: { readonly state: FigureState; readonly sending: number },
  inForce: { readonly decision: AssessmentDecision; readonly sending: number } | undefined,
): FigureStatus {
  if (inForce === undefined) return side.state === 'sent' ? 'submitted' : side.state;
  if (inForce.decision !== 'returned') return inForce.decision;
  return side.state === 'sent' && side.sending > inForce.sending ? 'resubmitted' : 'returned';
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

/** Why the unit may not change a figure now. */
export type NotOpenCode = 'figure-sent' | 'figure-verified';

/** Sent and not looked at yet (it may be withdrawn), or judged (it would have to be returned). */
export function whyNotOpen(status: FigureStatus): NotOpenCode {
  return figureStanding(status) === 'settled' ? 'figure-verified' : 'figure-sent';
}

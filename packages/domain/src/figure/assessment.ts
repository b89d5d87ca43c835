import type { Instant } from '../period/local-time.ts';
import type { StageCode } from './stage.ts';
import type { FigureValue } from './figure.ts';
import type { AssessmentDecision } from './status.ts';

/**
 * What one stage says of one figure: a layer. Never changed (R6): taking it back marks it, the next is a new one.
 */
export type Assessment = {
  /** The stored row's id; absent for one that is only intended yet. */
  readonly id?: string | undefined;
  readonly line: string;
  readonly period: string;
  readonly stage: StageCode;
  readonly decision: AssessmentDecision;
  /** Which sending of the unit it is about; 0 where the federation entered the figure itself. */
  readonly sending: number;
  /** The figure put in place of the unit's. */
  readonly figure?: FigureValue | undefined;
  /** The points put in place of the rule's. */
  readonly points?: string | undefined;
  readonly reason?: string | undefined;
  /** Until when a returned figure is to be answered. */
  readonly due?: Instant | undefined;
  readonly at: Instant;
  /** Entered by the federation itself, not in answer to a unit. */
  readonly entered?: boolean | undefined;
  readonly undone?: boolean | undefined;
};

/**
 * The assessment in force: the last one not taken back. Of two in one instant the later in the list counts, so lists are
 * oldest first.
 */
export function inForce<A extends Pick<Assessment, 'at' | 'undone'>>(assessments: readonly A[]): A | undefined {
  return assessments.reduce<A | undefined>(
    (last, next) => (next.undone !== true && (last === undefined || next.at >= last.at) ? next : last),
    undefined,
  );
}

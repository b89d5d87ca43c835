import { compareDecimals, decimalsOf } from '../numbers/decimal.ts';
import { conductOf, isForBlock, linesOf, type PlanDocument, takesOwnTarget } from '../plan/document.ts';
import { isTakenAway, type UnitTarget } from '../report/report.ts';
import { scoringOf } from '../rules/kinds.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Line } from '../year-file/index.ts';
import { mayPledge, type PledgeState } from './pledge-state.ts';

/** The lines for which a unit of this block sets its own number, in plan order. */
export function ownTargetLines(document: PlanDocument, block: string, targets: readonly UnitTarget[]): Line[] {
  return linesOf(document.scoring)
    .map(({ line }) => line)
    .filter((line) => takesOwnTarget(line) && isForBlock(line, block) && !isTakenAway(targets, line.code));
}

/** Own numbers that are still to be set. */
export function targetsLeft(document: PlanDocument, block: string, targets: readonly UnitTarget[]): Line[] {
  return ownTargetLines(document, block, targets).filter(
    (line) => targets.find((target) => target.line === line.code)?.target === undefined,
  );
}

/**
 * A unit sets its own number for a line, before it signs. `target` is decimal text (see `parseNumber` for typed text).
 *
 * Refusals: `pledge-step-not-now` (signed already, or declined), `target-not-own` (the plan sets it, or the line is not the
 * unit's), `target-below-floor` (detail `floor`; where less is better the floor is a ceiling, detail `ceiling`),
 * `figure-negative`, and `target-not-positive` for 0 where points are a share of the target.
 */
export function setOwnTarget(
  state: PledgeState,
  document: PlanDocument,
  block: string,
  targets: readonly UnitTarget[],
  line: string,
  target: string,
): Result<
  UnitTarget,
  | 'pledge-step-not-now'
  | 'target-not-own'
  | 'target-below-floor'
  | 'figure-negative'
  | 'target-not-positive'
  | 'number-too-fine'
> {
  if (!mayPledge(state, 'register')) return refuse('pledge-step-not-now', { state });
  const own = ownTargetLines(document, block, targets).find((other) => other.code === line);
  if (own === undefined) return refuse('target-not-own', { line });
  if (decimalsOf(target) > 6) return refuse('number-too-fine', { digits: 6 });
  const scoring = scoringOf(own.rule);
  if (compareDecimals(target, '0') < 0) return refuse('figure-negative');
  // "At most 0 accidents" is a good target; a share of 0, or half way to a leader from 0, is none.
  if (scoring.zeroIsTarget !== true && compareDecimals(target, '0') === 0) return refuse('target-not-positive');
  const floor = conductOf(document.conduct, line)?.targetFloor;
  if (floor !== undefined) {
    const lowerIsBetter = scoring.lowerIsBetter?.(own.rule) === true;
    const compared = compareDecimals(target, floor);
    if (lowerIsBetter && compared > 0) return refuse('target-below-floor', { line, ceiling: floor });
    if (!lowerIsBetter && compared < 0) return refuse('target-below-floor', { line, floor });
  }
  return ok({ line, target });
}

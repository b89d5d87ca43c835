import type { Conduct, StageCode } from './conduct.schema.ts';
import { kindOf } from './stage.ts';

/** What the federation's verification is known by in a plan that lists none. */
const unlisted = 'federation';

/**
 * Stages that verify what units send, in the plan's order: those of the federation. Every plan has one, also a plan that
 * lists none.
 */
export function verifyingStages({ stages }: Pick<Conduct, 'stages'>): [StageCode, ...StageCode[]] {
  const [first, ...others] = stages.filter((stage) => kindOf(stage) === 'federation').map(({ code }) => code);
  return first === undefined ? [unlisted] : [first, ...others];
}

/** The stage whose word decides whether a unit's figure waits, came back or is settled: the first that verifies. */
export function verifyingStage({ stages }: Pick<Conduct, 'stages'>): StageCode {
  return stages.find((stage) => kindOf(stage) === 'federation')?.code ?? unlisted;
}

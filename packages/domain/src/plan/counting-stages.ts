import type { Conduct, Stage, StageCode } from './conduct.schema.ts';
import { isOfOldKind, kindOf } from './stage.ts';

type CountingStage = Pick<Stage, 'code' | 'lines'>;

/**
 * What plans of before stages had kinds were published with: colleagues' cross-scores never settle what the plan leaves to the
 * federation, and where a committee said nothing the federation's word stands.
 */
const asPublished: Readonly<Record<StageCode, readonly CountingStage[]>> = {
  self: [],
  cross: [{ code: 'cross' }],
  explanation: [{ code: 'explanation' }, { code: 'cross' }],
  federation: [{ code: 'federation' }],
  committee: [{ code: 'committee' }, { code: 'federation' }],
};

/**
 * The stages whose word may count (E2), first the one the plan counts from, then those before it, nearest first; of one line
 * the first that spoke of it decides. The unit's own stage has no layers: its word counts only where the plan says so.
 */
export function countingStages(conduct: Pick<Conduct, 'stages' | 'countsFrom'>): readonly CountingStage[] {
  const { stages, countsFrom } = conduct;
  if (isOfOldKind(conduct)) return Object.hasOwn(asPublished, countsFrom) ? asPublished[countsFrom]! : [];
  const last = stages.findIndex(({ code }) => code === countsFrom);
  return stages
    .slice(0, last + 1)
    .filter((stage) => kindOf(stage) !== 'self')
    .reverse();
}

/** Whether the unit's own word is what counts at the end: the plan counts from the stage where units score themselves. */
export function countsSelf({ stages, countsFrom }: Pick<Conduct, 'stages' | 'countsFrom'>): boolean {
  return kindOf(stages.find(({ code }) => code === countsFrom) ?? { code: countsFrom }) === 'self';
}

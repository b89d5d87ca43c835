import type { Conduct, StageCode } from './conduct.schema.ts';

/**
 * The stage whose word decides whether a unit's figure waits, came back or is settled: the federation's verification. Every
 * plan has one, also a plan that lists no stages.
 */
export function verifyingStage({ stages }: Pick<Conduct, 'stages'>): StageCode {
  return stages.find((stage) => stage.code === 'federation')?.code ?? 'federation';
}

import { type StageCode, type StageKind, stageKinds } from '../figure/stage.ts';
import type { Conduct, PeerSettings, Stage } from './conduct.schema.ts';

/** Plans published before stages had kinds: the code was one of a closed list, and says what the stage is. */
const kindsOfOldCodes: Readonly<Record<string, StageKind>> = {
  self: 'self',
  cross: 'peer',
  explanation: 'explanation',
  federation: 'federation',
  committee: 'committee',
};

/** The kind that a code says by itself: the name of a kind, or `cross` of old plans; nothing for any other code. */
export function kindOfCode(code: StageCode): StageKind | undefined {
  if (Object.hasOwn(kindsOfOldCodes, code)) return kindsOfOldCodes[code];
  return stageKinds.find((kind) => kind === code);
}

/**
 * The kind of a stage: the one it names, else the one its code says. A stage that says neither is a fault of the plan
 * (`stage-kind-missing`); while a draft is being written it is taken for the federation's.
 */
export const kindOf = ({ kind, code }: Pick<Stage, 'kind' | 'code'>): StageKind =>
  kind ?? kindOfCode(code) ?? 'federation';

/** Whether a plan is from before stages had kinds: it keeps the meaning it was published with. */
export const isOfOldKind = ({ stages }: Pick<Conduct, 'stages'>): boolean =>
  stages.every(({ kind }) => kind === undefined);

/** Whether a stage judges this line: all of them where it names none. */
export const judgesLine = ({ lines }: Pick<Stage, 'lines'>, line: string): boolean =>
  lines === undefined || lines.includes(line);

/** How a stage of units of the cluster works where the plan says nothing of it: one scorer, named by hand. */
export const usualPeerSettings: PeerSettings = { scorers: 1, assigned: 'hand', take: 'mean', places: 2 };

/** How a stage of units of the cluster works. */
export const peerSettings = ({ peer }: Pick<Stage, 'peer'>): PeerSettings => peer ?? usualPeerSettings;

/**
 * Kinds of steps of judging (year's end design §2): the unit itself, units of its cluster, head and vice head, the unit's
 * explanation, the federation's verification, a session, members of a committee. A plan's stages are each of a kind; a kind
 * may come more than once.
 */
export const stageKinds = ['self', 'peer', 'heads', 'explanation', 'federation', 'session', 'committee'] as const;
export type StageKind = (typeof stageKinds)[number];

/** What a stage is known by in its plan, and what its layers name: a code of the plan, like a line's. */
export type StageCode = string;

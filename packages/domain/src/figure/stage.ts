/** The steps of scoring, in the only order they may take; a plan lists those it uses. */
export const stageCodes = ['self', 'cross', 'explanation', 'federation', 'committee'] as const;

export type StageCode = (typeof stageCodes)[number];

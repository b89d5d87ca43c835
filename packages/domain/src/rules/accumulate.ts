/** How the figures of the periods become the year's figure: see `combine`. */
export const accumulateWays = ['latest', 'sum', 'sumParts', 'max'] as const;

export type Accumulate = (typeof accumulateWays)[number];

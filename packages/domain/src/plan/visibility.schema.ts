import { z } from 'zod';

/** Whom a plan decides about: a unit's people, who scores other units, head and vice head, a partner. The federation sees all. */
export const planViewers = ['unit', 'scorer', 'head', 'partner'] as const;
export type PlanViewer = (typeof planViewers)[number];

/**
 * What there is to see: what one said oneself (a unit its self-score, a scorer its marks); self-scores of other units; marks
 * of scorers, their names; totals of a cluster after a stage; marks of the federation.
 */
export const seenThings = [
  'ownLayers',
  'othersSelf',
  'scorersMarks',
  'scorersNames',
  'clusterTotals',
  'federationMarks',
] as const;
export type SeenThing = (typeof seenThings)[number];

/** When it is seen. */
export const seenWhens = ['never', 'stage-closes', 'from-provisional', 'always'] as const;
export type SeenWhen = (typeof seenWhens)[number];

const when = z.enum(seenWhens).exactOptional();
const row = z.strictObject({
  ownLayers: when,
  othersSelf: when,
  scorersMarks: when,
  scorersNames: when,
  clusterTotals: when,
  federationMarks: when,
});

/** What a plan says differently from the usual table (`usualVisibility`). */
export const visibilitySchema = z.strictObject({
  unit: row.exactOptional(),
  scorer: row.exactOptional(),
  head: row.exactOptional(),
  partner: row.exactOptional(),
});

export type Visibility = z.infer<typeof visibilitySchema>;

import type { PlanDocument } from '@giaouoc/domain/plan/index';
import { compilePlan, type CompiledPlan } from '@giaouoc/domain/scoring/index';
import { Recent } from '../recent.ts';

/** A published plan as this process keeps it: the document, not to be changed, and made ready for scoring. */
export type KnownPlan = {
  readonly document: PlanDocument;
  /** Ready to score units of these blocks; worked out once for each set of blocks. */
  readonly compiledFor: (blocks: readonly string[]) => CompiledPlan;
};

/**
 * Published plans by federation and content hash. A published version never changes (R6) and is asked for by every
 * request of its year, so reading, parsing and compiling it again each time is most of what a small request would cost.
 * That it is still the one that scores everyone is asked of the database every time; only its content is remembered.
 */
const known = new Recent<KnownPlan>(200);

/** The plan of this hash, read by `read` if this process has not seen it lately. */
export const knownPlan = (federationId: string, hash: string, read: () => Promise<PlanDocument>): Promise<KnownPlan> =>
  known.get(`${federationId} ${hash}`, async () => readyPlan(frozen(await read())));

/** A plan's document with its way to be compiled. */
export function readyPlan(document: PlanDocument): KnownPlan {
  const compiled = new Map<string, CompiledPlan>();
  return {
    document,
    compiledFor(blocks) {
      const all = [...new Set(blocks)].sort();
      const key = JSON.stringify(all);
      const found = compiled.get(key) ?? compilePlan(document.scoring, all);
      // One unit at a time asks for its own block, a whole year for all of them; more than that is a plan being moved about.
      if (!compiled.has(key) && compiled.size >= 50) compiled.clear();
      compiled.set(key, found);
      return found;
    },
  };
}

/** Shared by requests, so that none can change it under another. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

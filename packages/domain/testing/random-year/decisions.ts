import { evaluate, type SlowYear } from '../slow-evaluator/index.ts';
import type { Choices } from './choices.ts';

/**
 * Adds decisions for some of the edges at which a `decide` quota meets equal units. The year is scored first to find
 * them; a decision can move the edges of later quotas, so they are taken one at a time in the order of quotas.
 */
export function addDecisions(choices: Choices, year: SlowYear): SlowYear {
  const deciding = (year.plan.quotas ?? []).filter((quota) => quota.ties === 'decide').map((quota) => quota.code);
  if (deciding.length === 0) return year;
  const seen = new Set<string>();
  let decided = year;
  for (;;) {
    const edge = evaluate(decided).edges.find(
      (one) => deciding.includes(one.quota) && !seen.has(JSON.stringify([one.quota, one.place])),
    );
    if (!edge) return decided;
    seen.add(JSON.stringify([edge.quota, edge.place]));
    if (!choices.chance(60)) continue;
    const keep = choices.shuffled(edge.equal).slice(0, choices.between(1, edge.room));
    const decision = { quota: edge.quota, keep, reason: 'Ban Chấp hành biểu quyết' };
    decided = { ...decided, decisions: [...(decided.decisions ?? []), decision] };
  }
}

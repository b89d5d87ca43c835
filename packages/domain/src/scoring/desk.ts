import type { CompiledPlan } from './compiled.ts';
import { fillLine, fillUnit } from './load-year.ts';
import { newWork } from './new-work.ts';
import type { ScoredYear } from './scored-year.ts';
import type { Work } from './work.ts';

const desks = new WeakMap<CompiledPlan, Work>();

function deskFor(plan: CompiledPlan): Work {
  let work = desks.get(plan);
  if (work === undefined) {
    work = newWork(plan);
    desks.set(plan, work);
  }
  return work;
}

/**
 * Lays a unit that was scored before on the plan's desk again: what is known of the unit, the points of its lines, and
 * the figures that gates and grades look at. Other figures are not laid out.
 */
export function layOut(year: ScoredYear, unit: number): Work {
  const { plan } = year;
  const before = year.scores[unit]!;
  const work = deskFor(plan);
  work.status.set(before.status);
  for (let i = 0; i < plan.lines.length; i += 1) {
    work.points[i] = before.points[i]!;
    work.computed[i] = before.computed[i]!;
  }
  for (const tested of plan.testedLines) fillLine(year, year.entries[unit]!, year.bests, unit, tested, work);
  fillUnit(year, unit, work);
  return work;
}

import { holds, type Evidence } from './conditions.ts';
import * as q from './numbers.ts';
import { forBlock } from './plan-order.ts';

export interface Grading {
  /** Codes of the gates that fire, in plan order. */
  readonly gates: readonly string[];
  /** After `totalAtMost`. */
  readonly total: q.Rational;
  readonly notGraded: string | null;
  /** Place in the list of grades, 0 is the best; null when not graded. */
  readonly grade: number | null;
}

/** Gates, the final total and the grade before quotas (scoring.md §5 and §6). */
export function gradeUnit(about: Evidence): Grading {
  const { plan } = about.year;
  const fired = (plan.gates ?? []).filter((gate) => holds(gate.when, about));
  let total = about.totals.total;
  for (const gate of fired)
    if (gate.effect.totalAtMost !== undefined) total = q.atMost(total, q.parse(gate.effect.totalAtMost));

  const gates = fired.map((gate) => gate.code);
  const closed = fired.find((gate) => gate.effect.notGraded === true);
  const notGraded = about.totals.nothingAssigned ? 'nothing-assigned' : (closed?.code ?? null);
  if (notGraded !== null) return { gates, total, notGraded, grade: null };

  const best = Math.max(
    0,
    ...fired
      .filter((gate) => gate.effect.gradeAtMost !== undefined)
      .map((gate) => plan.grades.findIndex((grade) => grade.code === gate.effect.gradeAtMost)),
  );
  const grade = plan.grades.findIndex(
    (one, index) =>
      index >= best &&
      (one.from === undefined || q.compare(total, q.parse(forBlock(one.from, about.unit.block))) >= 0) &&
      (one.requires === undefined || holds(one.requires, about)),
  );
  if (grade < 0) throw new Error('the last grade takes everyone');
  return { gates, total, notGraded, grade };
}

import type { Assessment } from '../figure/assessment.ts';
import type { YearChange } from '../year-change/year-change.ts';
import type { YearAssessment, YearFigure, YearInput, YearTarget } from './input.ts';
import { figureKey, unitLineKey } from '../figure/figure-key.ts';

/**
 * The year as it stands once these changes are done, without storing anything: what a preview shows, and what an act is
 * scored by. Changes are taken in their order. Reports hold no part of the score, so a change of one leaves the input as
 * it is.
 */
export function applyChanges(input: YearInput, changes: readonly YearChange[]): YearInput {
  const sides = new Map<string, YearFigure>();
  const undone = new Set<Assessment | string>();
  const added: YearAssessment[] = [];
  const assignments = new Map<string, Pick<YearTarget, 'unit' | 'line' | 'assigned'>>();
  for (const change of changes) {
    if (change.kind === 'figure') {
      const { line, period, state, submitted, sending } = change.side;
      const figure = { unit: change.unit, line, period, state, submitted, sending };
      sides.set(figureKey(line, period, change.unit), figure);
    } else if (change.kind === 'assessment') added.push({ ...change.assessment, unit: change.unit });
    else if (change.kind === 'assessment-undone') undone.add(change.assessment.id ?? change.assessment);
    else if (change.kind === 'assignment') {
      const { unit, line, assigned } = change;
      assignments.set(unitLineKey(unit, line), { unit, line, assigned });
    }
  }
  return {
    ...input,
    targets: assignments.size === 0 ? input.targets : reassigned(input.targets, assignments),
    figures: sides.size === 0 ? input.figures : replaced(input.figures, sides),
    assessments:
      added.length + undone.size === 0
        ? input.assessments
        : [...input.assessments.filter((one) => !undone.has(one.id ?? one)), ...added],
  };
}

/** Each target in its place, with the unit's own number it has; of lines that had none at the end. */
function reassigned(
  targets: readonly YearTarget[],
  assignments: Map<string, Pick<YearTarget, 'unit' | 'line' | 'assigned'>>,
): YearTarget[] {
  const list = targets.map((target) => {
    const key = unitLineKey(target.unit, target.line);
    const changed = assignments.get(key);
    assignments.delete(key);
    return changed === undefined ? target : { ...target, ...changed };
  });
  return [...list, ...assignments.values()];
}

/** Each figure that changed in its place, new ones at the end. */
function replaced(figures: readonly YearFigure[], sides: Map<string, YearFigure>): YearFigure[] {
  const list = figures.map((figure) => {
    const key = figureKey(figure.line, figure.period, figure.unit);
    const changed = sides.get(key);
    sides.delete(key);
    return changed ?? figure;
  });
  return [...list, ...sides.values()];
}

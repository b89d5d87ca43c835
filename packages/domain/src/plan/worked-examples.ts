import type { Accumulate } from '../rules/accumulate.ts';
import type { WorkedExample } from '../rules/examples.ts';
import { guidanceOf } from '../rules/guidance.ts';
import type { Line } from '../year-file/index.ts';

export type { WorkedExample };

/**
 * Up to three figures that show what a rule does: one that earns everything, one in between, one that earns little or
 * nothing. The line's settings must be readable numbers; whether they make sense together does not matter.
 */
export function workedExamples(line: Line, accumulate: Accumulate = 'latest'): WorkedExample[] {
  return guidanceOf(line.rule.kind).examples(line, accumulate);
}

import { promised } from '../../rules/phrases.ts';
import { capital } from '../../words/texts.ts';
import type { Gate } from '../../year-file/plan.schema.ts';
import { conditionInWords } from './condition.ts';
import type { PlanNames } from './names.ts';

/** What follows when a gate's condition holds; the last branch takes what is left. */
function effectInWords(effect: Gate['effect'], names: PlanNames): string {
  if ('gradeAtMost' in effect) return `xếp loại cao nhất là ${names.grade(effect.gradeAtMost)}`;
  if ('totalAtMost' in effect) return `tổng điểm không quá ${promised(effect.totalAtMost)}`;
  const left: { notGraded: true } = effect;
  return left.notGraded ? 'không được xếp loại' : '';
}

/** `Nếu tiêu chí 1.1 “…” được dưới 4 điểm thì xếp loại cao nhất là “Hoàn thành tốt nhiệm vụ”.` */
export function gateInWords(gate: Pick<Gate, 'when' | 'effect'>, names: PlanNames): string {
  return capital(`nếu ${conditionInWords(gate.when, names)} thì ${effectInWords(gate.effect, names)}.`);
}

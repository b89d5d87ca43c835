import { earned, promised } from '../../explain/phrases.ts';
import { millionths } from '../../numbers/decimal.ts';
import { formatShort } from '../../numbers/format.ts';
import { type Int, powerOfTen } from '../../numbers/int.ts';
import { approximately, over, rational, times } from '../../numbers/rational.ts';
import { decimalOf } from '../../year-file/raw.ts';
import { onGrid, type RaiseOf } from './raise.ts';
import { figureNumber, type ReasonOf } from './reason.ts';
import { above, type RuleCheck } from './rule-check.ts';
import type { RuleScoring } from './rule-kind.ts';
import type { RuleWords } from './rule-words.ts';
import { maxPoints } from './scaling.ts';
import type { JudgedRule } from './judged.settings.ts';

export type { JudgedRule };

// Judged (chấm điểm): a person gives the points.

interface CompiledJudged {
  max: Int;
  scale: Int;
}

export const judged: RuleScoring<JudgedRule, CompiledJudged> = {
  sort: 'points',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ max: maxPoints(line, ints), scale: ints.of(powerOfTen(line.places)) }),
  reach: (c, figure) => figure * Number(c.scale),
  points(c, cell, out) {
    out.num = cell.num * c.scale;
    out.den = cell.den;
  },
};

export const judgedCheck: RuleCheck = {
  figure(rule, figure, line, note) {
    const points = decimalOf(figure['points']);
    if (points === null) return;
    const step = decimalOf(rule['step']);
    if (above('0', points) || above(points, line.max)) note(['points'], 'judged-range', { max: line.max ?? '' });
    else if (step !== null && millionths(step) > 0n && millionths(points) % millionths(step) !== 0n)
      note(['points'], 'judged-step', { step });
  },
};

/** Outcome: judged. */
export const judgedReason: ReasonOf<JudgedRule> = (_rule, { figure }) => {
  const raw = figureNumber(figure);
  return { outcome: 'judged', value: approximately(raw), formula: formatShort(approximately(raw)), raw, limit: null };
};

export const judgedWords: RuleWords<JudgedRule> = {
  inWords: (rule, { max }) =>
    `Người chấm cho điểm từ 0 đến ${promised(max)}${rule.step === undefined ? '' : `, mỗi nấc ${promised(rule.step)}`}.`,
  inBrief: () => 'Người chấm cho điểm',
  say: (why) => `Người chấm cho ${earned(why.rounded)}.`,
};

export const judgedRaise: RaiseOf<JudgedRule> = (rule, { max }) => {
  if (rule.step === undefined) return [{ points: max }];
  const steps = rational(onGrid(over(rational(max), rational(rule.step)), 0, 'down'));
  return [{ points: approximately(times(steps, rational(rule.step))) }];
};

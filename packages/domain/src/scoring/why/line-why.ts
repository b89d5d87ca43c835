import { reduced, type Rational } from '../../numbers/rational.ts';
import { printScaled } from '../../numbers/decimal.ts';
import { divideRounded, powerOfTen, toBig } from '../../numbers/int.ts';
import type { CompiledLine } from '../compiled.ts';
import type { Outcome } from '../../rules/rule-scoring.ts';
import { reasonOf } from '../../rules/kinds.ts';
import type { ReasonInput } from '../../rules/reason.ts';
import type { Fraction, RuleWhy } from './whys.ts';

const fractionOf = (value: Rational): Fraction => {
  const { num, den } = reduced(value);
  return { num: String(num), den: String(den) };
};

/**
 * Why a rule gave its points: the reason of its kind, with the very fraction that the engine rounded. `outcome` is what
 * the engine worked out, in units of the plan's last decimal.
 */
export function ruleWhy(line: CompiledLine, places: number, outcome: Outcome, input: ReasonInput): RuleWhy {
  const rounded = divideRounded(outcome.num, outcome.den);
  const before: Rational = { num: toBig(outcome.num), den: toBig(outcome.den) * powerOfTen(places) };
  const reason = reasonOf(line.line.rule, input);
  // The reason is a fresh object: it is completed in place, as there may be a million of them.
  return Object.assign(reason, {
    kind: line.line.rule.kind,
    raw: fractionOf(reason.raw),
    before: fractionOf(before),
    rounded: printScaled(rounded, places),
  });
}

/** The target that counts for a unit on a line: the rule's, or its own. */
export function targetText(line: CompiledLine, own: string | undefined): string | null {
  const asked = line.scoring.target?.(line.line.rule);
  return asked === undefined ? null : asked === 'unit' ? (own ?? null) : asked;
}

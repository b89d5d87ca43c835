import { earned, promised } from '../../explain/phrases.ts';
import type { Int } from '../../numbers/int.ts';
import { rational, ZERO } from '../../numbers/rational.ts';
import type { RaiseOf } from './raise.ts';
import type { ReasonOf } from './reason.ts';
import type { RuleScoring } from './rule-kind.ts';
import type { RuleWords } from './rule-words.ts';
import { maxPoints } from './scaling.ts';
import type { YesNoRule } from './yes-no.settings.ts';

export type { YesNoRule };

// Yes or no (có hay không): all the points or none.

interface CompiledYesNo {
  one: Int;
  max: Int;
}

export const yesNo: RuleScoring<YesNoRule, CompiledYesNo> = {
  sort: 'yes',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ one: ints.one, max: maxPoints(line, ints) }),
  reach: (c) => Number(c.max),
  points(c, cell, out) {
    out.num = c.max * cell.num;
    out.den = c.one;
  },
};

/** Outcomes: yes, no. */
export const yesNoReason: ReasonOf<YesNoRule> = (_rule, { figure, max }) =>
  figure?.yes === true
    ? { outcome: 'yes', formula: 'Có', raw: rational(max), limit: null }
    : { outcome: 'no', formula: 'Không', raw: ZERO, limit: null };

export const yesNoWords: RuleWords<YesNoRule> = {
  inWords: (_rule, { max }) => `Có thì được ${promised(max)}, không thì 0 điểm.`,
  inBrief: () => 'Có / không',
  say: (why) =>
    why.outcome === 'yes' ? `Có thực hiện nên được trọn ${earned(why.rounded)}.` : 'Không thực hiện nên 0 điểm.',
};

export const yesNoRaise: RaiseOf<YesNoRule> = () => [{ yes: true }];

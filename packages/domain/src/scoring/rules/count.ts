import { counted, promised } from '../../explain/phrases.ts';
import { decimalsOf } from '../../numbers/decimal.ts';
import { formatShort } from '../../numbers/format.ts';
import { type Int, powerOfTen } from '../../numbers/int.ts';
import { ZERO, approximately, compare, minus, over, plus, rational, times } from '../../numbers/rational.ts';
import { onGrid, type RaiseOf } from './raise.ts';
import { figureNumber, limitOf, type ReasonOf } from './reason.ts';
import { above, type RuleCheck } from './rule-check.ts';
import type { RuleScoring } from './rule-kind.ts';
import { result, type RuleWords } from './rule-words.ts';
import { fraction, maxPoints, pointScale } from './scaling.ts';
import type { CountRule } from './count.settings.ts';

export type { CountRule };

// Count (đếm): so many points for each, beyond the first few where the rule says so.

interface CompiledCount {
  zero: Int;
  one: Int;
  max: Int;
  each: Int;
  eachDen: Int;
  afterNum: Int;
  afterDen: Int;
}

export const count: RuleScoring<CountRule, CompiledCount> = {
  sort: 'value',
  lowest: () => '0',
  compile(rule, line, ints) {
    const scale = pointScale([rule.each], line, ints);
    const after = fraction(rule.after ?? '0', ints);
    return {
      zero: ints.zero,
      one: ints.one,
      max: maxPoints(line, ints),
      each: scale.of(rule.each),
      eachDen: ints.of(powerOfTen(scale.decimals - line.places)),
      afterNum: after.num,
      afterDen: after.den,
    };
  },
  reach: (c, figure) =>
    figure *
    Math.max(
      Number(c.each) * (Number(c.afterDen) + Number(c.afterNum)),
      Number(c.afterDen) * Number(c.eachDen) * Math.max(Number(c.max), 1),
    ),
  points(c, cell, out) {
    const beyond = cell.num * c.afterDen - c.afterNum * cell.den;
    out.den = c.one;
    if (beyond <= c.zero) {
      out.num = c.zero;
      return;
    }
    const num = c.each * beyond;
    const den = c.eachDen * cell.den * c.afterDen;
    if (num >= c.max * den) {
      out.num = c.max;
      return;
    }
    out.num = num;
    out.den = den;
  },
};

export const countCheck: RuleCheck = {
  figure(_rule, figure, _line, note) {
    if (above('0', figure['value'])) note(['value'], 'negative');
  },
};

/** Outcomes: counted, none-beyond (not more than `after`). */
export const countReason: ReasonOf<CountRule> = (rule, { figure, max }) => {
  const a = figureNumber(figure);
  const value = approximately(a);
  const after = rule.after ?? '0';
  const beyond = minus(a, rational(after));
  if (compare(beyond, ZERO) <= 0)
    return {
      outcome: 'none-beyond',
      value,
      border: after,
      formula: `${formatShort(value)} ≤ ${formatShort(after)}`,
      raw: ZERO,
      limit: null,
    };
  const raw = times(rational(rule.each), beyond);
  const counted =
    compare(rational(after), ZERO) === 0 ? formatShort(value) : `(${formatShort(value)} - ${formatShort(after)})`;
  return {
    outcome: 'counted',
    value,
    border: after,
    formula: `${formatShort(rule.each)} × ${counted}`,
    raw,
    limit: limitOf(raw, max, '0'),
  };
};

export const countWords: RuleWords<CountRule> = {
  inWords(rule, { max, unit }) {
    const each = unit === undefined || unit === '' ? 'Mỗi lần' : `Mỗi ${unit}`;
    const after =
      rule.after === undefined || !/[1-9]/.test(rule.after)
        ? ''
        : `, tính từ sau ${counted(rule.after, unit ?? 'lần')} đầu`;
    return `${each} được ${promised(rule.each)}${after}. Nhiều nhất ${promised(max)}.`;
  },
  inBrief: (rule, { unit }) => `${promised(rule.each)} mỗi ${unit === undefined || unit === '' ? 'lần' : unit}`,
  say(why, line) {
    const value = counted(why.value ?? '0', line.measure);
    if (why.outcome === 'none-beyond') {
      if (!/[1-9]/.test(why.border ?? '0')) return `Có ${value} nên 0 điểm.`;
      return `Có ${value}, chưa quá ${counted(why.border ?? '0', line.measure ?? 'lần')} đầu (không tính điểm) nên 0 điểm.`;
    }
    return `Có ${value}${result(why, line)}.`;
  },
};

export const countRaise: RaiseOf<CountRule> = (rule, { now, max }) => {
  const full = plus(rational(rule.after ?? '0'), over(rational(max), rational(rule.each)));
  return [{ value: onGrid(full, now?.value === undefined ? 0 : decimalsOf(now.value), 'up') }];
};

import { earned, promised } from '../../explain/phrases.ts';
import { formatShort } from '../../numbers/format.ts';
import type { Int } from '../../numbers/int.ts';
import { compare, minus, rational, times } from '../../numbers/rational.ts';
import { below, listOf, noteTwice } from '../../year-file/raw.ts';
import type { RaiseOf } from './raise.ts';
import { exactDecimal, limitOf, type ReasonOf, type ReasonPart } from './reason.ts';
import { noteMinAbove, noteUnknownCodes, type RuleCheck } from './rule-check.ts';
import { atLeast, atMost, type RuleScoring } from './rule-kind.ts';
import { limited, type RuleWords, times as several, worked } from './rule-words.ts';
import { pointScale } from './scaling.ts';
import type { DeductRule } from './deduct.settings.ts';

export type { DeductRule };

// Deduct (trừ điểm): all the points, less so many for each fault found. No figure means that no fault was found.

interface CompiledDeduct {
  each: Int[];
  caps: (Int | null)[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const deduct: RuleScoring<DeductRule, CompiledDeduct> = {
  sort: 'faults',
  codes: (rule) => rule.faults,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale(
      [...rule.faults.flatMap((fault) => [fault.each, fault.max ?? '0']), line.max, min],
      line,
      ints,
    );
    const each = rule.faults.map((fault) => scale.of(fault.each));
    const max = scale.of(line.max);
    return {
      each,
      caps: rule.faults.map((fault) => (fault.max === undefined ? null : scale.of(fault.max))),
      max,
      min: scale.of(min),
      den: scale.den,
      largest: each.reduce((sum, value) => sum + Number(value), Number(max) + Math.abs(Number(scale.of(min)))),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let left = c.max;
    for (let i = 0; i < c.each.length; i += 1) {
      const lost = cell.counts[i]! * c.each[i]!;
      const cap = c.caps[i]!;
      left -= cap === null ? lost : atMost(lost, cap);
    }
    out.num = atLeast(left, c.min);
    out.den = c.den;
  },
};

export const deductCheck: RuleCheck = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['faults']), below(note, 'faults'));
    noteMinAbove(rule, line, note);
  },
  figure: (rule, figure, _line, note) => noteUnknownCodes(rule, 'faults', figure, note),
};

/** Outcomes: no-faults, faults. Points of the parts are what was taken off. */
export const deductReason: ReasonOf<DeductRule> = (rule, { figure, max }) => {
  const counts = figure?.faults ?? {};
  const parts: ReasonPart[] = rule.faults.flatMap(({ code, title, each, max: cap }) => {
    const count = Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
    if (count === 0) return [];
    const lost = times(rational(each), rational(String(count)));
    const capped = cap !== undefined && compare(lost, rational(cap)) > 0;
    return [{ code, title, count, each, points: capped ? cap : exactDecimal(lost), capped }];
  });
  const raw = parts.reduce((left, part) => minus(left, rational(part.points)), rational(max));
  const taken = parts.map(({ count, each, points, capped }) =>
    capped || count === 1 ? formatShort(points) : `${String(count)} × ${formatShort(each)}`,
  );
  return {
    outcome: parts.length === 0 ? 'no-faults' : 'faults',
    parts,
    formula: [formatShort(max), ...taken].join(' - '),
    raw,
    limit: limitOf(raw, max, rule.min ?? '0'),
  };
};

export const deductWords: RuleWords<DeductRule> = {
  inWords(rule, { max }) {
    const faults = rule.faults.map(
      ({ title, each, max: cap }) =>
        `${title}: trừ ${promised(each)} mỗi lần${cap === undefined ? '' : ` (nhiều nhất ${promised(cap)})`}`,
    );
    // A line that only takes away: its limit is how much it takes at most.
    if (!/[1-9]/.test(max))
      return `Trừ theo lỗi. ${faults.join('; ')}. Trừ tối đa ${promised((rule.min ?? '0').replace('-', ''))}.`;
    return `Có sẵn ${promised(max)}, trừ theo lỗi. ${faults.join('; ')}. Còn lại không thấp hơn ${promised(rule.min ?? '0')}.`;
  },
  inBrief(rule) {
    const [only] = rule.faults;
    return rule.faults.length === 1 && only !== undefined ? `Trừ ${promised(only.each)} mỗi lần` : 'Trừ theo lỗi';
  },
  say(why, line) {
    if (why.outcome === 'no-faults') return `Không có lỗi nào nên giữ nguyên ${earned(why.rounded)}.`;
    const names = (why.parts ?? [])
      .map(
        ({ count, title, points, capped }) =>
          `${several(count, title)}${capped ? ` (trừ nhiều nhất ${promised(points)})` : ''}`,
      )
      .join(', ');
    return `Có lỗi: ${names}. Còn ${why.limit === null ? worked(why) : `${why.formula}${limited(why, line)} nên là ${earned(why.rounded)}`}.`;
  },
};

export const deductRaise: RaiseOf<DeductRule> = () => [{ faults: {} }];

import { counted, earned, listedUnits, promised, reported } from '../../explain/phrases.ts';
import { decimalsOf } from '../../numbers/decimal.ts';
import { formatShort, formatSpoken } from '../../numbers/format.ts';
import type { Int } from '../../numbers/int.ts';
import { approximately, compare, minus, over, plus, rational, times, ZERO } from '../../numbers/rational.ts';
import { figureAt, present, type RaiseOf } from './raise.ts';
import { figureNumber, type ReasonOf, shownNumber } from './reason.ts';
import type { RuleScoring } from './rule-kind.ts';
import { type RuleWords, worked } from './rule-words.ts';
import { maxPoints } from './scaling.ts';
import type { LeaderRule } from './leader.settings.ts';

export type { LeaderRule };

// Leader (so với đơn vị dẫn đầu): half the points at the target, all for the best of the block or cluster.

interface CompiledLeader {
  zero: Int;
  one: Int;
  two: Int;
  max: Int;
}

export const leader: RuleScoring<LeaderRule, CompiledLeader> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ zero: ints.zero, one: ints.one, two: ints.two, max: maxPoints(line, ints) }),
  reach: (c, figure, target) => 4 * figure * figure * target * Math.max(Number(c.max), 1),
  points(c, cell, out) {
    out.num = c.zero;
    out.den = c.one;
    const t = cell.targetNum * cell.den;
    if (t <= c.zero) return;
    const a = cell.num * cell.targetDen;
    if (a <= t) {
      // M/2 · max(a, 0)/t, which is M/2 at the target.
      if (a <= c.zero) return;
      out.num = c.max * a;
      out.den = c.two * t;
      return;
    }
    // L − t and a − t over their own denominators; M/2 + M/2 · (a − t)/(L − t) is M at a = L.
    const beyond = (a - t) * cell.bestDen;
    const best = (cell.bestNum * cell.targetDen - cell.targetNum * cell.bestDen) * cell.den;
    out.num = c.max * (best + beyond);
    out.den = c.two * best;
  },
};

/** Outcomes: no-aim (target not above 0), under-zero, below, at, above, leads. */
export const leaderReason: ReasonOf<LeaderRule> = (_rule, { figure, target, max, best }) => {
  const a = figureNumber(figure);
  const value = approximately(a);
  const own = target ?? '0';
  const t = rational(own);
  const ahead = best ?? { value: a, units: [] };
  const leader = { value: approximately(ahead.value), units: [...ahead.units] };
  const seen = { value, target: own, leader, limit: null };
  const half = over(rational(max), rational('2'));
  const halfText = formatShort(approximately(half));
  const aText = shownNumber(figure, value);
  const tText = formatShort(own);
  const lText = formatSpoken(leader.value);
  if (compare(t, ZERO) <= 0) return { ...seen, outcome: 'no-aim', formula: '0', raw: ZERO };
  const order = compare(a, t);
  if (order < 0 && compare(a, ZERO) <= 0) return { ...seen, outcome: 'under-zero', formula: '0', raw: ZERO };
  if (order < 0)
    return { ...seen, outcome: 'below', formula: `${halfText} × ${aText} ÷ ${tText}`, raw: over(times(half, a), t) };
  if (order === 0) return { ...seen, outcome: 'at', formula: `${formatShort(max)} ÷ 2`, raw: half };
  if (compare(a, ahead.value) >= 0) return { ...seen, outcome: 'leads', formula: formatShort(max), raw: rational(max) };
  const share = over(minus(a, t), minus(ahead.value, t));
  return {
    ...seen,
    outcome: 'above',
    formula: `${halfText} + ${halfText} × (${aText} - ${tText}) ÷ (${lText} - ${tText})`,
    raw: plus(half, times(half, share)),
  };
};

export const leaderWords: RuleWords<LeaderRule> = {
  inWords(rule, { max, unit }) {
    const target = rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : `chỉ tiêu ${counted(rule.target, unit)}`;
    const half = promised(approximately(over(rational(max), rational('2'))));
    const place = rule.within === 'block' ? 'khối' : 'cụm';
    return (
      `Đạt ${target} được ${half}, chưa đạt thì tính theo tỷ lệ. ` +
      `Đơn vị dẫn đầu ${place} được ${promised(max)}; đơn vị vượt chỉ tiêu khác được thêm theo mức vượt so với đơn vị dẫn đầu.`
    );
  },
  inBrief: (rule, { unit }) =>
    `So với đơn vị dẫn đầu ${rule.within === 'block' ? 'khối' : 'cụm'}, chỉ tiêu ${rule.target === 'unit' ? 'riêng' : counted(rule.target, unit)}`,
  say(why, line) {
    const figure = reported(line.figure, why.value, line.measure);
    const target = counted(why.target ?? '0', line.measure);
    const who = why.leader === undefined || why.leader.units.length === 0 ? '' : ` (${listedUnits(why.leader.units)})`;
    switch (why.outcome) {
      case 'leads':
        return `Đạt ${figure}, vượt chỉ tiêu ${target} và dẫn đầu nên được trọn ${earned(why.rounded)}.`;
      case 'above':
        return `Đạt ${figure}, vượt chỉ tiêu ${target}; đơn vị dẫn đầu${who} đạt ${formatSpoken(why.leader?.value ?? '0')}${line.measure === undefined ? '' : ` ${line.measure}`}: ${worked(why)}.`;
      case 'at':
        return `Đạt ${figure}, vừa đúng chỉ tiêu ${target} nên được nửa số điểm: ${worked(why)}.`;
      case 'below':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target}: ${worked(why)}.`;
      case 'no-aim':
        return `Chỉ tiêu ${target} không lớn hơn 0 nên tiêu chí này 0 điểm.`;
      default:
        return `Số liệu ${figure} không lớn hơn 0 nên 0 điểm.`;
    }
  },
};

export const leaderRaise: RaiseOf<LeaderRule> = (_rule, { now, target, best }) => {
  if (target === null) return [];
  const aim = rational(target);
  // One step beyond the target where nobody else is beyond it.
  const ahead =
    best !== null && compare(best, aim) > 0 ? figureAt(best, now, 'up', false, 6) : figureAt(aim, now, 'up', true, 0);
  return present([figureAt(aim, now, 'up', false, decimalsOf(target)), ahead]);
};

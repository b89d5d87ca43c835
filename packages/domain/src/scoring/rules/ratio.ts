import { counted, earned, promised, reported, sharePercent } from '../../explain/phrases.ts';
import { decimalsOf } from '../../numbers/decimal.ts';
import { formatShort } from '../../numbers/format.ts';
import type { Int } from '../../numbers/int.ts';
import { approximately, compare, over, rational, times, ZERO } from '../../numbers/rational.ts';
import { figureAt, present, type RaiseOf } from './raise.ts';
import { figureNumber, type ReasonOf, shownNumber } from './reason.ts';
import type { RuleCheck } from './rule-check.ts';
import type { RuleScoring } from './rule-kind.ts';
import { type RuleWords, worked } from './rule-words.ts';
import { fraction, maxPoints } from './scaling.ts';
import type { RatioRule } from './ratio.settings.ts';

export type { RatioRule };

// Ratio (tỷ lệ): the figure against a target; all the points at the target, and a share of them, or none, below it.

interface CompiledRatio {
  zero: Int;
  one: Int;
  max: Int;
  higher: boolean;
  proportional: boolean;
  strict: boolean;
  floorNum: Int;
  floorDen: Int;
}

export const ratio: RuleScoring<RatioRule, CompiledRatio> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowest: () => '0',
  compile(rule, line, ints) {
    const floor = fraction(rule.floor ?? '0', ints);
    return {
      zero: ints.zero,
      one: ints.one,
      max: maxPoints(line, ints),
      higher: rule.better === 'higher',
      proportional: rule.below === 'proportional',
      strict: rule.strict === true,
      floorNum: floor.num,
      floorDen: floor.den,
    };
  },
  reach: (c, figure, target) => figure * target * Math.max(Number(c.max), Number(c.floorDen)),
  points(c, cell, out) {
    // a/t = over/under, where the smaller is better the other way round.
    const a = cell.num * cell.targetDen;
    const t = cell.targetNum * cell.den;
    const over = c.higher ? a : t;
    const under = c.higher ? t : a;
    out.den = c.one;
    if (c.strict ? over > under : over >= under) {
      out.num = c.max;
      return;
    }
    out.num = c.zero;
    if (!c.proportional) return;
    // higher: 0 when a < 0 (then over < 0; a ≥ 0 below the target makes under > 0); lower: 0 when t ≤ 0.
    if (over < c.zero || under <= c.zero || over * c.floorDen < c.floorNum * under) return;
    out.num = c.max * over;
    out.den = under;
  },
};

export const ratioCheck: RuleCheck = {
  settings(rule, _line, note) {
    if (rule['floor'] !== undefined && rule['below'] === 'nothing') note([], 'floor-needs-proportional');
    if (rule['strict'] !== undefined && rule['below'] === 'proportional') note([], 'strict-needs-nothing');
  },
};

/**
 * Outcomes: reached; for higher `short`, `not-above` (equal and strict), for lower `over`, `not-below`: nothing;
 * proportional, proportional-over; under-floor, under-floor-over; under-zero (no share can be taken).
 */
export const ratioReason: ReasonOf<RatioRule> = (rule, { figure, target, max }) => {
  const a = figureNumber(figure);
  const own = target ?? '0';
  const t = rational(own);
  const higher = rule.better === 'higher';
  const strict = rule.strict === true;
  const order = higher ? compare(a, t) : compare(t, a);
  const value = approximately(a);
  const seen = { value, target: own, limit: null };
  const shown = shownNumber(figure, value);
  const against = formatShort(own);
  if (order > 0 || (order === 0 && !strict)) {
    const sign = higher ? (strict ? '>' : '≥') : strict ? '<' : '≤';
    return { ...seen, outcome: 'reached', formula: `${shown} ${sign} ${against}`, raw: rational(max) };
  }
  const nothing = { ...seen, formula: `${shown} ${order === 0 ? '=' : higher ? '<' : '>'} ${against}`, raw: ZERO };
  if (rule.below === 'nothing')
    return { ...nothing, outcome: order === 0 ? (higher ? 'not-above' : 'not-below') : higher ? 'short' : 'over' };
  if (higher ? compare(a, ZERO) < 0 : compare(t, ZERO) <= 0) return { ...nothing, outcome: 'under-zero' };
  const share = higher ? over(a, t) : over(t, a);
  const quotient = higher ? `${shown} ÷ ${against}` : `${against} ÷ ${shown}`;
  const side = higher ? '' : '-over';
  if (rule.floor !== undefined && compare(share, rational(rule.floor)) < 0)
    return {
      ...nothing,
      outcome: `under-floor${side}`,
      border: rule.floor,
      formula: `${quotient} < ${formatShort(rule.floor)}`,
    };
  return {
    ...seen,
    outcome: `proportional${side}`,
    formula: `${formatShort(max)} × ${quotient}`,
    raw: times(rational(max), share),
  };
};

export const ratioWords: RuleWords<RatioRule> = {
  inWords(rule, { max, unit }) {
    const higher = rule.better === 'higher';
    const strict = rule.strict === true;
    const target = rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : counted(rule.target, unit);
    let start: string;
    if (rule.target === 'unit')
      start = `${higher ? (strict ? 'Vượt' : 'Đạt') : strict ? 'Dưới' : 'Không quá'} ${target}`;
    else if (higher) start = `${strict ? 'Trên' : 'Đạt từ'} ${target}`;
    else start = strict ? `Dưới ${target}` : `Từ ${target} trở xuống`;
    const full = `${start} được ${promised(max)}.`;
    if (rule.below === 'nothing') return `${full} Còn lại thì 0 điểm.`;
    let floor = '';
    if (rule.floor !== undefined && /[1-9]/.test(rule.floor))
      floor = higher
        ? `, dưới ${sharePercent(rule.floor)} của chỉ tiêu thì 0 điểm`
        : `, khi chỉ tiêu chưa bằng ${sharePercent(rule.floor)} của số đạt thì 0 điểm`;
    return `${full} ${higher ? 'Dưới mức đó tính theo tỷ lệ' : 'Cao hơn mức đó thì điểm giảm theo tỷ lệ'}${floor}.`;
  },
  inBrief(rule, { unit }) {
    const kind = rule.below === 'proportional' ? 'Tỷ lệ' : 'Đạt hoặc không';
    if (rule.target === 'unit') return 'Theo đăng ký của đơn vị';
    const target = counted(rule.target, unit);
    if (rule.better === 'lower') return `${kind}, ${rule.strict === true ? 'dưới' : 'không quá'} ${target}`;
    return `${kind}, ${rule.strict === true ? 'trên' : 'từ'} ${target}`;
  },
  say(why, line) {
    const figure = reported(line.figure, why.value, line.measure);
    const target = counted(why.target ?? '0', line.measure);
    const floor = sharePercent(why.border ?? '0');
    switch (why.outcome) {
      case 'reached':
        return `Đạt ${figure}, đúng yêu cầu của chỉ tiêu ${target} nên được trọn ${earned(why.rounded)}.`;
      case 'proportional':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target} nên tính theo tỷ lệ: ${worked(why)}.`;
      case 'proportional-over':
        return `Số liệu ${figure}, cao hơn mức ${target} nên điểm giảm theo tỷ lệ: ${worked(why)}.`;
      case 'under-floor':
        return `Đạt ${figure}, chưa bằng ${floor} của chỉ tiêu ${target} nên 0 điểm.`;
      case 'under-floor-over':
        return `Số liệu ${figure} cao quá: mức ${target} chưa bằng ${floor} của số đó nên 0 điểm.`;
      case 'short':
        return `Đạt ${figure}, chưa tới chỉ tiêu ${target} nên 0 điểm.`;
      case 'not-above':
        return `Đạt ${figure}, bằng nhưng chưa vượt chỉ tiêu ${target} nên 0 điểm.`;
      case 'over':
        return `Số liệu ${figure}, cao hơn mức ${target} nên 0 điểm.`;
      case 'not-below':
        return `Số liệu ${figure}, bằng mức ${target} mà phải thấp hơn nên 0 điểm.`;
      default:
        return `Số liệu ${figure} so với chỉ tiêu ${target} không tính theo tỷ lệ được nên 0 điểm.`;
    }
  },
};

export const ratioRaise: RaiseOf<RatioRule> = (rule, { now, target }) =>
  target === null
    ? []
    : present([
        figureAt(
          rational(target),
          now,
          rule.better === 'higher' ? 'up' : 'down',
          rule.strict === true,
          decimalsOf(target),
        ),
      ]);

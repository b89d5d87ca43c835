import { printScaled, scaled } from '../numbers/decimal.ts';
import { formatShort } from '../numbers/format.ts';
import type { Line } from '../year-file/index.ts';
import { counted } from './phrases.ts';

/** Decimals of a count that earns full points; nobody counts finer. */
const places = 2;

/**
 * What a line asks for, as a pledge says it: the least that earns full points. `≥ 98 %`, `10 lượt`, `Có`, the name of the
 * best level, `Đủ 5 việc`, `Không có lỗi`. Null where no one number or word says it: the unit's own target, points that
 * somebody gives, bands.
 */
export function goalInBrief({ rule, unit, max }: Pick<Line, 'rule' | 'unit' | 'max'>): string | null {
  switch (rule.kind) {
    case 'ratio': {
      if (rule.target === 'unit') return null;
      const isWhole = rule.better === 'higher' && unit === '%' && Number(rule.target) === 100;
      const sign = rule.better === 'higher' ? (rule.strict ? '>' : '≥') : rule.strict ? '<' : '≤';
      return isWhole ? counted(rule.target, unit) : `${sign} ${counted(rule.target, unit)}`;
    }
    case 'count':
      return counted(leastCount(rule.each, rule.after ?? '0', max), unit);
    case 'yesNo':
      return 'Có';
    case 'levels': {
      if (rule.pick !== 'one') return null;
      const best = rule.levels.reduce((high, level) => (Number(level.points) > Number(high.points) ? level : high));
      return best.title;
    }
    case 'checklist':
      return `Đủ ${formatShort(String(rule.items.length))} việc`;
    case 'deduct':
      return 'Không có lỗi';
    default:
      return null;
  }
}

/** How many it takes at `each` points, the first `after` counting nothing: upwards, for less would not be full. */
function leastCount(each: string, after: string, max: string): string {
  const [one, all] = [scaled(each, 6), scaled(max, 6)];
  const factor = 10n ** BigInt(places);
  const beyond = (all * factor + one - 1n) / one;
  // Whole things are counted in whole numbers.
  const whole = ((beyond + factor - 1n) / factor) * factor;
  return printScaled(whole + scaled(after, places), places);
}

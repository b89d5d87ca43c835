import { counted, earned, percent, promised, reported } from '../../explain/phrases.ts';
import { decimalsOf, millionths, scaled } from '../../numbers/decimal.ts';
import { formatShort, formatSpoken } from '../../numbers/format.ts';
import { type Int, powerOfTen } from '../../numbers/int.ts';
import { approximately, compare, over, rational, times, ZERO } from '../../numbers/rational.ts';
import { below, decimalOf, isRaw, listOf } from '../../year-file/raw.ts';
import { figureAt, present, type RaiseOf } from './raise.ts';
import { figureNumber, type ReasonOf, shownNumber } from './reason.ts';
import { above, notePointsAbove, type RuleCheck } from './rule-check.ts';
import type { RuleScoring } from './rule-kind.ts';
import type { RuleWords } from './rule-words.ts';
import { pointScale } from './scaling.ts';
import type { BandsRule } from './bands.settings.ts';

export type { BandsRule };

// Bands (thang mức): the points of the band in which the figure, or its percentage of the target, lies.

export type Band = BandsRule['bands'][number];

/** The border of a band, whichever side it is. */
export const borderOf = (band: Band): string => ('from' in band ? band.from : band.upTo);

/** The bands in the order in which they are tried: largest `from` first, smallest `upTo` first. */
export function bandsInOrder(rule: BandsRule): Band[] {
  const sign = (band: Band) => ('from' in band ? -1n : 1n);
  return [...rule.bands].sort((a, b) => {
    const difference = sign(a) * (millionths(borderOf(a)) - millionths(borderOf(b)));
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
}

interface CompiledBands {
  zero: Int;
  one: Int;
  hundred: Int;
  ofTarget: boolean;
  from: boolean;
  borders: Int[];
  borderDen: Int;
  points: Int[];
  den: Int;
  largest: number;
  /** The points themselves may be longer than a double holds, whatever the figure. */
  largestPoints: number;
}

export const bands: RuleScoring<BandsRule, CompiledBands> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowest: (rule) =>
    rule.bands.reduce((least, band) => (millionths(band.points) < millionths(least) ? band.points : least), '0'),
  compile(rule, line, ints) {
    const ordered = bandsInOrder(rule);
    const decimals = Math.max(...ordered.map((band) => decimalsOf(borderOf(band))));
    const scale = pointScale(
      ordered.map((band) => band.points),
      line,
      ints,
    );
    const borders = ordered.map((band) => ints.of(scaled(borderOf(band), decimals)));
    const borderDen = ints.of(powerOfTen(decimals));
    return {
      zero: ints.zero,
      one: ints.one,
      hundred: ints.hundred,
      ofTarget: rule.of === 'target',
      from: ordered[0] !== undefined && 'from' in ordered[0],
      borders,
      borderDen,
      points: ordered.map((band) => scale.of(band.points)),
      den: scale.den,
      largest: Math.max(Number(borderDen), ...borders.map((border) => Math.abs(Number(border)))),
      largestPoints: Math.max(...ordered.map((band) => Math.abs(Number(scale.of(band.points))))),
    };
  },
  reach: (c, figure, target) =>
    Math.max((c.ofTarget ? 100 * figure * target : figure) * c.largest, 2 * c.largestPoints),
  points(c, cell, out) {
    const num = (c.ofTarget ? c.hundred * cell.num * cell.targetDen : cell.num) * c.borderDen;
    const den = c.ofTarget ? cell.den * cell.targetNum : cell.den;
    const { borders } = c;
    for (let i = 0; i < borders.length; i += 1) {
      const border = borders[i]! * den;
      if (c.from ? num >= border : num <= border) {
        out.num = c.points[i]!;
        out.den = c.den;
        return;
      }
    }
    out.num = c.zero;
    out.den = c.one;
  },
};

export const bandsCheck: RuleCheck = {
  positiveTarget: true,
  settings(rule, line, note) {
    if (rule['of'] === 'target' && rule['target'] === undefined) note([], 'bands-need-target');
    if (rule['of'] === 'value' && rule['target'] !== undefined) note([], 'bands-without-target');
    if (decimalOf(rule['target']) !== null && !above(rule['target'], '0')) note(['target'], 'not-positive');
    notePointsAbove(rule, 'bands', line, note);
    const entries = listOf(rule['bands']);
    const side = entries.map((band) =>
      !isRaw(band) || ('from' in band && 'upTo' in band)
        ? null
        : 'from' in band
          ? 'from'
          : 'upTo' in band
            ? 'upTo'
            : null,
    );
    const first = side.find((key) => key !== null);
    const seen = new Set<bigint>();
    entries.forEach((band, index) => {
      const key = side[index] ?? null;
      if (key === null || !isRaw(band)) return;
      const noteBand = below(note, 'bands', index);
      if (key !== first) noteBand([], 'bands-mixed');
      const border = decimalOf(band[key]);
      if (border === null) return;
      if (seen.has(millionths(border))) noteBand([key], 'border-twice', { border });
      seen.add(millionths(border));
    });
  },
};

/** Outcomes: band, no-band. `value` is the percentage of the target where the rule is of that; `border` the band's. */
export const bandsReason: ReasonOf<BandsRule> = (rule, { figure, target }) => {
  const a = figureNumber(figure);
  const x = rule.of === 'target' ? over(times(rational('100'), a), rational(target ?? '1')) : a;
  const value = approximately(x);
  const seen = { value, ...(rule.of === 'target' ? { target: target ?? '0' } : {}), limit: null };
  const shown = rule.of === 'target' ? formatSpoken(value) : shownNumber(figure, value);
  for (const band of bandsInOrder(rule)) {
    const border = borderOf(band);
    const order = compare(x, rational(border));
    if ('from' in band ? order < 0 : order > 0) continue;
    const formula = `${shown} ${'from' in band ? '≥' : '≤'} ${formatShort(border)}`;
    return { ...seen, outcome: 'band', border, formula, raw: rational(band.points) };
  }
  return { ...seen, outcome: 'no-band', formula: shown, raw: ZERO };
};

export const bandsWords: RuleWords<BandsRule> = {
  inWords(rule, { unit }) {
    const ofTarget = rule.of === 'target';
    const show = (border: string) => (ofTarget ? `${formatShort(border)} %` : counted(border, unit));
    const steps = bandsInOrder(rule).map(
      (band) => `${'from' in band ? 'từ' : 'đến'} ${show(borderOf(band))} được ${promised(band.points)}`,
    );
    const rest = rule.bands[0] !== undefined && 'from' in rule.bands[0] ? 'thấp hơn' : 'cao hơn';
    const target =
      rule.target === 'unit' ? 'chỉ tiêu riêng của đơn vị' : `chỉ tiêu ${counted(rule.target ?? '0', unit)}`;
    const start = ofTarget ? `Tính phần trăm đạt so với ${target}: ` : 'Theo mức đạt được: ';
    return `${start}${steps.join('; ')}; ${rest} thì 0 điểm.`;
  },
  inBrief: (rule) => `${String(rule.bands.length)} mức theo ${rule.of === 'target' ? 'phần trăm chỉ tiêu' : 'số liệu'}`,
  say(why, line) {
    const ofTarget = why.target !== undefined;
    const value = ofTarget
      ? `${percent(why.value ?? '0')} của chỉ tiêu ${counted(why.target ?? '0', line.measure)}`
      : reported(line.figure, why.value, line.measure);
    if (why.outcome === 'no-band') return `Đạt ${value}, không vào mức nào của thang nên 0 điểm.`;
    const border = ofTarget ? `${formatShort(why.border ?? '0')} %` : counted(why.border ?? '0', line.measure);
    return `Đạt ${value}, vào mức ${why.formula.includes('≥') ? 'từ' : 'đến'} ${border} nên được ${earned(why.rounded)}.`;
  },
};

export const bandsRaise: RaiseOf<BandsRule> = (rule, { now, target }) => {
  if (rule.of === 'target' && target === null) return [];
  const borders = bandsInOrder(rule).reverse();
  return present(
    borders.map((band) => {
      const border = rational(borderOf(band));
      const wanted = rule.of === 'target' ? over(times(border, rational(target ?? '0')), rational('100')) : border;
      const finest = rule.of === 'target' ? 6 : decimalsOf(borderOf(band));
      return figureAt(wanted, now, 'from' in band ? 'up' : 'down', false, finest);
    }),
  );
};

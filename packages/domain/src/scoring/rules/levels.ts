import { millionths } from '../../numbers/decimal.ts';
import { earned, promised } from '../../explain/phrases.ts';
import { formatShort } from '../../numbers/format.ts';
import type { Int } from '../../numbers/int.ts';
import { plus, rational, times, ZERO } from '../../numbers/rational.ts';
import { below, isRaw, listOf, noteTwice } from '../../year-file/raw.ts';
import type { RaiseOf } from './raise.ts';
import { exactDecimal, limitOf, type ReasonOf, type ReasonPart } from './reason.ts';
import { noteMinAbove, notePointsAbove, noteUnknownCodes, type RuleCheck } from './rule-check.ts';
import { atLeast, atMost, type RuleScoring } from './rule-kind.ts';
import { limited, result, type RuleWords, times as several } from './rule-words.ts';
import { pointScale } from './scaling.ts';
import type { LevelsRule } from './levels.settings.ts';

export type { LevelsRule };

// Levels (mức đạt được): the points of the one level reached, or of all that were reached, each as often as it was.

interface CompiledLevels {
  zero: Int;
  points: Int[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const levels: RuleScoring<LevelsRule, CompiledLevels> = {
  sort: 'levels',
  codes: (rule) => rule.levels,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale([...rule.levels.map((level) => level.points), line.max, min], line, ints);
    const points = rule.levels.map((level) => scale.of(level.points));
    const max = scale.of(line.max);
    return {
      zero: ints.zero,
      points,
      max,
      min: scale.of(min),
      den: scale.den,
      largest: points.reduce(
        (sum, value) => sum + Math.abs(Number(value)),
        Math.abs(Number(max)) + Math.abs(Number(scale.of(min))),
      ),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let sum = c.zero;
    for (let i = 0; i < c.points.length; i += 1) sum += cell.counts[i]! * c.points[i]!;
    out.num = atLeast(atMost(sum, c.max), c.min);
    out.den = c.den;
  },
};

export const levelsCheck: RuleCheck = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['levels']), below(note, 'levels'));
    notePointsAbove(rule, 'levels', line, note);
    noteMinAbove(rule, line, note);
  },
  figure(rule, figure, _line, note) {
    noteUnknownCodes(rule, 'levels', figure, note);
    const chosen = figure['levels'];
    if (rule['pick'] !== 'one' || !isRaw(chosen)) return;
    const counts = Object.values(chosen);
    // A count that is none has its own fault.
    if (counts.length !== 1 || (Number.isInteger(counts[0]) && counts[0] !== 1)) note(['levels'], 'pick-one');
  },
};

/** Outcomes: level (one was to be picked), levels, none. */
export const levelsReason: ReasonOf<LevelsRule> = (rule, { figure, max }) => {
  const counts = figure?.levels ?? {};
  const parts: ReasonPart[] = rule.levels.flatMap(({ code, title, points }) => {
    const count = Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
    if (count === 0) return [];
    const came = exactDecimal(times(rational(points), rational(String(count))));
    return [{ code, title, count, each: points, points: came, capped: false }];
  });
  const raw = parts.reduce((sum, part) => plus(sum, rational(part.points)), ZERO);
  const formula = parts
    .map(({ count, each }) => {
      const one = formatShort(each);
      return count === 1 ? one : `${String(count)} × ${each.startsWith('-') ? `(${one})` : one}`;
    })
    .join(' + ');
  return {
    outcome: parts.length === 0 ? 'none' : rule.pick === 'one' ? 'level' : 'levels',
    parts,
    formula: formula === '' ? '0' : formula.replaceAll('+ -', '- '),
    raw,
    limit: limitOf(raw, max, rule.min ?? '0'),
  };
};

export const levelsWords: RuleWords<LevelsRule> = {
  inWords(rule, { max }) {
    const steps = rule.levels.map(({ title, points }) => `${title}: ${promised(points)}`).join('; ');
    const start = rule.pick === 'one' ? 'Chọn một mức' : 'Cộng điểm các mức đạt được';
    return `${start}. ${steps}. Nhiều nhất ${promised(max)}, ít nhất ${promised(rule.min ?? '0')}.`;
  },
  inBrief: (rule) => `${String(rule.levels.length)} mức${rule.pick === 'one' ? '' : ', cộng dồn'}`,
  say(why, line) {
    const names = (why.parts ?? []).map(({ count, title }) => several(count, title)).join(', ');
    if (why.outcome === 'none') return `Không có mức nào nên được ${earned(why.rounded)}.`;
    if (why.outcome === 'level') return `Đạt mức “${names}”${limited(why, line)} nên được ${earned(why.rounded)}.`;
    return `Được ghi nhận ${names}${result(why, line)}.`;
  },
};

export const levelsRaise: RaiseOf<LevelsRule> = (rule, { now, max }) => {
  const byPoints = [...rule.levels].sort((a, b) => Number(millionths(a.points) - millionths(b.points)));
  if (rule.pick === 'one') return byPoints.map(({ code }) => ({ levels: { [code]: 1 } }));
  const best = byPoints.at(-1)!;
  const step = millionths(best.points);
  // What counts against the unit goes first; then the best level as often as it takes.
  const counts = rule.levels.flatMap(({ code, points }) => {
    const count = now?.levels !== undefined && Object.hasOwn(now.levels, code) ? (now.levels[code] ?? 0) : 0;
    return count === 0 || millionths(points) < 0n ? [] : [{ code, count, points: millionths(points) }];
  });
  const kept: Record<string, number> = Object.fromEntries(counts.map(({ code, count }) => [code, count]));
  const earned = counts.reduce((sum, { count, points }) => sum + BigInt(count) * points, 0n);
  const short = millionths(max) - earned;
  if (step <= 0n || short <= 0n) return [{ levels: kept }];
  const had = Object.hasOwn(kept, best.code) ? (kept[best.code] ?? 0) : 0;
  const more = (often: bigint) => ({ levels: { ...kept, [best.code]: had + Number(often) } });
  return [{ levels: kept }, more(1n), more((short + step - 1n) / step)];
};

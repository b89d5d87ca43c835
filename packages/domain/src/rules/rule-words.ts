import { formatPoints, formatNumber, formatSpoken } from '../words/numbers.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import type { RuleLine } from './rule-figure.ts';
import type { RuleWhy } from './rule-why.ts';

/** What the words of a rule need to know of the line. */
export interface LineWords {
  readonly max: string;
  /** What the figure is counted in: `%`, `lượt`. */
  readonly unit?: string | undefined;
}

/** What a sentence about a unit's points needs to know of the line. */
export interface SaidLine {
  readonly max: string;
  /** What the figure is counted in. */
  readonly measure?: string;
  readonly figure: FigureValue | null;
}

/** How one kind of rule speaks. All sentences are Vietnamese and end with a full stop. */
export interface RuleWords<R> {
  /** The whole rule: what earns how much. */
  inWords(rule: R, line: LineWords): string;
  /** The rule in a few words, for a table. */
  inBrief(rule: R, line: LineWords): string;
  /** The least that earns full points, in one number or word; null or nothing where there is none. */
  goal?(line: RuleLine<R>): string | null;
  /** Why these points, as an officer would say it over the phone. */
  say(why: RuleWhy, line: SaidLine): string;
}

/** `6 × 89,13 ÷ 95 = 5,63 điểm`; the result alone where nothing was calculated. */
export const worked = (why: RuleWhy): string => `${why.formula} = ${formatPoints(why.rounded)} điểm`;

/** What the limit did, in the middle of a sentence; nothing where none bit. */
export function limited(why: RuleWhy, line: SaidLine): string {
  if (why.limit === 'max') return `, nhưng tiêu chí này nhiều nhất ${formatNumber(line.max)} điểm`;
  if (why.limit === 'min') return `, nhưng không thấp hơn ${formatNumber(why.rounded)} điểm`;
  return '';
}

/** The end of a sentence: what was added up and what came of it; only the points where there was one part. */
export function result(why: RuleWhy, line: SaidLine): string {
  const points = `${formatPoints(why.rounded)} điểm`;
  const sum = why.formula.includes(' ');
  if (why.limit === null) return sum ? `: ${why.formula} = ${points}` : ` nên được ${points}`;
  return `${sum ? `: ${why.formula}` : ''}${limited(why, line)} nên được ${points}`;
}

/** A number of things: `2 × giải nhất`, `giải nhất`. */
export const times = (count: number, title: string): string =>
  count === 1 ? title : `${formatSpoken(String(count))} × ${title}`;

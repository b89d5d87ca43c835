import * as q from './numbers.ts';
import type { SlowFigure, SlowLine, SlowRule } from './year-shape.ts';

type Of<K extends SlowRule['kind']> = Extract<SlowRule, { kind: K }>;

/** What a rule sees of one unit and line: M, a (where the figure has one), t (where there is one) and L. */
export interface RuleInput {
  readonly line: SlowLine;
  readonly figure: SlowFigure;
  readonly target: q.Rational | undefined;
  readonly leader: q.Rational | undefined;
}

/** The figure's value; `part`/`whole` stands for the percentage. */
export function valueOf(figure: SlowFigure): q.Rational | undefined {
  if (figure.value !== undefined) return q.parse(figure.value);
  if (figure.part !== undefined && figure.whole !== undefined)
    return q.multiply(q.HUNDRED, q.divide(q.parse(figure.part), q.parse(figure.whole)));
  return undefined;
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}

/** Points before rounding, row by row of the table in scoring.md §4. */
export function pointsBeforeRounding(input: RuleInput): q.Rational {
  const rule = input.line.rule;
  const max = q.parse(input.line.max);
  switch (rule.kind) {
    case 'ratio':
      return ratio(rule, max, known(valueOf(input.figure), 'value'), known(input.target, 'target'));
    case 'bands':
      return bands(rule, known(valueOf(input.figure), 'value'), input.target);
    case 'yesNo':
      return known(input.figure.yes, 'yes') ? max : q.ZERO;
    case 'levels':
      return levels(rule, max, known(input.figure.levels, 'levels'));
    case 'checklist':
      return checklist(rule, max, known(input.figure.items, 'items'));
    case 'count':
      return count(rule, max, known(valueOf(input.figure), 'value'));
    case 'deduct':
      return deduct(rule, max, known(input.figure.faults, 'faults'));
    case 'judged':
      return q.parse(known(input.figure.points, 'points'));
    case 'leader':
      return leader(max, known(valueOf(input.figure), 'value'), known(input.target, 'target'), input.leader);
  }
}

function ratio(rule: Of<'ratio'>, max: q.Rational, a: q.Rational, t: q.Rational): q.Rational {
  const way = rule.better === 'higher' ? 1 : -1;
  const against = q.compare(a, t) * way;
  if (against > 0 || (against === 0 && rule.strict !== true)) return max;
  if (rule.below === 'nothing') return q.ZERO;
  if (rule.better === 'higher' && a.n < 0n) return q.ZERO;
  if (rule.better === 'lower' && t.n <= 0n) return q.ZERO;
  const share = rule.better === 'higher' ? q.divide(a, t) : q.divide(t, a);
  if (rule.floor !== undefined && q.compare(share, q.parse(rule.floor)) < 0) return q.ZERO;
  return q.multiply(max, share);
}

function bands(rule: Of<'bands'>, a: q.Rational, t: q.Rational | undefined): q.Rational {
  const x = rule.of === 'value' ? a : q.multiply(q.HUNDRED, q.divide(a, known(t, 'target')));
  let found: { edge: q.Rational; points: q.Rational } | undefined;
  for (const band of rule.bands) {
    const edge = q.parse(known(band.from ?? band.upTo, 'edge'));
    const reached = band.from !== undefined ? q.compare(edge, x) <= 0 : q.compare(edge, x) >= 0;
    const nearer =
      found === undefined ||
      (band.from !== undefined ? q.compare(edge, found.edge) > 0 : q.compare(edge, found.edge) < 0);
    if (reached && nearer) found = { edge, points: q.parse(band.points) };
  }
  return found?.points ?? q.ZERO;
}

function levels(rule: Of<'levels'>, max: q.Rational, counts: Record<string, number>): q.Rational {
  const parts = rule.levels.map((level) =>
    Object.hasOwn(counts, level.code)
      ? q.multiply(q.whole(known(counts[level.code], level.code)), q.parse(level.points))
      : q.ZERO,
  );
  return q.atLeast(q.atMost(q.sum(parts), max), q.parse(rule.min ?? '0'));
}

function checklist(rule: Of<'checklist'>, max: q.Rational, items: readonly string[]): q.Rational {
  const ticked = rule.items.filter((item) => items.includes(item.code));
  return q.atMost(q.sum(ticked.map((item) => q.parse(item.points))), max);
}

function count(rule: Of<'count'>, max: q.Rational, a: q.Rational): q.Rational {
  const beyond = q.atLeast(q.subtract(a, q.parse(rule.after ?? '0')), q.ZERO);
  return q.atMost(q.multiply(q.parse(rule.each), beyond), max);
}

function deduct(rule: Of<'deduct'>, max: q.Rational, counts: Record<string, number>): q.Rational {
  const lost = rule.faults.map((fault) => {
    if (!Object.hasOwn(counts, fault.code)) return q.ZERO;
    const all = q.multiply(q.parse(fault.each), q.whole(known(counts[fault.code], fault.code)));
    return fault.max === undefined ? all : q.atMost(all, q.parse(fault.max));
  });
  return q.atLeast(q.subtract(max, q.sum(lost)), q.parse(rule.min ?? '0'));
}

function leader(max: q.Rational, a: q.Rational, t: q.Rational, best: q.Rational | undefined): q.Rational {
  if (t.n <= 0n) return q.ZERO;
  const half = q.multiply(q.HALF, max);
  const against = q.compare(a, t);
  if (against < 0) return q.multiply(half, q.divide(q.atLeast(a, q.ZERO), t));
  if (against === 0) return half;
  const top = known(best, 'leader');
  if (q.compare(a, top) === 0) return max;
  return q.add(half, q.multiply(half, q.divide(q.subtract(a, t), q.subtract(top, t))));
}

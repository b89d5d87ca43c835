import { scaled } from '../numbers/decimal.ts';
import { bigInts, SAFE, smallInts, type Ints } from '../numbers/int.ts';
import type { Group, Line, Role } from '../year-file/plan.schema.ts';
import { amountOf } from './amount.ts';
import type { CompiledLine } from './compiled.ts';
import { scoringOf } from '../rules/kinds.ts';

/** Makes one line ready. `ints` is the plan's sort for points. */
export function compileLine(
  line: Line,
  position: { index: number; group: number; role: Role },
  places: number,
  ints: Ints,
): CompiledLine {
  const scoring = scoringOf(line.rule);
  const settings = { max: line.max, places };
  const targetText = scoring.target?.(line.rule);
  const codes = scoring.codes?.(line.rule) ?? [];
  return {
    ...position,
    code: line.code,
    line,
    scoring,
    sort: scoring.sort,
    codes: new Map(codes.map((entry, index) => [entry.code, index])),
    whenNotApplicable: line.whenNotApplicable ?? 'refuse',
    missingIsNone: scoring.missingIsNone === true,
    ownTarget: targetText === 'unit',
    target: targetText === undefined || targetText === 'unit' ? null : amountOf(targetText),
    leads: scoring.leads?.(line.rule) ?? null,
    max: ints.of(scaled(line.max, places)),
    small: scoring.compile(line.rule, settings, smallInts),
    big: scoring.compile(line.rule, settings, bigInts),
  };
}

/** The largest amount of points, up or down, that a line can bring, in points. */
export function boundOf(line: Line): number {
  const lowest = scoringOf(line.rule).lowest(line.rule);
  return Math.max(Number(line.max), Math.abs(Number(lowest)));
}

/** Whether sums of all points of the plan, scaled to whole numbers, stay far below 2^53. */
export function pointsAreSmall(groups: readonly Group[], others: readonly string[], places: number): boolean {
  const bound = (group: Group): number =>
    Math.abs(Number(group.max ?? '0')) +
    Math.abs(Number(group.min ?? '0')) +
    (group.lines ?? []).reduce((sum, line) => sum + boundOf(line), 0) +
    (group.groups ?? []).reduce((sum, below) => sum + bound(below), 0);
  const total =
    groups.reduce((sum, group) => sum + bound(group), 0) +
    others.reduce((sum, text) => sum + Math.abs(Number(text)), 0);
  return (total + 1) * 10 ** places * 16 < SAFE;
}

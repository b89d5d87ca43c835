import { decimalsOf, digitsOf } from '../numbers/decimal.ts';
import { bigInts, compareFractions, powerOfTen, SAFE, smallInts, type Int, type Ints } from '../numbers/int.ts';
import type { Compare, Condition } from '../year-file/condition.schema.ts';
import type { CompiledGroup, CompiledLine, Test } from './compiled.ts';
import { ABSENT, DROPPED, MISSING } from './work.ts';

export interface TestContext {
  readonly lines: readonly CompiledLine[];
  readonly groups: readonly CompiledGroup[];
  readonly lineIndex: ReadonlyMap<string, number>;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly places: number;
  readonly ints: Ints;
}

/**
 * A number as a border for whole points: the least whole number of 10^-places that is at least the number (`up`), or
 * the largest that is at most it (`down`). So `points ≥ number` is `whole ≥ up`, and `points ≤ number` is `whole ≤ down`.
 */
export function thresholdFor(text: string, places: number, ints: Ints, way: 'up' | 'down'): Int {
  const cut = decimalsOf(text) - places;
  let value = digitsOf(text);
  if (cut <= 0) value *= powerOfTen(-cut);
  else {
    const step = powerOfTen(cut);
    const rest = ((value % step) + step) % step;
    value = (value - rest) / step + (rest > 0n && way === 'up' ? 1n : 0n);
  }
  if (ints !== smallInts) return ints.of(value);
  // Small points are far below this border, so that any larger border compares the same.
  const far = BigInt(SAFE);
  return ints.of(value > far ? far : value < -far ? -far : value);
}

type Holds = (value: Int) => boolean;

function comparePoints(compare: Compare, places: number, ints: Ints): Holds {
  const border = (text: string, way: 'up' | 'down') => thresholdFor(text, places, ints, way);
  if ('lt' in compare) {
    const least = border(compare.lt, 'up');
    return (value) => value < least;
  }
  if ('le' in compare) {
    const most = border(compare.le, 'down');
    return (value) => value <= most;
  }
  if ('ge' in compare) {
    const least = border(compare.ge, 'up');
    return (value) => value >= least;
  }
  if ('gt' in compare) {
    const most = border(compare.gt, 'down');
    return (value) => value > most;
  }
  const least = border(compare.eq, 'up');
  const most = border(compare.eq, 'down');
  return (value) => value >= least && value <= most;
}

const HOLDS: Record<string, (order: number) => boolean> = {
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  eq: (order) => order === 0,
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
};

/** Whether a line is there to be tested at all. */
const present = (status: number | undefined): boolean => status !== ABSENT && status !== DROPPED;

/** Makes a valid condition ready. */
export function compileTest(condition: Condition, context: TestContext): Test {
  if ('all' in condition) {
    const tests = condition.all.map((inner) => compileTest(inner, context));
    return (work) => tests.every((test) => test(work));
  }
  if ('any' in condition) {
    const tests = condition.any.map((inner) => compileTest(inner, context));
    return (work) => tests.some((test) => test(work));
  }
  if ('not' in condition) {
    const test = compileTest(condition.not, context);
    return (work) => !test(work);
  }
  if ('total' in condition) {
    const holds = comparePoints(condition.total, context.places, context.ints);
    return (work) => holds(work.beforeGates);
  }
  if ('activeMonths' in condition) {
    const [how, months] = Object.entries(condition.activeMonths)[0] as [string, number];
    const holds = HOLDS[how]!;
    return (work) => work.activeMonths !== null && holds(work.activeMonths - months);
  }
  if ('group' in condition) {
    const group = context.groupIndex.get(condition.group)!;
    const holds = comparePoints(condition.points, context.places, context.ints);
    return (work) => holds(work.groups[group]!);
  }
  if ('anyLine' in condition) {
    const lines = linesBelow(context, context.groupIndex.get(condition.anyLine.group)!);
    const holds = comparePoints(condition.anyLine.points, context.places, context.ints);
    return (work) => lines.some((line) => present(work.status[line]) && holds(work.points[line]!));
  }
  return lineTest(condition, context);
}

function lineTest(condition: Extract<Condition, { line: string }>, context: TestContext): Test {
  const line = context.lineIndex.get(condition.line)!;
  if ('points' in condition) {
    const holds = comparePoints(condition.points, context.places, context.ints);
    return (work) => present(work.status[line]) && holds(work.points[line]!);
  }
  if ('missing' in condition) return (work) => work.status[line] === MISSING;
  const { sort } = context.lines[line]!;
  if ('yes' in condition) {
    if (sort !== 'yes') return () => false;
    const wanted = condition.yes ? 1 : 0;
    return (work) => present(work.status[line]) && work.cells[line]!.given && work.cells[line]!.num === wanted;
  }
  if (sort !== 'number' && sort !== 'value') return () => false;
  const [how, text] = Object.entries(condition.value)[0] as [string, string];
  const holds = HOLDS[how]!;
  const num = bigInts.of(digitsOf(text));
  const den = bigInts.of(powerOfTen(decimalsOf(text)));
  const smallNum = Number(num);
  const smallDen = Number(den);
  const small = Math.abs(smallNum) <= SAFE;
  return (work) => {
    const cell = work.cells[line]!;
    if (!present(work.status[line]) || !cell.given) return false;
    const figure = cell.exact ?? cell;
    return holds(compareFractions(figure.num, figure.den, small ? smallNum : num, small ? smallDen : den));
  };
}

/** Indices of all lines anywhere below a group. */
function linesBelow(context: TestContext, group: number): number[] {
  const inside = (index: number): boolean => index === group || (index >= 0 && inside(context.groups[index]!.parent));
  return context.lines.filter((line) => inside(line.group)).map((line) => line.index);
}

/** The lines whose figure a condition looks at. */
export function linesTested(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(linesTested);
  if ('any' in condition) return condition.any.flatMap(linesTested);
  if ('not' in condition) return linesTested(condition.not);
  return 'line' in condition && ('value' in condition || 'yes' in condition) ? [condition.line] : [];
}

/** The lines whose points or state a condition looks at. */
export function pointsTested(condition: Condition, context: TestContext): number[] {
  if ('all' in condition) return condition.all.flatMap((inner) => pointsTested(inner, context));
  if ('any' in condition) return condition.any.flatMap((inner) => pointsTested(inner, context));
  if ('not' in condition) return pointsTested(condition.not, context);
  if ('anyLine' in condition) return linesBelow(context, context.groupIndex.get(condition.anyLine.group)!);
  return 'line' in condition ? [context.lineIndex.get(condition.line)!] : [];
}

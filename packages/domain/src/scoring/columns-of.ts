import { decimalsOf, scaled } from '../numbers/decimal.ts';
import { SAFE } from '../numbers/int.ts';
import { wholeMonths } from '../numbers/day.ts';
import type { Figure, Target, YearFile } from '../year-file/year.schema.ts';
import type { CompiledLine, CompiledPlan } from './compiled.ts';
import { CELL_STATE, type Columns, type ExactCell, type LineColumn } from './columns.ts';

/**
 * The columns of a valid year file, units in the file's order. Adjustments and decisions are not part of columns:
 * throws when the year has some.
 */
export function columnsOf(compiled: CompiledPlan, year: YearFile): Columns {
  if ((year.adjustments ?? []).length > 0 || (year.decisions ?? []).length > 0)
    throw new RangeError('columns hold no adjustments and no decisions');
  const size = year.units.length;
  const unitIndex = new Map(year.units.map((unit, index) => [unit.code, index]));
  const figures = compiled.lines.map(() => new Map<number, Figure>());
  const targets = compiled.lines.map(() => new Map<number, Target>());
  for (const figure of year.figures)
    figures[compiled.lineIndex.get(figure.line)!]!.set(unitIndex.get(figure.unit)!, figure);
  for (const target of year.targets ?? [])
    targets[compiled.lineIndex.get(target.line)!]!.set(unitIndex.get(target.unit)!, target);
  const exactPrevious = new Map<number, bigint>();
  const previousTotal = Float64Array.from(year.units, (unit, index) => {
    if (unit.previousTotal === undefined) return NaN;
    const exact = scaled(unit.previousTotal, 6);
    if (exact > BigInt(SAFE) || exact < -BigInt(SAFE)) exactPrevious.set(index, exact);
    return Number(exact);
  });
  return {
    size,
    block: Uint16Array.from(year.units, (unit) => compiled.blockIndex.get(unit.block)!),
    federationPlace: new Int32Array(size),
    blockPlace: numbered(year.units.map((unit) => unit.block)),
    clusterPlace: numbered(year.units.map((unit) => unit.cluster ?? '')),
    lines: compiled.lines.map((line) => columnOf(line, size, figures[line.index]!, targets[line.index]!)),
    previousTotal,
    exactPrevious,
    lot: Float64Array.from(year.units, (unit) =>
      year.lots !== undefined && Object.hasOwn(year.lots, unit.code) ? year.lots[unit.code]! : NaN,
    ),
    activeMonths: Float64Array.from(year.units, (unit) =>
      unit.activeSince === undefined ? NaN : wholeMonths(unit.activeSince, year.plan.to),
    ),
  };
}

/** Equal names get equal numbers from 0. */
function numbered(names: readonly string[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    if (!known.has(name)) known.set(name, known.size);
    return known.get(name)!;
  });
}

const figureTexts = (figure: Figure): string[] =>
  [figure.value, figure.part, figure.whole, figure.points].filter((text) => text !== undefined);

function columnOf(
  line: CompiledLine,
  size: number,
  figures: ReadonlyMap<number, Figure>,
  targets: ReadonlyMap<number, Target>,
): LineColumn {
  const own = [...targets.values()].flatMap((target) => target.target ?? []);
  const decimals = Math.max(0, ...[...figures.values()].flatMap(figureTexts).map(decimalsOf));
  const targetDecimals = Math.max(0, ...own.map(decimalsOf));
  const state = new Uint8Array(size);
  const value = new Float64Array(size);
  const whole = new Float64Array(size);
  const target = new Float64Array(size).fill(NaN);
  const counts = [...line.codes].map(() => new Int32Array(size));
  const exact = new Map<number, ExactCell>();
  const put = (column: Float64Array, unit: number, text: string, places: number): boolean => {
    const number = scaled(text, places);
    column[unit] = Number(number);
    return number <= BigInt(SAFE) && number >= -BigInt(SAFE);
  };
  for (const [unit, entry] of targets) {
    if (entry.assigned !== undefined) state[unit] = CELL_STATE.notAssigned;
    if (entry.target !== undefined && !put(target, unit, entry.target, targetDecimals) && figures.has(unit))
      exact.set(unit, { figure: figures.get(unit)!, target: entry.target });
  }
  for (const [unit, figure] of figures) {
    state[unit] = figure.notApplicable === true ? CELL_STATE.notApplicable : CELL_STATE.given;
    let fits = true;
    if (figure.yes !== undefined) value[unit] = figure.yes ? 1 : 0;
    const text = figure.value ?? figure.points ?? figure.part;
    if (text !== undefined) fits = put(value, unit, text, decimals);
    if (figure.whole !== undefined) fits = put(whole, unit, figure.whole, decimals) && fits;
    for (const [code, position] of line.codes) counts[position]![unit] = countOf(figure, code);
    const ownTarget = targets.get(unit)?.target;
    if (!fits) exact.set(unit, { figure, ...(ownTarget === undefined ? {} : { target: ownTarget }) });
  }
  return {
    state,
    decimals,
    value,
    whole,
    ...(line.ownTarget ? { target, targetDecimals } : {}),
    ...(counts.length > 0 ? { counts } : {}),
    ...(exact.size > 0 ? { exact } : {}),
  };
}

function countOf(figure: Figure, code: string): number {
  if (figure.items !== undefined) return figure.items.includes(code) ? 1 : 0;
  const counts = figure.levels ?? figure.faults ?? {};
  return Object.hasOwn(counts, code) ? counts[code]! : 0;
}

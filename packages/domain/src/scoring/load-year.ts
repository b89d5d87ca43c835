import { compareCodePoints } from '../numbers/code-points.ts';
import { scaled } from '../numbers/decimal.ts';
import { wholeMonths } from '../numbers/day.ts';
import { SAFE } from '../numbers/int.ts';
import type { Adjustment, Figure, Target, Unit, YearFile } from '../year-file/year.schema.ts';
import type { CompiledPlan } from './compiled.ts';
import type { Amount } from './amount.ts';
import { fillCell, type CellContext } from './fill-cell.ts';
import type { Places, ScoredYear, UnitEntries } from './scored-year.ts';
import type { Work } from './work.ts';

/** Units by code point, with the places they belong to. */
export function loadUnits(year: YearFile): Pick<ScoredYear, 'units' | 'unitIndex' | 'places' | 'lots'> {
  const units = [...year.units].sort((a, b) => compareCodePoints(a.code, b.code));
  return {
    units,
    unitIndex: new Map(units.map((unit, index) => [unit.code, index])),
    lots: new Map(Object.entries(year.lots ?? {})),
    places: {
      federation: placesBy(units, () => ''),
      block: placesBy(units, (unit) => unit.block),
      // Units without a cluster are together; nothing in the plan is within clusters then.
      cluster: placesBy(units, (unit) => (unit.cluster === undefined ? '' : `c${unit.cluster}`)),
    },
  };
}

function placesBy(units: readonly Unit[], name: (unit: Unit) => string): Places {
  const index = new Map<string, number>();
  const members: number[][] = [];
  const of = new Int32Array(units.length);
  units.forEach((unit, at) => {
    let place = index.get(name(unit));
    if (place === undefined) {
      place = index.size;
      index.set(name(unit), place);
      members.push([]);
    }
    of[at] = place;
    members[place]!.push(at);
  });
  return { of, members };
}

/** Entries by unit and line. */
export function loadEntries(year: YearFile, plan: CompiledPlan, unitIndex: ReadonlyMap<string, number>): UnitEntries[] {
  const size = plan.lines.length;
  const entries = Array.from({ length: unitIndex.size }, () => ({
    figures: new Array<Figure | undefined>(size).fill(undefined),
    targets: new Array<Target | undefined>(size).fill(undefined),
    adjustments: new Array<Adjustment | undefined>(size).fill(undefined),
  }));
  for (const figure of year.figures)
    entries[unitIndex.get(figure.unit)!]!.figures[plan.lineIndex.get(figure.line)!] = figure;
  for (const target of year.targets ?? [])
    entries[unitIndex.get(target.unit)!]!.targets[plan.lineIndex.get(target.line)!] = target;
  for (const adjustment of year.adjustments ?? [])
    entries[unitIndex.get(adjustment.unit)!]!.adjustments[plan.lineIndex.get(adjustment.line)!] = adjustment;
  return entries;
}

/** What the desk needs of a year. */
export type YearOnDesk = Pick<ScoredYear, 'plan' | 'units' | 'lots' | 'places'>;

/** Whether the line exists for the unit. */
export function isAssigned(year: YearOnDesk, entries: UnitEntries, unit: number, line: number): boolean {
  const block = year.plan.blockPlans[year.plan.blockIndex.get(year.units[unit]!.block)!]!;
  return block.assigned[line] === 1 && entries.targets[line]?.assigned === undefined;
}

const context: CellContext = { assigned: true, ownTarget: undefined, best: null, adjusted: null };

/** Writes one (unit, line) onto the desk. */
export function fillLine(
  year: YearOnDesk,
  entries: UnitEntries,
  bests: ScoredYear['bests'],
  unit: number,
  index: number,
  work: Work,
): void {
  const { plan } = year;
  const line = plan.lines[index]!;
  const adjustment = entries.adjustments[index];
  context.assigned = isAssigned(year, entries, unit, index);
  context.ownTarget = entries.targets[index]?.target;
  context.best = bestFor(year, bests, unit, index);
  context.adjusted = adjustment === undefined ? null : roundedPoints(adjustment.points, plan);
  fillCell(line, work.cells[index]!, entries.figures[index], context);
}

/** A person's points in the plan's whole points, rounded. */
export function roundedPoints(text: string, plan: CompiledPlan): number {
  const millionths = scaled(text, 6);
  const step = 10n ** BigInt(6 - plan.places);
  const up = millionths < 0n ? -millionths : millionths;
  const rounded = (2n * up + step) / (2n * step);
  return plan.ints.of(millionths < 0n ? -rounded : rounded);
}

function bestFor(year: YearOnDesk, bests: ScoredYear['bests'], unit: number, index: number): Amount | null {
  const { leads } = year.plan.lines[index]!;
  if (leads === null) return null;
  return bests[year.plan.leaderLines.indexOf(index)]![year.places[leads].of[unit]!] ?? null;
}

/** Writes what is known of the unit itself onto the desk. */
export function fillUnit(year: YearOnDesk, unit: number, work: Work): void {
  const { activeSince, previousTotal, code } = year.units[unit]!;
  work.activeMonths = activeSince === undefined ? null : wholeMonths(activeSince, year.plan.plan.to);
  work.lot = year.lots.get(code) ?? null;
  if (previousTotal === undefined) work.previousTotal = null;
  else {
    const exact = scaled(previousTotal, 6);
    work.previousTotal = exact <= SAFE && exact >= -SAFE ? Number(exact) : exact;
  }
}

import { blocksNamed, viewPlan, type LineView, type PlanView } from './plan-view.ts';
import { isRaw, listOf, rawOf, textOf, type Raw } from '../schema/raw.ts';

/** A unit of a year file as far as it can be read. */
export interface UnitView {
  readonly index: number;
  readonly raw: Raw;
  readonly block: string | null;
  readonly cluster: string | null;
}

/** What an entry for a unit and line refers to. */
export interface EntryView {
  readonly unit: UnitView | null;
  readonly line: LineView | null;
  /** One number for each (unit, line), to find a second entry; null when either is unknown. */
  readonly key: number | null;
}

/** A year file as far as it can be read. */
export interface YearView {
  readonly raw: Raw;
  readonly plan: PlanView;
  readonly blocks: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, UnitView>;
  /** Positions of the lines by their code. */
  readonly positions: ReadonlyMap<LineView, number>;
  /** Keys of the entries that take a line away from a unit. */
  readonly leftOut: ReadonlySet<number>;
  /** Keys of the figures that drop their line. */
  readonly dropped: Set<number>;
}

export function viewYear(json: unknown): YearView {
  const raw = rawOf(json);
  const plan = viewPlan(raw['plan']);
  const units = new Map<string, UnitView>();
  const blocks = blocksNamed(plan);
  listOf(raw['units']).forEach((entry, index) => {
    if (!isRaw(entry)) return;
    const code = textOf(entry['code']);
    const block = textOf(entry['block']);
    if (block !== null) blocks.add(block);
    if (code !== null && !units.has(code))
      units.set(code, { index, raw: entry, block, cluster: textOf(entry['cluster']) });
  });
  const leftOut = new Set<number>();
  const view: YearView = {
    raw,
    plan,
    blocks,
    units,
    positions: new Map(plan.lines.map((line, position) => [line, position])),
    leftOut,
    dropped: new Set(),
  };
  for (const target of listOf(raw['targets'])) {
    if (!isRaw(target) || target['assigned'] !== false || target['target'] !== undefined) continue;
    const { key } = entryOf(view, target);
    if (key !== null) leftOut.add(key);
  }
  return view;
}

/** What an entry refers to. */
export function entryOf(view: YearView, entry: Raw): EntryView {
  const { unit: unitCode, line: lineCode } = entry;
  const unit = typeof unitCode === 'string' ? (view.units.get(unitCode) ?? null) : null;
  const line = typeof lineCode === 'string' ? (view.plan.lineByCode.get(lineCode) ?? null) : null;
  const key = unit === null || line === null ? null : unit.index * view.plan.lines.length + view.positions.get(line)!;
  return { unit, line, key };
}

/** Whether the line's `blocks` leave the unit out (false when that cannot be read). */
export const blocksLeaveOut = ({ unit, line }: EntryView): boolean =>
  unit !== null &&
  line !== null &&
  unit.block !== null &&
  line.raw['blocks'] !== undefined &&
  line.blocks !== null &&
  !line.blocks.includes(unit.block);

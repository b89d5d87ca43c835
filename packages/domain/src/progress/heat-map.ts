import type { Instant } from '../period/local-time.ts';
import { linesOf } from '../plan/document.ts';
import type { Results } from '../scoring/results.ts';
import { type CellState, cellState } from './cell-state.ts';
import { type FigureAsRead, figuresAsRead } from './figures-as-read.ts';
import type { YearInput, YearTarget } from './input.ts';

/** One unit's row of the heat map: its cells in the order of `lines`. */
export type HeatRow = { readonly unit: string; readonly cells: readonly CellState[] };

/** Units × lines, lines in plan order without those of `fact` groups. */
export type HeatMap = { readonly lines: readonly string[]; readonly rows: readonly HeatRow[] };

/**
 * All cells of a year at once, each record looked at once, so that it stays quick for thousands of units. `verified` are the
 * results of the verified year; `extensions` later due times by unit and period.
 */
export function heatMap(
  input: YearInput,
  verified: Results,
  extensions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  now: Instant,
): HeatMap {
  const { document, units } = input;
  const lines = linesOf(document.scoring)
    .filter(({ role }) => role !== 'fact')
    .map(({ line }) => line);
  const figures = byUnitAndLine<FigureAsRead>(figuresAsRead(input));
  const targets = byUnitAndLine<YearTarget>(input.targets);
  const results = new Map(
    verified.units.map((unit) => [unit.unit, new Map(unit.lines.map((line) => [line.line, line]))]),
  );
  const rows = units.map((unit): HeatRow => {
    const own = extensions[unit.code];
    const cells = lines.map((line) =>
      cellState({
        document,
        unit,
        line,
        figures: figures.get(unit.code)?.get(line.code) ?? [],
        targets: targets.get(unit.code)?.get(line.code) ?? [],
        result: results.get(unit.code)?.get(line.code),
        now,
        ...(own === undefined ? {} : { extensions: own }),
      }),
    );
    return { unit: unit.code, cells };
  });
  return { lines: lines.map((line) => line.code), rows };
}

function byUnitAndLine<T extends { readonly unit: string; readonly line: string }>(
  list: readonly T[],
): Map<string, Map<string, T[]>> {
  const units = new Map<string, Map<string, T[]>>();
  for (const entry of list) {
    const lines = units.get(entry.unit) ?? new Map<string, T[]>();
    units.set(entry.unit, lines);
    const cell = lines.get(entry.line);
    if (cell === undefined) lines.set(entry.line, [entry]);
    else cell.push(entry);
  }
  return units;
}

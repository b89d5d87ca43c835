import { ruleWhy, targetText } from './why/line-why.ts';
import type { LineWhy } from './why/whys.ts';
import { printScaled } from '../numbers/decimal.ts';
import { toBig } from '../numbers/int.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import { CELL_STATE, type Columns, type LineColumn, type Totals } from './columns.ts';
import type { CompiledLine, CompiledPlan } from './compiled.ts';
import { newWork } from './new-work.ts';
import { bestFor, bestsOf, fillFromColumn } from './score-column.ts';
import { pointsByRule } from './score-unit.ts';
import { statusName } from './unit-result.ts';
import { ABSENT, SCORED } from './work.ts';

/**
 * The why of one line of one unit, from what scoreTotals kept with `explain`; null where the unit does not have the
 * line. Units have no code in columns: `unit` of the why is the position.
 */
export function lineWhyAt(
  plan: CompiledPlan,
  columns: Columns,
  totals: Totals,
  unit: number,
  index: number,
): LineWhy | null {
  const line = plan.lines[index]!;
  const column = columns.lines[index]!;
  const scored = totals.whys?.lines[index];
  if (scored === undefined || scored.status[unit] === ABSENT) return null;
  const figure = figureOf(line, column, unit);
  const asked = scored.status[unit] === SCORED;
  const bests = line.leads === null ? null : bestsOf(line, columns, column, scored.status);
  const best = bestFor(line, columns, bests, unit);
  const target = column.exact?.get(unit)?.target ?? ownTarget(column, unit);
  return {
    unit: String(unit),
    line: line.code,
    title: line.line.title,
    group: plan.groups[line.group]!.code,
    ...(line.line.unit === undefined ? {} : { measure: line.line.unit }),
    max: line.line.max,
    status: statusName(scored.status[unit]!)!,
    points: printScaled(scored.points[unit]!, plan.places),
    figure,
    rule: asked
      ? ruleWhy(line, plan.places, fractionAt(plan, columns, scored, unit, index, best), {
          figure: figure ?? undefined,
          target: targetText(line, target),
          max: line.line.max,
          best: best === null ? null : { value: { num: toBig(best.num), den: toBig(best.den) }, units: [] },
        })
      : null,
  };
}

function fractionAt(
  plan: CompiledPlan,
  columns: Columns,
  scored: NonNullable<Totals['whys']>['lines'][number],
  unit: number,
  index: number,
  best: ReturnType<typeof bestFor>,
): { num: number; den: number } {
  if (scored.num !== null && scored.den !== null) return { num: scored.num[unit]!, den: scored.den[unit]! };
  const line = plan.lines[index]!;
  const cell = newWork(plan).cells[index]!;
  fillFromColumn(line, columns.lines[index]!, unit, cell, scored.status, best);
  return { ...pointsByRule(line, cell) };
}

const ownTarget = (column: LineColumn, unit: number): string | undefined => {
  const target = column.target?.[unit] ?? NaN;
  return Number.isNaN(target) ? undefined : printScaled(target, column.targetDecimals ?? 0);
};

/** The figure of one unit as the year file writes it; null when missing. */
function figureOf(line: CompiledLine, column: LineColumn, unit: number): FigureValue | null {
  const exact = column.exact?.get(unit)?.figure;
  if (exact !== undefined) return exact;
  if (column.state[unit] === CELL_STATE.notApplicable) return { notApplicable: true };
  if (column.state[unit] !== CELL_STATE.given) return null;
  const value = column.value?.[unit] ?? 0;
  const print = (number: number) => printScaled(number, column.decimals);
  switch (line.sort) {
    case 'yes':
      return { yes: value === 1 };
    case 'points':
      return { points: print(value) };
    case 'number':
    case 'value': {
      const whole = column.whole?.[unit] ?? 0;
      return whole > 0 ? { part: print(value), whole: print(whole) } : { value: print(value) };
    }
    case 'items':
      return { items: [...line.codes].flatMap(([code, at]) => (column.counts![at]![unit] === 1 ? code : [])) };
    default: {
      const counts = Object.fromEntries(
        [...line.codes].flatMap(([code, at]) => {
          const count = column.counts![at]![unit]!;
          return count === 0 ? [] : [[code, count] as const];
        }),
      );
      return line.sort === 'levels' ? { levels: counts } : { faults: counts };
    }
  }
}

import { combine } from '@giaouoc/domain/figure/combine';
import type { FigureValue } from '@giaouoc/domain/figure/figure';
import { parseFigure, type FieldFault } from '@giaouoc/domain/figure/parse-figure';
import { leadsWithin } from '@giaouoc/domain/rules/kinds';
import { scoreLine } from '@giaouoc/domain/scoring/score-line';
import type { AskedLine, Fields } from './figure-fields.ts';

/** What a line's fields mean now, and what they would bring. */
export type Reading = {
  /** Undefined: nothing typed, or nothing that can be read. Missing is not zero (S2). */
  figure: FigureValue | undefined;
  faults: readonly FieldFault[];
  warnings: readonly FieldFault[];
  /** Points of the year's figure with this one in it; null while there is none, or others decide it. */
  points: string | null;
};

/**
 * Reads the fields of a line and works out its points, in the browser as on the server: with the figures of the other
 * periods put together as the plan says. Lines against the leader of a block are measured by the last board, and have none
 * before there is one.
 */
export function readLine(asked: AskedLine, fields: Fields, order: readonly string[], places: number): Reading {
  const parsed = parseFigure(asked.line, fields, asked.accumulate);
  if (!parsed.ok) return { figure: undefined, faults: parsed.faults, warnings: [], points: null };
  const { figure, warnings } = parsed;
  const mine = figure === undefined ? [] : [{ period: asked.period, figure }];
  const place = (period: string) => order.indexOf(period);
  const all = [...asked.others, ...mine].sort((a, b) => place(a.period) - place(b.period));
  const year = figure === undefined ? undefined : combine(asked.line, asked.accumulate, all);
  const unmarked = leadsWithin(asked.line.rule) !== null && asked.mark === null;
  if (year === undefined || unmarked) return { figure, faults: [], warnings, points: null };
  const given = { figure: year.figure, target: asked.target ?? undefined, best: asked.mark ?? undefined };
  const scored = scoreLine(asked.line, given, places);
  return { figure, faults: [], warnings, points: scored.status === null ? null : scored.points };
}

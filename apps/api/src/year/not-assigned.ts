import { linesBeforeJoining, leavesOutBeforeJoining, conductOf, isForBlock, linesOf } from '@giaouoc/domain/plan/index';
import { z } from 'zod';
import type { ReportingUnit } from './load-unit.ts';
import type { RunningYear } from './running-year.ts';

/** A line of the plan that a unit is not asked for, and why: as its own pages and the officer's say it. */
export const notAssignedOutput = z.object({
  line: z.string(),
  title: z.string(),
  max: z.string(),
  periods: z.array(z.string()),
  /** `taken`: an officer took it from the unit. `before-joining`: all of it was due before the unit took part. */
  why: z.enum(['taken', 'before-joining']),
  reason: z.string().nullable(),
  /** The instant it was taken, or the day since which the unit takes part. */
  since: z.string().nullable(),
  /** Whether it is part of the score all the same, as missing: the plan does not say otherwise, and no officer did yet. */
  counts: z.boolean(),
});
export type NotAssigned = z.infer<typeof notAssignedOutput>;

/** All lines of its block that a unit is not asked for, in plan order. */
export function notAssignedTo(
  { plan: { document } }: RunningYear,
  { unit, targets, asking, assessments }: Pick<ReportingUnit, 'unit' | 'targets' | 'asking' | 'assessments'>,
): NotAssigned[] {
  const taken = new Map(targets.filter((row) => !row.assigned).map((row) => [row.lineCode, row]));
  const onRecord = new Set([
    ...asking.figures.filter((figure) => figure.submitted !== undefined).map(({ line }) => line),
    ...assessments.map((row) => row.lineCode),
  ]);
  const place = { block: unit.blockCode, activeSince: unit.activeSince ?? undefined };
  const before = new Set(linesBeforeJoining(document, place, (line) => onRecord.has(line)));
  return linesOf(document.scoring).flatMap(({ line }): NotAssigned[] => {
    const row = taken.get(line.code);
    if (!isForBlock(line, unit.blockCode) || (!row && !before.has(line.code))) return [];
    const known = {
      line: line.code,
      title: line.title,
      max: line.max,
      periods: conductOf(document.conduct, line.code)?.due ?? [],
    };
    return [
      row
        ? { ...known, why: 'taken', reason: row.unassignedReason, since: row.unassignedAt, counts: false }
        : {
            ...known,
            why: 'before-joining',
            reason: null,
            since: unit.activeSince,
            counts: !leavesOutBeforeJoining(document),
          },
    ];
  });
}

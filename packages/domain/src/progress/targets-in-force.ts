import { leavesOutBeforeJoining, linesBeforeJoining } from '../plan/before-joining.ts';
import type { YearInput, YearTarget } from './input.ts';
import { unitLineKey } from '../figure/figure-key.ts';

/**
 * The targets of a year with what follows from when units came: where the plan says so, lines that were due wholly before
 * a unit took part, and of which nothing was sent or judged, are not assigned to it. They come first, as of several
 * entries for one line the first holds.
 */
export function targetsInForce(input: YearInput): readonly YearTarget[] {
  if (!leavesOutBeforeJoining(input.document)) return input.targets;
  const late = input.units.filter(({ activeSince }) => activeSince !== undefined);
  if (late.length === 0) return input.targets;
  const onRecord = onRecordIn(input);
  const left = late.flatMap((unit) =>
    linesBeforeJoining(input.document, unit, (line) => onRecord.has(unitLineKey(unit.code, line))).map((line) => ({
      unit: unit.code,
      line,
      assigned: false,
    })),
  );
  return left.length === 0 ? input.targets : [...left, ...input.targets];
}

/** Lines of which a unit sent something, or the federation judged something, in any period. */
export function onRecordIn({ figures, assessments }: Pick<YearInput, 'figures' | 'assessments'>): Set<string> {
  return new Set([
    ...figures.filter(({ submitted }) => submitted !== undefined).map(({ unit, line }) => unitLineKey(unit, line)),
    ...assessments.map(({ unit, line }) => unitLineKey(unit, line)),
  ]);
}

import { linesOf } from '../plan/document.ts';
import { leadsWithin } from '../rules/kinds.ts';
import type { Mark } from '../scoring/marks-of.ts';
import type { YearFile } from '../year-file/index.ts';

/**
 * A year of one unit as it stands against the others by the last board (S1): beside it another one, without a name, that
 * has the best figures of its block or cluster on leader lines. The unit's own figures on leader lines without a mark are
 * left out: alone it would lead, and lose again what it never had.
 *
 * @param year of one unit, as `assembleYear` gives it.
 * @param marks as of `marksOf`, by line code.
 */
export function againstMarks(year: YearFile, marks: Readonly<Record<string, Mark>>): YearFile {
  const leading = linesOf(year.plan).filter(({ line }) => leadsWithin(line.rule) !== null);
  const [unit] = year.units;
  if (leading.length === 0 || unit === undefined) return year;
  const known = new Map(
    leading.flatMap(({ line }) => (Object.hasOwn(marks, line.code) ? [[line.code, marks[line.code]!]] : [])),
  );
  const unknown = new Set(leading.map(({ line }) => line.code).filter((code) => !known.has(code)));
  const other = `${unit.code} +`;
  return {
    ...year,
    units: [...year.units, { ...unit, code: other, name: '' }],
    // To lead one needs a target, where the rule takes the unit's own; the mark itself is what it is.
    targets: [
      ...(year.targets ?? []),
      ...(year.targets ?? []).filter(({ line }) => known.has(line)).map((target) => ({ ...target, unit: other })),
    ],
    figures: [
      ...(year.figures ?? []).filter(({ line }) => !unknown.has(line)),
      ...[...known].map(([line, mark]) => ({ unit: other, line, ...mark })),
    ],
  };
}

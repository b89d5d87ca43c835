import { compareCodePoints } from '../numbers/code-points.ts';
import { printScaled } from '../numbers/decimal.ts';
import { compareFractions } from '../numbers/int.ts';
import { canonicalJson } from '../hash/canonical.ts';
import type { LineStatus } from '../scoring/line-status.ts';
import type { ScoredYear } from '../scoring/scored-year.ts';
import { startScoring } from '../scoring/start-scoring.ts';
import { statusName } from '../scoring/unit-result.ts';
import type { YearFile } from '../year-file/year.schema.ts';
import { standing } from './suggestion.ts';

export interface LineChange {
  line: string;
  /** Points and status; `null` where the unit does not have the line. */
  before: { points: string; status: LineStatus } | null;
  after: { points: string; status: LineStatus } | null;
  /** What differs behind it: the unit's entries, the line in the plan, or the best figure of the place. */
  reasons: ('figure' | 'target' | 'adjustment' | 'line' | 'leader')[];
}

export interface Standing {
  total: string;
  rank: number | null;
  grade: string | null;
}

export interface UnitComparison {
  unit: string;
  change: 'added' | 'removed' | 'changed';
  before: Standing | null;
  after: Standing | null;
  /** Lines whose points or status changed. */
  lines: LineChange[];
  /** Beside the lines, what changed: groups' limits, scale, gates, grades or quotas of the plan; or only the others. */
  plan: boolean;
}

/**
 * What changed from year `a` to year `b`, per unit and why, by code point of the unit; units of which nothing changed
 * are left out. Both years are valid; their plans may differ.
 */
export function compareYears(a: YearFile, b: YearFile): UnitComparison[] {
  const before = startScoring(a);
  const after = startScoring(b);
  const plan = rulesAround(a) !== rulesAround(b);
  const codes = [...new Set([...before.unitIndex.keys(), ...after.unitIndex.keys()])].sort(compareCodePoints);
  return codes.flatMap((unit): UnitComparison[] => {
    const from = before.unitIndex.get(unit);
    const to = after.unitIndex.get(unit);
    const was = from === undefined ? null : standing(before, from);
    const is = to === undefined ? null : standing(after, to);
    if (from === undefined || to === undefined)
      return [{ unit, change: from === undefined ? 'added' : 'removed', before: was, after: is, lines: [], plan }];
    const lines = lineChanges(before, from, after, to);
    const same = was!.total === is!.total && was!.rank === is!.rank && was!.grade === is!.grade;
    return same && lines.length === 0 ? [] : [{ unit, change: 'changed', before: was, after: is, lines, plan }];
  });
}

/** What of the plan works on totals, not on single lines. */
function rulesAround({ plan }: YearFile): string {
  const { scale, gates, grades, quotas, ranking, places } = plan;
  const limits = (groups: YearFile['plan']['groups'] | undefined): unknown =>
    (groups ?? []).map(({ code, role, max, min, groups: below }) => [
      code,
      role ?? null,
      max ?? null,
      min ?? null,
      limits(below),
    ]);
  return canonicalJson([scale, gates ?? [], grades, quotas ?? [], ranking, places ?? 2, limits(plan.groups)]);
}

function lineChanges(before: ScoredYear, from: number, after: ScoredYear, to: number): LineChange[] {
  const codes = [...new Set([...before.plan.lineIndex.keys(), ...after.plan.lineIndex.keys()])];
  return codes.flatMap((line): LineChange[] => {
    const was = lineState(before, from, line);
    const is = lineState(after, to, line);
    if (was?.points === is?.points && was?.status === is?.status) return [];
    return [{ line, before: was, after: is, reasons: reasons(before, from, after, to, line) }];
  });
}

function lineState(year: ScoredYear, unit: number, code: string): LineChange['before'] {
  const line = year.plan.lineIndex.get(code);
  if (line === undefined) return null;
  const status = statusName(year.scores[unit]!.status[line]!);
  return status === null ? null : { points: printScaled(year.scores[unit]!.points[line]!, year.plan.places), status };
}

function reasons(before: ScoredYear, from: number, after: ScoredYear, to: number, code: string): LineChange['reasons'] {
  const seen = (year: ScoredYear, unit: number) => {
    const line = year.plan.lineIndex.get(code);
    if (line === undefined) return null;
    const { figures, targets, adjustments } = year.entries[unit]!;
    const compiled = year.plan.lines[line]!;
    const best =
      compiled.leads === null
        ? null
        : (year.bests[year.plan.leaderLines.indexOf(line)]![year.places[compiled.leads].of[unit]!] ?? null);
    return {
      figure: canonicalJson(figures[line] ?? null),
      target: canonicalJson(targets[line] ?? null),
      adjustment: canonicalJson(adjustments[line] ?? null),
      line: canonicalJson([compiled.line, year.plan.places]),
      best,
    };
  };
  const was = seen(before, from);
  const is = seen(after, to);
  if (was === null || is === null) return ['line'];
  const differing = (['figure', 'target', 'adjustment', 'line'] as const).filter((key) => was[key] !== is[key]);
  const sameBest =
    was.best === is.best ||
    (was.best !== null &&
      is.best !== null &&
      compareFractions(was.best.num, was.best.den, is.best.num, is.best.den) === 0);
  return sameBest ? differing : [...differing, 'leader'];
}

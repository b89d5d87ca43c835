import { createHash } from 'node:crypto';
import { gradeUnit } from './grading.ts';
import { scoreLines } from './lines.ts';
import * as q from './numbers.ts';
import { groupsInOrder } from './plan-order.ts';
import { applyQuotas, type Edge } from './quotas.ts';
import { rankOf, type Scored } from './ranking.ts';
import { totalsOf } from './totals.ts';
import type { SlowResults, SlowUnit, SlowUnitResult, SlowYear } from './year-shape.ts';

function byCodePoint(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  for (const [index, point] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (point !== other) return point - other;
  }
  return left.length - right.length;
}

/** RFC 8785 for what results hold: text, small whole numbers, null, lists and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

/** The digest of scoring.md §8. */
export const digestOfUnits = (units: readonly SlowUnitResult[]): string =>
  `sha256:${createHash('sha256').update(canonical(units), 'utf8').digest('hex')}`;

function scoreOne(year: SlowYear, unit: SlowUnit): Scored {
  const lines = scoreLines(year, unit);
  const totals = totalsOf(year, unit, lines);
  return { unit, lines, totals, grading: gradeUnit({ year, unit, lines, totals }) };
}

/** Results of a valid year file and the edges at which its quotas met equal units. */
export function evaluate(year: SlowYear): { results: SlowResults; edges: readonly Edge[] } {
  const { plan } = year;
  const places = plan.places ?? 2;
  const all = year.units.map((unit) => scoreOne(year, unit));
  const quotas = applyQuotas(year, all);
  const gradeCode = (index: number | null): string | null =>
    index === null ? null : (plan.grades[index]?.code ?? null);
  const groups = groupsInOrder(plan).map(({ group }) => group.code);
  const units = all
    .toSorted((a, b) => byCodePoint(a.unit.code, b.unit.code))
    .map((scored): SlowUnitResult => {
      const { unit, totals, grading } = scored;
      return {
        unit: unit.code,
        block: unit.block,
        cluster: unit.cluster ?? null,
        base: q.print(totals.base, places),
        bonus: q.print(totals.bonus, places),
        penalty: q.print(totals.penalty, places),
        total: q.print(grading.total, places),
        rank: rankOf(year, all, scored),
        scoredGrade: gradeCode(grading.grade),
        grade: gradeCode(quotas.grades.get(unit.code) ?? null),
        gates: [...grading.gates],
        undecided: [...(quotas.undecided.get(unit.code) ?? [])],
        notGraded: grading.notGraded,
        groups: groups.map((code) => ({ group: code, points: q.print(totals.groups.get(code) ?? q.ZERO, places) })),
        lines: scored.lines.map((score) => ({
          line: score.line.code,
          status: score.status,
          points: q.print(score.points, places),
          ...(score.computed === undefined ? {} : { computed: q.print(score.computed, places) }),
        })),
      };
    });
  return {
    results: { format: 'giaouoc-results/1', plan: plan.code, engine: '1', units, digest: digestOfUnits(units) },
    edges: quotas.edges,
  };
}

import type { ByBlock, SlowCondition, SlowGroup, SlowYear } from './slow-evaluator/index.ts';

/** One letter in front of every code of a list keeps their order, whatever they are. */
const other = (code: string): string => `x${code}`;

const otherKeys = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [other(key), value]));

const byBlock = (value: ByBlock): ByBlock => (typeof value === 'string' ? value : otherKeys(value));

function condition(one: SlowCondition): SlowCondition {
  return {
    ...one,
    ...(one.line !== undefined && { line: other(one.line) }),
    ...(one.group !== undefined && { group: other(one.group) }),
    ...(one.anyLine && { anyLine: { ...one.anyLine, group: other(one.anyLine.group) } }),
    ...(one.all && { all: one.all.map(condition) }),
    ...(one.any && { any: one.any.map(condition) }),
    ...(one.not && { not: condition(one.not) }),
  };
}

const group = (one: SlowGroup): SlowGroup => ({
  ...one,
  code: other(one.code),
  ...(one.groups && { groups: one.groups.map(group) }),
  ...(one.lines && {
    lines: one.lines.map((line) => ({
      ...line,
      code: other(line.code),
      ...(line.blocks && { blocks: line.blocks.map(other) }),
    })),
  }),
});

const key = (by: string): string => by.replace(/^(group|line):/, '$1:x');

/** The same year in which units, blocks, clusters, groups, lines and grades have other codes (gates and quotas not). */
export function renamed(year: SlowYear): SlowYear {
  const { plan } = year;
  const entry = <T extends { unit: string; line: string }>(one: T): T => ({
    ...one,
    unit: other(one.unit),
    line: other(one.line),
  });
  return {
    ...year,
    plan: {
      ...plan,
      scale: {
        ...plan.scale,
        base: byBlock(plan.scale.base),
        ...(plan.scale.total !== undefined && { total: byBlock(plan.scale.total) }),
      },
      groups: plan.groups.map(group),
      ...(plan.gates && {
        gates: plan.gates.map((gate) => ({
          ...gate,
          when: condition(gate.when),
          effect: gate.effect.gradeAtMost === undefined ? gate.effect : { gradeAtMost: other(gate.effect.gradeAtMost) },
        })),
      }),
      grades: plan.grades.map((grade) => ({
        ...grade,
        code: other(grade.code),
        ...(grade.from !== undefined && { from: byBlock(grade.from) }),
        ...(grade.requires && { requires: condition(grade.requires) }),
      })),
      ...(plan.quotas && {
        quotas: plan.quotas.map((quota) => ({
          ...quota,
          grade: other(quota.grade),
          of: quota.of === 'graded' ? quota.of : other(quota.of),
        })),
      }),
      ranking: { ...plan.ranking, by: plan.ranking.by.map(key) },
    },
    units: year.units.map((unit) => ({
      ...unit,
      code: other(unit.code),
      block: other(unit.block),
      ...(unit.cluster !== undefined && { cluster: other(unit.cluster) }),
    })),
    figures: year.figures.map(entry),
    ...(year.targets && { targets: year.targets.map(entry) }),
    ...(year.adjustments && { adjustments: year.adjustments.map(entry) }),
    ...(year.lots && { lots: otherKeys(year.lots) }),
    ...(year.decisions && { decisions: year.decisions.map((one) => ({ ...one, keep: one.keep.map(other) })) }),
  };
}

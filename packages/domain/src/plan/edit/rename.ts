import type { Condition, Plan } from '../../year-file/index.ts';
import type { PlanDocument } from '../document.ts';
import { mapGroups } from './tree.ts';

/**
 * The document with codes of lines and groups replaced, everywhere they are named: in the tree, in conduct and its stages, in gates,
 * in what grades require and in the keys of the ranking. All at once, so that two codes can change places.
 */
export function renameCodes(document: PlanDocument, names: ReadonlyMap<string, string>): PlanDocument {
  if (names.size === 0) return document;
  const named = (code: string) => names.get(code) ?? code;
  const { scoring, conduct } = document;
  const tree = mapGroups(scoring, (group) => ({
    ...group,
    code: named(group.code),
    ...(group.lines === undefined ? {} : { lines: group.lines.map((line) => ({ ...line, code: named(line.code) })) }),
  }));
  const renamed: Plan = {
    ...tree,
    grades: tree.grades.map((grade) =>
      grade.requires === undefined ? grade : { ...grade, requires: inCondition(grade.requires, named) },
    ),
    ranking: { ...tree.ranking, by: tree.ranking.by.map((key) => inKey(key, named)) },
    ...(tree.gates === undefined
      ? {}
      : { gates: tree.gates.map((gate) => ({ ...gate, when: inCondition(gate.when, named) })) }),
  };
  const lines = Object.fromEntries(Object.entries(conduct.lines).map(([code, line]) => [named(code), line]));
  const stages = conduct.stages.map((stage) =>
    stage.lines === undefined ? stage : { ...stage, lines: stage.lines.map(named) },
  );
  return { scoring: renamed, conduct: { ...conduct, lines, stages } };
}

function inKey(key: string, named: (code: string) => string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? key : `${key.slice(0, colon)}:${named(key.slice(colon + 1))}`;
}

function inCondition(condition: Condition, named: (code: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => inCondition(part, named)) };
  if ('any' in condition) return { any: condition.any.map((part) => inCondition(part, named)) };
  if ('not' in condition) return { not: inCondition(condition.not, named) };
  if ('line' in condition) return { ...condition, line: named(condition.line) };
  if ('group' in condition) return { ...condition, group: named(condition.group) };
  if ('anyLine' in condition) {
    return { anyLine: { ...condition.anyLine, group: named(condition.anyLine.group) } };
  }
  return condition;
}

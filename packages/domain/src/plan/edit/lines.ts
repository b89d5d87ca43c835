import { accumulateWaysFor, takesUnit } from '../../figure/figure.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Line } from '../../year-file/index.ts';
import type { LineConduct } from '../conduct.schema.ts';
import { conductOf, groupsOf, linesOf, type PlanDocument, takesOwnTarget } from '../document.ts';
import { defaultLineConduct } from '../default-conduct.ts';
import { freeCode, insertAt, isTaken, mapGroups, mapLines, withScoring } from './tree.ts';

/** A line as the editor makes it; without a code it gets the next free one of its group. */
export type NewLine = Omit<Line, 'code'> & { code?: string };

/** Adds a line to a group, before place `at` (at the end without one), with the usual conduct in the plan's periods. */
export function addLine(
  document: PlanDocument,
  group: string,
  line: NewLine,
  at?: number,
): Result<PlanDocument, 'group-unknown' | 'code-taken'> {
  const { scoring, conduct } = document;
  const placed = groupsOf(scoring).find((other) => other.group.code === group);
  if (placed === undefined) return refuse('group-unknown', { group });
  const code = line.code ?? freeCode(scoring, group);
  if (isTaken(scoring, code)) return refuse('code-taken', { code });
  const added: Line = { ...line, code };
  const due = conduct.periods.slice(0, 1).map((period) => period.code);
  const lines = { ...conduct.lines, [code]: defaultLineConduct(added, placed.role, due) };
  return ok({ scoring: putLine(document, group, added, at), conduct: { ...conduct, lines } });
}

/** Moves a line into a group (its own included), before place `at` of that group as it is without the line. */
export function moveLine(
  document: PlanDocument,
  code: string,
  to: { group: string; at?: number },
): Result<PlanDocument, 'line-unknown' | 'group-unknown'> {
  const placed = linesOf(document.scoring).find(({ line }) => line.code === code);
  if (placed === undefined) return refuse('line-unknown', { line: code });
  if (!groupsOf(document.scoring).some(({ group }) => group.code === to.group)) {
    return refuse('group-unknown', { group: to.group });
  }
  const without = withScoring(document, dropLine(document, code));
  return ok(withScoring(document, putLine(without, to.group, placed.line, to.at)));
}

/** Takes a line out, with its conduct. Gates and ranking keys that name it stay, and show as faults of the plan. */
export function removeLine(document: PlanDocument, code: string): Result<PlanDocument, 'line-unknown'> {
  if (!linesOf(document.scoring).some(({ line }) => line.code === code)) return refuse('line-unknown', { line: code });
  const lines = Object.fromEntries(Object.entries(document.conduct.lines).filter(([other]) => other !== code));
  return ok({ scoring: dropLine(document, code), conduct: { ...document.conduct, lines } });
}

/** What can be changed of a line without its rule; `null` takes an optional setting away. */
export type LinePatch = Partial<Pick<Line, 'title' | 'kind' | 'max'>> & {
  unit?: string | null;
  blocks?: string[] | null;
  whenNotApplicable?: NonNullable<Line['whenNotApplicable']> | null;
};

/** Changes a line; a changed unit of measure brings its way of adding up in step. */
export function setLine(document: PlanDocument, code: string, patch: LinePatch): Result<PlanDocument, 'line-unknown'> {
  return changeLine(document, code, (line) => patched(line, patch));
}

/** Changes the most points of a line. */
export function setMax(document: PlanDocument, code: string, max: string): Result<PlanDocument, 'line-unknown'> {
  return setLine(document, code, { max });
}

/** Gives a line another rule. Its conduct follows: a way of adding that no longer suits, a floor that no longer applies. */
export function setRule(
  document: PlanDocument,
  code: string,
  rule: Line['rule'],
): Result<PlanDocument, 'line-unknown'> {
  return changeLine(document, code, (line) => {
    const changed = { ...line, rule };
    // A unit of measure that the new rule has no place for would stay unseen, and count as a part of the line's meaning.
    return rule.kind !== line.rule.kind && !takesUnit(changed) ? patched(changed, { unit: null as never }) : changed;
  });
}

/** Changes how a line is conducted; `null` takes an optional setting away. */
export function setLineConduct(
  document: PlanDocument,
  code: string,
  patch: { [K in keyof LineConduct]?: LineConduct[K] | null },
): Result<PlanDocument, 'line-unknown'> {
  const before = conductOf(document.conduct, code);
  if (before === undefined) return refuse('line-unknown', { line: code });
  const lines = { ...document.conduct.lines, [code]: patched(before, patch) };
  return ok({ ...document, conduct: { ...document.conduct, lines } });
}

/** `value` with the entries of `patch`; those that are `null` are taken away. */
export function patched<T extends object>(value: T, patch: { [K in keyof T]?: T[K] | null }): T {
  const entries = Object.entries({ ...value, ...patch }).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(entries) as T;
}

function changeLine(
  document: PlanDocument,
  code: string,
  change: (line: Line) => Line,
): Result<PlanDocument, 'line-unknown'> {
  const placed = linesOf(document.scoring).find(({ line }) => line.code === code);
  if (placed === undefined) return refuse('line-unknown', { line: code });
  const line = change(placed.line);
  const scoring = mapLines(document.scoring, (other) => (other.code === code ? line : other));
  const before = conductOf(document.conduct, code);
  if (before === undefined) return ok({ ...document, scoring });
  const lines = { ...document.conduct.lines, [code]: inStep(before, line) };
  return ok({ scoring, conduct: { ...document.conduct, lines } });
}

/** The conduct with what no longer goes with the line set right. */
function inStep(conduct: LineConduct, line: Line): LineConduct {
  const ways = accumulateWaysFor(line);
  const accumulate = ways.includes(conduct.accumulate) ? conduct.accumulate : (ways[0] ?? 'latest');
  const kept = takesOwnTarget(line) ? conduct : patched(conduct, { targetFloor: null as never });
  return { ...kept, accumulate };
}

function putLine(document: PlanDocument, group: string, line: Line, at?: number) {
  return mapGroups(document.scoring, (other) =>
    other.code === group ? { ...other, lines: insertAt(other.lines ?? [], line, at) } : other,
  );
}

function dropLine(document: PlanDocument, code: string) {
  return mapLines(document.scoring, (line) => (line.code === code ? undefined : line));
}

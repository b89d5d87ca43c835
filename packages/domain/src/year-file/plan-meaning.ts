import { compareDecimals } from '../numbers/decimal.ts';
import { guidanceOf } from '../rules/guidance.ts';
import { scoringOf, scoringOfKind } from '../rules/kinds.ts';
import { noteConditions } from './condition-meaning.ts';
import { noteDecimals } from './decimals-meaning.ts';
import { noteGrades } from './grade-meaning.ts';
import type { GroupView, LineView, PlanView } from './plan-view.ts';
import { below, decimalOf, isRaw, listOf, noteRepeated, noteTwice, rawOf, textOf, type Note } from '../schema/raw.ts';
import { noteScale } from './scale-meaning.ts';
import { isDay } from '../numbers/day.ts';

/**
 * Notes the faults of a plan that the schema cannot see; paths from the plan. `blocks` are all that appear in the file.
 */
export function notePlan(view: PlanView, blocks: ReadonlySet<string>, note: Note): void {
  noteDates(view, note);
  noteCodes(view, note);
  for (const group of view.groups) noteGroup(group, view, below(note, ...group.path));
  for (const line of view.lines) noteLine(line, view, below(note, ...line.path));
  noteScale(view, blocks, note);
  noteGrades(view, blocks, note);
  noteGates(view, note);
  noteQuotas(view, note);
  noteRanking(view, note);
}

function noteDates({ raw }: PlanView, note: Note): void {
  const from = textOf(raw['from']);
  const to = textOf(raw['to']);
  if (from !== null && to !== null && isDay(from) && isDay(to) && to < from) note(['to'], 'to-before-from', { from });
}

/** Line and group codes are one list across the whole plan. */
function noteCodes(view: PlanView, note: Note): void {
  const seen = new Set<string>();
  const check = (entry: GroupView | LineView) => {
    if (entry.code === null) return;
    if (seen.has(entry.code)) note([...entry.path, 'code'], 'code-twice', { code: entry.code });
    seen.add(entry.code);
  };
  const walk = (group: GroupView) => {
    check(group);
    group.lines.forEach(check);
    group.groups.forEach(walk);
  };
  view.top.forEach(walk);
}

const sign = (value: unknown): number | null => {
  const number = decimalOf(value);
  return number === null ? null : compareDecimals(number, '0');
};

function noteGroup(group: GroupView, view: PlanView, note: Note): void {
  if (group.top && group.raw['role'] === undefined) note([], 'missing-key', { key: 'role' });
  if (!group.top && group.raw['role'] !== undefined) note(['role'], 'role-below');
  if (sign(group.raw['max']) === -1) note(['max'], 'negative');
  if (sign(group.raw['min']) === 1) note(['min'], 'min-above-zero');
  noteDecimals(group.raw['max'], view, below(note, 'max'));
  noteDecimals(group.raw['min'], view, below(note, 'min'));
}

function noteLine(line: LineView, view: PlanView, note: Note): void {
  noteRepeated(line.blocks ?? [], below(note, 'blocks'));
  noteDecimals(line.raw['max'], view, below(note, 'max'));
  noteDecimals(line.rule['min'], view, below(note, 'rule', 'min'));
  if (line.kind !== null) {
    const { check } = guidanceOf(line.kind);
    for (const { path, value } of check.points?.(line.rule) ?? [])
      noteDecimals(value, view, below(note, 'rule', ...path));
    check.settings?.(line.rule, line, below(note, 'rule'));
  }
  if (line.role !== 'penalty' && line.role !== 'fact') return;
  if (sign(line.max) === 1) note(['max'], line.role === 'penalty' ? 'penalty-max' : 'fact-max');
  if (line.valid === null) return;
  const goesBelow = sign(scoringOf(line.valid).lowest(line.valid)) === -1;
  if (line.role === 'penalty' && !goesBelow) note(['rule'], 'penalty-rule');
  if (line.role === 'fact' && goesBelow) note(['rule'], 'fact-rule');
}

function noteGates(view: PlanView, note: Note): void {
  const gates = listOf(view.raw['gates']);
  noteTwice(gates, below(note, 'gates'));
  gates.forEach((gate, index) => {
    if (!isRaw(gate)) return;
    const noteGate = below(note, 'gates', index);
    noteConditions(gate['when'], view, below(noteGate, 'when'));
    const effect = rawOf(gate['effect']);
    const grade = textOf(effect['gradeAtMost']);
    if (grade !== null && !view.gradeCodes.includes(grade))
      noteGate(['effect', 'gradeAtMost'], 'unknown-grade', { code: grade });
    noteDecimals(effect['totalAtMost'], view, below(noteGate, 'effect', 'totalAtMost'));
  });
}

function noteQuotas(view: PlanView, note: Note): void {
  const quotas = listOf(view.raw['quotas']);
  noteTwice(quotas, below(note, 'quotas'));
  quotas.forEach((quota, index) => {
    const { grade, of } = rawOf(quota);
    const noteQuota = below(note, 'quotas', index);
    const position = textOf(grade) === null ? null : view.gradeCodes.indexOf(grade as string);
    if (position === -1) noteQuota(['grade'], 'unknown-grade', { code: grade as string });
    else if (position === view.gradeCodes.length - 1) noteQuota(['grade'], 'quota-last-grade');
    if (textOf(of) !== null && of !== 'graded' && !view.gradeCodes.includes(of as string))
      noteQuota(['of'], 'unknown-grade', { code: of as string });
  });
}

const PLAIN_KEYS = ['total', 'base', 'bonus', 'penalty', 'previous', 'progress', 'lot'];

function noteRanking(view: PlanView, note: Note): void {
  const by = listOf(rawOf(view.raw['ranking'])['by']);
  noteRepeated(by, below(note, 'ranking', 'by'));
  by.forEach((key, index) => {
    if (typeof key !== 'string' || PLAIN_KEYS.includes(key)) return;
    const noteKey = below(note, 'ranking', 'by', index);
    if (key.startsWith('group:')) {
      if (view.readable && !view.groupCodes.has(key.slice(6))) noteKey([], 'unknown-group', { code: key.slice(6) });
    } else if (key.startsWith('line:')) {
      if (view.readable && !view.lineByCode.has(key.slice(5))) noteKey([], 'unknown-line', { code: key.slice(5) });
    } else noteKey([], 'unknown-key-of-ranking', { key });
  });
}

/** Whether anything in the plan is within clusters. */
export function usesClusters(view: PlanView): boolean {
  return (
    rawOf(view.raw['ranking'])['within'] === 'cluster' ||
    listOf(view.raw['quotas']).some((quota) => rawOf(quota)['within'] === 'cluster') ||
    view.lines.some((line) => line.kind !== null && scoringOfKind(line.kind).leads?.(line.rule as never) === 'cluster')
  );
}

import { canonicalJson, type Json } from '../hash/canonical.ts';
import type { Conduct } from './conduct.schema.ts';
import type { PlanDocument, PlacedLine } from './document.ts';
import { conductOf, groupsOf, linesOf } from './document.ts';

/** What a change is about. */
export type ChangeSubject = 'line' | 'group' | 'period' | 'stage' | 'gate' | 'grade' | 'quota' | 'plan';

/**
 * One difference between two versions of a plan, ready to be said: "Tiêu chí 1.3, điểm tối đa: 6 → 5". `field` names
 * what changed (`max`, `rule`, `due`, `scale`…); `before` and `after` are its values, absent where there was none.
 */
export type PlanChange = {
  readonly subject: ChangeSubject;
  /** Code of the line, group, period…; empty for the plan itself. */
  readonly code: string;
  /** Its title as it is now, or as it was when it has gone. */
  readonly title: string;
  readonly what: 'added' | 'removed' | 'moved' | 'changed';
  readonly field?: string;
  readonly before?: Json;
  readonly after?: Json;
};

/**
 * All differences from one version to another, by code: first lines in plan order, then groups, periods, stages, gates,
 * grades, quotas and the plan's own settings. A line that only changed its number among its neighbours is no change.
 */
export function diffPlans(before: PlanDocument, after: PlanDocument): PlanChange[] {
  return [
    ...coded('line', lineEntries(before), lineEntries(after)),
    ...coded('group', groupEntries(before), groupEntries(after)),
    ...coded('period', entries(before.conduct.periods), entries(after.conduct.periods)),
    ...coded('stage', entries(before.conduct.stages), entries(after.conduct.stages)),
    ...coded('gate', entries(before.scoring.gates), entries(after.scoring.gates)),
    ...coded('grade', entries(before.scoring.grades), entries(after.scoring.grades)),
    ...coded('quota', entries(before.scoring.quotas), entries(after.scoring.quotas)),
    ...changedFields('plan', '', after.scoring.title, settings(before, after), settings(after, before)),
  ];
}

type Entry = { code: string; title: string; fields: Fields };
type Fields = Readonly<Record<string, Json | undefined>>;

/** Where a line stands: a change of it is a move. */
const place = 'group';

function lineEntries(document: PlanDocument): Entry[] {
  return linesOf(document.scoring).map(({ line, groups }: PlacedLine) => {
    const { code, title, ...scoring } = line;
    const conduct = conductOf(document.conduct, code);
    return { code, title, fields: { title, ...scoring, ...conduct, [place]: groups.at(-1) } };
  });
}

function groupEntries(document: PlanDocument): Entry[] {
  return groupsOf(document.scoring).map(({ group, role, above }) => {
    const { code, title, max, min } = group;
    return { code, title, fields: { title, role, max, min, [place]: above.at(-1) } };
  });
}

function entries(list: readonly { readonly code: string; readonly title?: string }[] | undefined): Entry[] {
  return (list ?? []).map((entry) => ({
    code: entry.code,
    title: entry.title ?? entry.code,
    fields: { ...(entry as Fields), code: undefined },
  }));
}

/**
 * What a plan says of itself. Stages are named by their titles, which people know; the order of those that both versions have
 * is a setting, since it decides what counts where a stage said nothing.
 */
function settings({ scoring, conduct }: PlanDocument, other: PlanDocument): Fields {
  const { title, from, to, places, scale, ranking } = scoring;
  const { unverifiedCounts, signing, rescaleNote, beforeJoining, visibility } = conduct;
  const others = new Set(other.conduct.stages.map(({ code }) => code));
  const stageOrder = conduct.stages.map(({ code }) => code).filter((code) => others.has(code));
  const countsFrom = countsFromOf(conduct, other.conduct);
  const own = { countsFrom, unverifiedCounts, signing, rescaleNote, beforeJoining, visibility, stageOrder };
  return { title, from, to, places, scale, ranking, ...own };
}

/** The stage that counts, by its title; by its code where that is the same, or titles do not tell the two apart. */
function countsFromOf(own: Conduct, other: Conduct): string {
  const titleIn = ({ stages, countsFrom }: Conduct) =>
    stages.find(({ code }) => code === countsFrom)?.title ?? countsFrom;
  if (own.countsFrom === other.countsFrom || titleIn(own) === titleIn(other)) return own.countsFrom;
  return titleIn(own);
}

function coded(subject: ChangeSubject, before: readonly Entry[], after: readonly Entry[]): PlanChange[] {
  const old = new Map(before.map((entry) => [entry.code, entry]));
  const now = new Set(after.map((entry) => entry.code));
  return [
    ...after.flatMap((entry): PlanChange[] => {
      const { code, title } = entry;
      const was = old.get(code);
      if (was === undefined) return [{ subject, code, title, what: 'added' }];
      return changedFields(subject, code, title, was.fields, entry.fields);
    }),
    ...before
      .filter((entry) => !now.has(entry.code))
      .map(({ code, title }): PlanChange => ({ subject, code, title, what: 'removed' })),
  ];
}

function changedFields(
  subject: ChangeSubject,
  code: string,
  title: string,
  before: Fields,
  after: Fields,
): PlanChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field): PlanChange[] => {
    const [was, is] = [before[field], after[field]];
    if (same(was, is)) return [];
    const what = field === place ? 'moved' : 'changed';
    return [
      {
        subject,
        code,
        title,
        what,
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

import { ok, refuse, type Result } from '../result.ts';

/** Where an emulation year stands (year's end design §4). */
export const yearStatuses = ['running', 'provisional', 'frozen', 'closed', 'reopened'] as const;
export type YearStatus = (typeof yearStatuses)[number];

/** What moves a year on. */
export const yearSteps = ['make-provisional', 'withdraw-provisional', 'freeze', 'unfreeze', 'close', 'reopen'] as const;
export type YearStep = (typeof yearSteps)[number];

/** What a snapshot of a whole year was made for. */
export const snapshotKinds = ['provisional'] as const;
export type SnapshotKind = (typeof snapshotKinds)[number];

/** Steps that need a reason people will read: they take back what others were told. */
export const stepsWithReason = ['withdraw-provisional', 'unfreeze', 'reopen'] as const satisfies readonly YearStep[];

/**
 * The kinds of work that change a year. Every write of a year names its kind, and is refused where the table below does not
 * list it.
 *
 * - `organise`: units of the year, their blocks and clusters, lines taken from a unit, its name and dates.
 * - `plan-draft`: writing the next version of the plan; nothing counts by it until it is published.
 * - `plan`: publishing a version.
 * - `pledge`: offering, targets, signing, paper, declining.
 * - `report`: figures, files beside them, sending, taking back, more time.
 * - `assess`: judging and what the federation enters itself.
 * - `remind`: reminders; they change nothing that counts.
 */
export const yearWorks = ['organise', 'plan-draft', 'plan', 'pledge', 'report', 'assess', 'remind'] as const;
export type YearWork = (typeof yearWorks)[number];

/**
 * The one table of a year's life: what may be done and which steps lead where. From provisional on, what was shown stays as it
 * was shown; it is corrected in the open or withdrawn with a reason. A draft of the next plan version harms nobody.
 */
export const yearTable: {
  readonly [S in YearStatus]: {
    readonly works: readonly YearWork[];
    readonly steps: { readonly [T in YearStep]?: YearStatus };
  };
} = {
  running: { works: yearWorks, steps: { 'make-provisional': 'provisional' } },
  provisional: {
    works: ['plan-draft'],
    steps: { 'withdraw-provisional': 'running', freeze: 'frozen' },
  },
  frozen: { works: [], steps: { unfreeze: 'provisional', close: 'closed' } },
  closed: { works: [], steps: { reopen: 'reopened' } },
  reopened: { works: ['plan-draft'], steps: { 'make-provisional': 'provisional' } },
};

/** May this kind of work be done in a year that stands so? */
export const mayWork = (status: YearStatus, work: YearWork): boolean => yearTable[status].works.includes(work);

/**
 * Refuses work in a year that is not open for it.
 *
 * @returns `year-not-open` with the status the year has, which the sentence says in words
 */
export function checkWork(status: YearStatus, work: YearWork): Result<true, 'year-not-open'> {
  return mayWork(status, work) ? ok(true) : refuse('year-not-open', { status });
}

/**
 * Where a step leads.
 *
 * @returns `year-step-not-now` from a status that does not have the step; `reason-needed` for a step that takes something back
 */
export function stepYear(
  status: YearStatus,
  step: YearStep,
  reason?: string,
): Result<YearStatus, 'year-step-not-now' | 'reason-needed'> {
  const next = yearTable[status].steps[step];
  if (next === undefined) return refuse('year-step-not-now', { status });
  const needsReason = (stepsWithReason as readonly YearStep[]).includes(step);
  return needsReason && (reason ?? '').trim() === '' ? refuse('reason-needed') : ok(next);
}

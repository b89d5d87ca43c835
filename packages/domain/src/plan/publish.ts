import { inputOf } from '../figure/figure.ts';
import { codesOf } from '../rules/kinds.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Line } from '../year-file/index.ts';
import { checkPlanDocument } from './check-document.ts';
import { contentHash } from './content-hash.ts';
import { diffPlans, type PlanChange } from './diff-plans.ts';
import { conductOf, linesOf, type PlanDocument } from './document.ts';
import { kindOf } from './stage.ts';

/** A version as it was published; it never changes (R6). */
export type PublishedPlan = { readonly version: number; readonly document: PlanDocument };

/** The next version, ready to be stored. */
export type NextVersion = {
  readonly version: number;
  readonly document: PlanDocument;
  readonly hash: string;
  /** What units are asked to sign an addendum about; empty for the first version. */
  readonly changes: readonly PlanChange[];
};

/**
 * Turns a draft into the next published version.
 *
 * Figures are kept by line code and carry over from version to version, so a code that was ever published keeps its
 * meaning: the kind of rule, the unit of measure, the sort of figure it takes, and all codes of its levels, items and
 * faults (they may get other points or titles, and more may join). A line may leave the plan; its code then stays
 * reserved. Layers are kept by the code of their stage, so a stage keeps its kind. Give all versions published so far, in
 * any order.
 */
export function publishNext(
  previous: readonly PublishedPlan[],
  draft: PlanDocument,
  blocks: readonly string[],
): Result<
  NextVersion,
  'plan-invalid' | 'plan-unchanged' | 'plan-code-changed' | 'line-meaning-changed' | 'stage-meaning-changed'
> {
  const { faults, document } = checkPlanDocument(draft, blocks);
  if (document === undefined) return refuse('plan-invalid', { faults: faults.length });
  const versions = [...previous].sort((a, b) => a.version - b.version);
  const last = versions.at(-1);
  const hash = contentHash(document);
  if (last === undefined) return ok({ version: 1, document, hash, changes: [] });
  if (last.document.scoring.code !== document.scoring.code) {
    return refuse('plan-code-changed', { expected: last.document.scoring.code });
  }
  const changed = versions.flatMap((version) => changedMeanings(version.document, document));
  if (changed.length > 0) return refuse('line-meaning-changed', { lines: [...new Set(changed)] });
  const stages = versions.flatMap((version) => changedStages(version.document, document));
  if (stages.length > 0) return refuse('stage-meaning-changed', { stages: [...new Set(stages)] });
  if (contentHash(last.document) === hash) return refuse('plan-unchanged');
  return ok({ version: last.version + 1, document, hash, changes: diffPlans(last.document, document) });
}

/** Codes of the lines that mean something else in the later document, in its plan order. */
export function changedMeanings(earlier: PlanDocument, later: PlanDocument): string[] {
  const published = new Map(linesOf(earlier.scoring).map(({ line }) => [line.code, line]));
  return linesOf(later.scoring)
    .filter(({ line }) => {
      const before = published.get(line.code);
      return before !== undefined && !keepsMeaning(before, earlier, line, later);
    })
    .map(({ line }) => line.code);
}

/** Titles of the stages that are of another kind in the later document, in its order. */
export function changedStages(earlier: PlanDocument, later: PlanDocument): string[] {
  const published = new Map(earlier.conduct.stages.map((stage) => [stage.code, kindOf(stage)]));
  return later.conduct.stages
    .filter((stage) => (published.get(stage.code) ?? kindOf(stage)) !== kindOf(stage))
    .map(({ title }) => title);
}

function keepsMeaning(before: Line, earlier: PlanDocument, after: Line, later: PlanDocument): boolean {
  if (before.rule.kind !== after.rule.kind) return false;
  if ((before.unit ?? '').trim() !== (after.unit ?? '').trim()) return false;
  const [was, is] = [conductOf(earlier.conduct, before.code), conductOf(later.conduct, after.code)];
  if (inputOf(before, was?.accumulate) !== inputOf(after, is?.accumulate)) return false;
  const kept = new Set(codesOf(after.rule).map(({ code }) => code));
  return codesOf(before.rule).every(({ code }) => kept.has(code));
}

import type { StageCode, StageKind } from '../figure/stage.ts';
import { kindOf } from '../plan/stage.ts';
import { verifyingStage } from '../plan/verifying-stage.ts';
import { scoreYear } from '../scoring/index.ts';
import { assembleYear } from './assemble-year.ts';
import type { YearInput } from './input.ts';

/** What every unit has after one stage. */
export type StageTotals = {
  readonly stage: StageCode;
  readonly kind: StageKind;
  readonly title: string;
  /** By the code of the unit, with the plan's places. */
  readonly totals: ReadonlyMap<string, string>;
};

/** The totals of a year side by side: after each stage in the plan's order, and what counts at the end. */
export type TotalsOfStages = { readonly stages: readonly StageTotals[]; readonly final: ReadonlyMap<string, string> };

/**
 * The total of every unit after each stage (E2): the year scored as if it ended there, so that what later stages said is not
 * in it, also not what they returned. After the units' own stage it is what they sent, and nothing that others entered. After
 * any other, a line counts by the layer in force of that stage or of the nearest before it that spoke of it; where none did, by
 * the unit's own word if the plan lets it count. `final` is what counts by the plan, the total of its results.
 *
 * Scores the year once for each stage: for pages of results and papers, not for every judgement.
 */
export function totalsOfStages(input: YearInput): TotalsOfStages {
  const { stages } = input.document.conduct;
  const verifying = verifyingStage(input.document.conduct);
  // A plan of before stages had kinds may count the federation's word without listing its stage.
  const unlisted = stages.some(({ code }) => code === verifying) ? [] : [verifying];
  return {
    stages: stages.map((stage, place) => {
      const kind = kindOf(stage);
      const listed = stages.slice(0, place + 1).map(({ code }) => code);
      const before = new Set(kind === 'self' ? listed : [...listed, ...unlisted]);
      const upTo = {
        ...input,
        document: { ...input.document, conduct: { ...input.document.conduct, countsFrom: stage.code } },
        assessments: input.assessments.filter((one) => before.has(one.stage)),
      };
      return { stage: stage.code, kind, title: stage.title, totals: totalsOf(upTo) };
    }),
    final: totalsOf(input),
  };
}

function totalsOf(input: YearInput): ReadonlyMap<string, string> {
  const { units } = scoreYear(assembleYear(input, 'verified').year);
  return new Map(units.map(({ unit, total }) => [unit, total]));
}

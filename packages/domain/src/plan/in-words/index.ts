import { linesOf, type PlanDocument } from '../document.ts';
import { gateInWords } from './gates.ts';
import { gradeInWords } from './grades.ts';
import { namesOf } from './names.ts';
import { quotaInWords } from './quotas.ts';
import { rankingInWords } from './ranking.ts';
import { scaleInWords } from './scale.ts';
import { stagesInWords } from './stages.ts';

/** What decides a unit's grade and rank beside its points, in sentences. */
export type PlanRules = {
  /** Points there are and their limits. */
  scale: string[];
  /** Best first: what each grade takes. */
  grades: { code: string; title: string; words: string }[];
  /** What lowers a grade or a total, whatever the points. */
  gates: { code: string; title: string; words: string; basis: string | null }[];
  /** How many units may have a grade. */
  quotas: { code: string; words: string }[];
  ranking: string;
  /** The steps of scoring, whose result counts, who sees what when, and what happens to lines that do not apply. */
  stages: string[];
};

/** A block of the year with how many units are in it, where that is known. */
export type BlockFacts = { code: string; name: string; units?: number };

/**
 * Everything of a plan that is neither line nor period, in words. With `only`, as the units of that block read it: their
 * marks alone, and quotas with their own number of units as the example.
 */
export function rulesOfPlan(
  { scoring, conduct }: PlanDocument,
  blocks: readonly BlockFacts[],
  only?: string,
): PlanRules {
  const names = namesOf(scoring);
  const nameOf = (code: string) => blocks.find((block) => block.code === code)?.name || code;
  const forBlocks = { block: only, nameOf };
  const own = blocks.find(({ code }) => code === only)?.units;
  const drops = linesOf(scoring).some(({ line }) => line.whenNotApplicable === 'drop');
  return {
    scale: scaleInWords(scoring.scale, forBlocks),
    grades: scoring.grades.map((grade, place) => ({
      code: grade.code,
      title: grade.title || grade.code,
      words: gradeInWords(grade, place === scoring.grades.length - 1, names, forBlocks),
    })),
    gates: (scoring.gates ?? []).map((gate) => ({
      code: gate.code,
      title: gate.title,
      words: gateInWords(gate, names),
      basis: gate.basis ?? null,
    })),
    quotas: (scoring.quotas ?? []).map((quota) => ({
      code: quota.code,
      words: quotaInWords(quota, names, quota.within === 'block' && own ? own : undefined),
    })),
    ranking: rankingInWords(scoring.ranking, names),
    stages: [
      ...stagesInWords(conduct),
      ...(drops ? ['Tiêu chí không phát sinh thì bỏ, điểm cơ bản còn lại được quy đổi lên thang điểm.'] : []),
      ...(conduct.beforeJoining === 'not-assigned'
        ? [
            'Đơn vị tham gia giữa năm không phải thực hiện các mục đến hạn trước ngày tham gia; các mục đó coi như không giao.',
          ]
        : []),
      ...(conduct.rescaleNote === undefined ? [] : [conduct.rescaleNote]),
    ],
  };
}

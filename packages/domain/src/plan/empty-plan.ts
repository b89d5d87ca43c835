import type { Plan } from '../year-file/index.ts';
import { defaultConduct } from './default-conduct.ts';
import type { PlanDocument } from './document.ts';

/** What a new plan is known by. */
export type NewPlan = { code: string; title: string; from: string; to: string };

/**
 * A plan to begin with: 100 points, a group for targets and one for key tasks, the four grades unions use since 2019.
 * Its only fault is that no line has points yet. The thresholds 90, 70, 50 are a start to be changed: common in the country,
 * but printed in no national text of the unions that could be read.
 */
export function emptyPlan({ code, title, from, to }: NewPlan): PlanDocument {
  const scoring: Plan = {
    code,
    title,
    from,
    to,
    places: 2,
    scale: { base: '100' },
    groups: [
      { code: '1', title: 'Chỉ tiêu', role: 'base', lines: [] },
      { code: '2', title: 'Nhiệm vụ trọng tâm', role: 'base', lines: [] },
    ],
    grades: [
      { code: 'HTXS', title: 'Hoàn thành xuất sắc nhiệm vụ', from: '90' },
      { code: 'HTT', title: 'Hoàn thành tốt nhiệm vụ', from: '70' },
      { code: 'HT', title: 'Hoàn thành nhiệm vụ', from: '50' },
      { code: 'KHT', title: 'Không hoàn thành nhiệm vụ' },
    ],
    ranking: { within: 'block', by: ['total'], tie: 'shared' },
  };
  return { scoring, conduct: defaultConduct(scoring) };
}

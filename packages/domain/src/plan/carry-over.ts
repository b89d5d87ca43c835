import type { NewPlan } from './empty-plan.ts';
import type { PlanDocument } from './document.ts';

/**
 * Last year's plan as the beginning of this year's: its lines, rules and conduct under the new code, title and days. Days
 * and times of periods, stages and signing move by as many calendar years as the plan does, so 15 January stays 15 January.
 */
export function carryOver(document: PlanDocument, { code, title, from, to }: NewPlan): PlanDocument {
  const years = Number(from.slice(0, 4)) - Number(document.scoring.from.slice(0, 4));
  const { periods, signing, stages } = document.conduct;
  return {
    scoring: { ...document.scoring, code, title, from, to },
    conduct: {
      ...document.conduct,
      periods: periods.map((period) => ({
        ...period,
        from: later(period.from, years),
        to: later(period.to, years),
        due: later(period.due, years),
      })),
      stages: stages.map((stage) => ({
        ...stage,
        ...(stage.opens === undefined ? {} : { opens: later(stage.opens, years) }),
        ...(stage.closes === undefined ? {} : { closes: later(stage.closes, years) }),
      })),
      signing: signing.due === undefined ? signing : { ...signing, due: later(signing.due, years) },
    },
  };
}

/** A day, or a day with its time, some calendar years later; 29 February becomes 28 where there is none. */
function later(at: string, years: number): string {
  const year = Number(at.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = at.slice(4);
  return String(year).padStart(4, '0') + (leap ? rest : rest.replace(/^-02-29/, '-02-28'));
}

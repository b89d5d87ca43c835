import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { fromChoices, randomYear, validYear } from '../../testing/random-year/index.ts';
import { columnsOf, compilePlan, scoreTotals, scoreYear } from './index.ts';

/** Columns know nothing of adjustments and decisions. */
const years = fromChoices((choices) => {
  const { adjustments: _adjustments, decisions: _decisions, ...year } = randomYear(choices, 12);
  return year;
});

property('totals, ranks and grades from columns are those of the whole results', 400, years, (file) => {
  const year = validYear(file);
  const blocks = [...new Set(year.units.map((unit) => unit.block))];
  const compiled = compilePlan(year.plan, blocks);
  const totals = scoreTotals(compiled, columnsOf(compiled, year));
  const results = new Map(scoreYear(year, { digest: false }).units.map((unit) => [unit.unit, unit]));
  const points = (text: string | undefined) => Number(text?.replace('.', ''));
  const grade = (code: string | null | undefined) => year.plan.grades.findIndex((one) => one.code === code);
  for (const [at, { code }] of year.units.entries()) {
    const unit = results.get(code);
    expect({
      base: totals.base[at],
      bonus: totals.bonus[at],
      penalty: totals.penalty[at],
      total: totals.total[at],
      rank: totals.rank[at],
      scoredGrade: totals.scoredGrade[at],
      grade: totals.grade[at],
    }).toEqual({
      base: points(unit?.base),
      bonus: points(unit?.bonus),
      penalty: points(unit?.penalty),
      total: points(unit?.total),
      rank: unit?.rank ?? 0,
      scoredGrade: grade(unit?.scoredGrade),
      grade: grade(unit?.grade),
    });
  }
});

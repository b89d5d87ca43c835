import { expect, test } from 'vitest';
import { explain } from '../explain/index.ts';
import { validCases } from '../../testing/conformance-cases.ts';
import type { YearFile } from '../year-file/index.ts';
import { columnsOf, compilePlan, lineWhyAt, scoreTotals, scoreYear } from './index.ts';

const plain = validCases()
  .map(({ name, text }) => ({ name, year: JSON.parse(text) as YearFile }))
  .map(({ name, year: { adjustments: _adjustments, decisions: _decisions, ...year } }) => ({ name, year }));

test.each(plain)('the whys kept in columns are those of the year: $name', ({ year }) => {
  const compiled = compilePlan(year.plan, [...new Set(year.units.map((unit) => unit.block))]);
  const columns = columnsOf(compiled, year);
  const totals = scoreTotals(compiled, columns, { explain: true });
  if (totals.whys === undefined) return;
  const whys = new Map(scoreYear(year, { explain: true }).whys!.units.map((why) => [why.unit, why]));
  year.units.forEach(({ code }, unit) => {
    const own = compiled.lines.flatMap((_, line) => lineWhyAt(compiled, columns, totals, unit, line) ?? []);
    const expected = whys.get(code)!.lines;
    expect(own.map(({ line, status, points }) => ({ line, status, points }))).toEqual(
      expected.map(({ line, status, points }) => ({ line, status, points })),
    );
    own.forEach((why, index) => {
      const { rule } = expected[index]!;
      expect(why.rule && [why.rule.outcome, why.rule.before, why.rule.raw, why.rule.rounded, why.rule.limit]).toEqual(
        rule && [rule.outcome, rule.before, rule.raw, rule.rounded, rule.limit],
      );
      expect(explain(why)).toMatch(/\.$/);
    });
  });
});

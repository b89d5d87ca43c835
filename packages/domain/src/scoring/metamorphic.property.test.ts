import { expect } from 'vitest';
import { property } from '../../testing/property.ts';
import { fromChoices, randomYear, validYear } from '../../testing/random-year/index.ts';
import type { SlowYear } from '../../testing/slow-evaluator/index.ts';
import { renamed } from '../../testing/renamed-year.ts';
import { timesTen } from '../../testing/times-ten.ts';
import { scoreYear, type UnitResult } from './index.ts';

const years = fromChoices((choices) => ({ choices, year: randomYear(choices) }));

property(
  'the order of units, figures, targets, adjustments and decisions has no meaning',
  250,
  years,
  ({ choices, year }) => {
    const shuffled: SlowYear = {
      ...year,
      units: choices.shuffled(year.units),
      figures: choices.shuffled(year.figures),
      ...(year.targets && { targets: choices.shuffled(year.targets) }),
      ...(year.adjustments && { adjustments: choices.shuffled(year.adjustments) }),
      ...(year.decisions && { decisions: choices.shuffled(year.decisions) }),
      ...(year.lots && { lots: Object.fromEntries(choices.shuffled(Object.entries(year.lots))) }),
    };
    expect(scoreYear(validYear(shuffled))).toEqual(scoreYear(validYear(year)));
  },
);

property(
  'other names for units, blocks, clusters, groups, lines and grades change no rank and no points',
  250,
  years,
  ({ year }) => {
    const plain = scoreYear(validYear(year)).units;
    const other = scoreYear(validYear(renamed(year))).units;
    const standing = (unit: UnitResult, strip: (code: string) => string) => ({
      ...unit,
      unit: strip(unit.unit),
      block: strip(unit.block),
      cluster: unit.cluster === null ? null : strip(unit.cluster),
      scoredGrade: unit.scoredGrade === null ? null : strip(unit.scoredGrade),
      grade: unit.grade === null ? null : strip(unit.grade),
      groups: unit.groups.map((group) => ({ ...group, group: strip(group.group) })),
      lines: unit.lines.map((line) => ({ ...line, line: strip(line.line) })),
    });
    expect(other.map((unit) => standing(unit, (code) => code.slice(1)))).toEqual(
      plain.map((unit) => standing(unit, (code) => code)),
    );
  },
);

property(
  'ten times the points everywhere gives ten times the points, the same grades and the same ranks',
  400,
  years,
  ({ year }) => {
    const larger = timesTen(year);
    if (!larger) return;
    const plain = scoreYear(validYear(year)).units;
    const scaled = scoreYear(validYear(larger)).units;
    // One decimal less and ten times as much: the same digits.
    const digits = (points: string) => points.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1');
    const bare = (unit: UnitResult) => ({
      ...unit,
      base: digits(unit.base),
      bonus: digits(unit.bonus),
      penalty: digits(unit.penalty),
      total: digits(unit.total),
      groups: unit.groups.map((group) => ({ ...group, points: digits(group.points) })),
      lines: unit.lines.map((line) => ({
        ...line,
        points: digits(line.points),
        ...(line.computed !== undefined && { computed: digits(line.computed) }),
      })),
    });
    expect(scaled.map(bare)).toEqual(plain.map(bare));
  },
);

property('more achieved never gives fewer points where higher is better', 500, years, ({ choices, year }) => {
  const rising = new Set(
    year.plan.groups.flatMap(function lines(group): string[] {
      const own = (group.lines ?? []).filter(
        ({ rule }) =>
          rule.kind === 'count' || rule.kind === 'leader' || (rule.kind === 'ratio' && rule.better === 'higher'),
      );
      return [...own.map((line) => line.code), ...(group.groups ?? []).flatMap(lines)];
    }),
  );
  const figures = year.figures.filter((figure) => figure.value !== undefined && rising.has(figure.line));
  if (figures.length === 0) return;
  const figure = choices.pick(figures);
  const [head = '0'] = (figure.value ?? '0').split('.');
  const more = head.length > 14 ? figure.value : String(BigInt(head) + BigInt(choices.between(1, 30)));
  const { decisions: _decisions, adjustments: _adjustments, ...free } = year;
  const raised = { ...free, figures: year.figures.map((one) => (one === figure ? { ...one, value: more } : one)) };
  const points = (file: unknown) => {
    const unit = scoreYear(validYear(file as SlowYear)).units.find((one) => one.unit === figure.unit);
    return Number(unit?.lines.find((line) => line.line === figure.line)?.points);
  };
  expect(points(raised)).toBeGreaterThanOrEqual(points(free));
});

import { expect } from 'vitest';
import { scoreYear, type UnitResult } from '../scoring/index.ts';
import { property } from '../../testing/property.ts';
import { validYear, yearArbitrary } from '../../testing/random-year/index.ts';
import * as q from '../../testing/slow-evaluator/numbers.ts';
import type { Group, Plan, YearFile } from '../year-file/index.ts';
import type {
  Fraction,
  GradeWhy,
  GroupWhy,
  LineWhy,
  QuotaWhy,
  RuleWhy,
  TotalWhy,
  UnitWhy,
} from '../scoring/why/whys.ts';

const fraction = ({ num, den }: Fraction): q.Rational => q.rational(BigInt(num), BigInt(den));
/** Sums may be longer than any number of a year file. */
function long(text: string): q.Rational {
  const [head = '0', tail = ''] = text.split('.');
  return q.rational(BigInt(head + tail), 10n ** BigInt(tail.length));
}
const same = (a: q.Rational, b: q.Rational): boolean => q.compare(a, b) === 0;
const sum = (points: readonly string[]): q.Rational => q.sum(points.map(long));
const roundedTo = (value: q.Rational, places: number): string => q.print(q.round(value, places), places);

/** Every unit of a year with its result and its why. */
function each(year: YearFile, check: (unit: UnitResult, why: UnitWhy) => void): void {
  const { units, whys } = scoreYear(year, { explain: true });
  expect(whys?.units.map((why) => why.unit)).toEqual(units.map((unit) => unit.unit));
  for (const [index, unit] of units.entries()) {
    const why = whys?.units[index];
    if (why) check(unit, why);
  }
}

function checkRule(why: RuleWhy, max: string, places: number): void {
  const [raw, before] = [fraction(why.raw), fraction(why.before)];
  expect(roundedTo(before, places)).toBe(why.rounded);
  if (why.limit === null) expect(same(raw, before), `${why.kind}: nothing bit`).toBe(true);
  else expect(Math.sign(q.compare(raw, before)), `${why.kind}: ${why.limit} bit`).toBe(why.limit === 'max' ? 1 : -1);
  if (why.limit === 'max') expect(same(before, long(max))).toBe(true);
  if (why.parts) {
    const parts = sum(why.parts.map((part) => part.points));
    const whole = why.kind === 'deduct' ? q.subtract(long(max), parts) : parts;
    expect(same(whole, raw), `${why.kind}: the parts add up`).toBe(true);
  }
}

function checkLine(line: LineWhy, unit: UnitResult, places: number): void {
  const result = unit.lines.find((one) => one.line === line.line);
  expect(line).toMatchObject({ status: result?.status, points: result?.points });
  if (line.rule) checkRule(line.rule, line.max, places);
  switch (line.status) {
    case 'scored':
      expect(line.rule?.rounded).toBe(line.points);
      break;
    case 'adjusted':
      expect(line.computed).toBe(result?.computed);
      if (line.rule) expect(line.rule.rounded).toBe(line.computed);
      expect(roundedTo(long(line.adjustment?.points ?? '0'), places)).toBe(line.points);
      break;
    case 'full':
      expect(same(long(line.points), long(line.max))).toBe(true);
      break;
    default:
      expect(same(long(line.points), q.ZERO)).toBe(true);
      expect(line.rule).toBeNull();
  }
}

property('the points of every line are worked out again from its why', 300, yearArbitrary(), (file) => {
  const year = validYear(file);
  each(year, (unit, why) => {
    expect(why.lines.map((line) => line.line)).toEqual(unit.lines.map((line) => line.line));
    for (const line of why.lines) checkLine(line, unit, year.plan.places ?? 2);
  });
});

const limited = (before: q.Rational, after: q.Rational): 'max' | 'min' | null =>
  q.compare(after, before) < 0 ? 'max' : q.compare(after, before) > 0 ? 'min' : null;

function checkGroup(group: Group, why: UnitWhy): GroupWhy {
  const own = why.groups.find((one) => one.group === group.code);
  if (!own) throw new Error(`no why for group ${group.code}`);
  const codes = new Set((group.lines ?? []).map((line) => line.code));
  const parts = [
    ...why.lines.filter((line) => codes.has(line.line)).map((line) => line.points),
    ...(group.groups ?? []).map((child) => checkGroup(child, why).points),
  ];
  expect(same(sum(parts), long(own.sum)), `group ${group.code}`).toBe(true);
  expect(own.limit).toBe(limited(long(own.sum), long(own.points)));
  if (own.limit) expect(same(long(own.points), long(group[own.limit] ?? ''))).toBe(true);
  return own;
}

function checkTotal(total: TotalWhy, unit: UnitResult, plan: Plan): void {
  const places = plan.places ?? 2;
  const { earned, rescale } = total;
  // Told by what is possible: a gate may have the code `nothing-assigned` too.
  const ofAGate = (plan.gates ?? []).some(({ code }) => code === 'nothing-assigned');
  if (unit.notGraded === 'nothing-assigned' && !ofAGate)
    expect(same(long(rescale?.possible ?? '1'), q.ZERO)).toBe(true);
  if (rescale !== null && same(long(rescale.possible), q.ZERO)) {
    expect(unit.notGraded).toBe('nothing-assigned');
    expect(same(long(total.base), q.ZERO)).toBe(true);
  } else if (rescale === null) expect(total.base).toBe(earned);
  else {
    const exact = q.divide(q.multiply(long(earned), long(rescale.scale)), long(rescale.possible));
    expect(total.base).toBe(roundedTo(exact, places));
  }
  for (const part of [total.bonus, total.penalty]) expect(part.limit).toBe(limited(long(part.sum), long(part.points)));
  expect(same(sum([total.base, total.bonus.points, total.penalty.points]), long(total.sum))).toBe(true);
  expect(total.limit).toBe(limited(long(total.sum), long(total.beforeGates)));
  const gate = (plan.gates ?? []).find((one) => one.code === total.cappedBy);
  if (total.cappedBy === null) expect(total.total).toBe(total.beforeGates);
  else {
    expect(unit.gates).toContain(total.cappedBy);
    expect(gate && 'totalAtMost' in gate.effect && same(long(String(gate.effect.totalAtMost)), long(total.total))).toBe(
      true,
    );
    expect(q.compare(long(total.total), long(total.beforeGates))).toBeLessThan(0);
  }
  const { base: printed, bonus, penalty, total: printedTotal } = unit;
  expect([total.base, total.bonus.points, total.penalty.points, total.total]).toEqual([
    printed,
    bonus,
    penalty,
    printedTotal,
  ]);
}

property('groups and totals are worked out again from their whys', 250, yearArbitrary(), (file) => {
  const year = validYear(file);
  each(year, (unit, why) => {
    for (const group of year.plan.groups) checkGroup(group, why);
    expect(why.groups.map(({ group, points }) => ({ group, points }))).toEqual(unit.groups);
    checkTotal(why.total, unit, year.plan);
  });
});

function checkGrade(why: GradeWhy, unit: UnitResult): void {
  expect(why).toMatchObject({ grade: unit.scoredGrade, notGraded: unit.notGraded, total: unit.total });
  if (unit.notGraded !== null) return;
  expect(why.steps.at(-1)).toMatchObject({ grade: unit.scoredGrade, passed: true, stoppedBy: null });
  for (const step of why.steps.slice(0, -1)) {
    expect(step.passed).toBe(false);
    const short = step.from === null ? q.ZERO : q.subtract(long(step.from), long(unit.total));
    if (step.stoppedBy?.kind === 'from') {
      expect(short.n > 0n).toBe(true);
      expect(q.compare(long(step.stoppedBy.short), short)).toBe(0);
    } else expect(short.n <= 0n, 'reached, so something else stopped it').toBe(true);
    if (step.stoppedBy?.kind === 'gate') expect(unit.gates).toContain(step.stoppedBy.gate);
  }
}

const goesDown: readonly QuotaWhy['outcome'][] = ['cut', 'tie-dropped', 'decided-cut'];

function checkQuotas(quotas: readonly QuotaWhy[], unit: UnitResult, plan: Plan): void {
  let grade = plan.grades.findIndex((one) => one.code === unit.scoredGrade);
  for (const why of quotas) {
    const quota = (plan.quotas ?? []).find((one) => one.code === why.quota);
    if (!quota) throw new Error(`no quota ${why.quota}`);
    expect(plan.grades[grade]?.code).toBe(why.grade);
    expect(why.room).toBe(q.toWhole(q.multiply(long(quota.share), q.whole(why.pool)), quota.rounding));
    expect(unit.undecided.includes(why.quota)).toBe(why.outcome === 'undecided');
    if (why.outcome === 'kept') expect(why.position).toBeLessThanOrEqual(why.room);
    if (why.outcome === 'cut') expect(why.candidates).toBeGreaterThan(why.room);
    if (goesDown.includes(why.outcome)) grade += 1;
  }
  expect(plan.grades[grade]?.code ?? null).toBe(unit.grade);
}

property('grades, quotas and ranks follow from their whys', 350, yearArbitrary(12), (file) => {
  const year = validYear(file);
  const results = scoreYear(year).units;
  const find = (code: string) => results.find((one) => one.unit === code);
  const { within } = year.plan.ranking;
  each(year, (unit, why) => {
    checkGrade(why.grade, unit);
    checkQuotas(why.quotas, unit, year.plan);
    expect(why.rank.rank).toBe(unit.rank);
    if (unit.rank === null) return;
    const here = results.filter(
      (other) => other.rank !== null && (within === 'federation' || other[within] === unit[within]),
    );
    expect(why.rank.of).toBe(here.length);
    expect(why.rank.sharedWith.toSorted()).toEqual(
      here
        .filter((other) => other !== find(unit.unit) && other.rank === unit.rank)
        .map((other) => other.unit)
        .toSorted(),
    );
    const ranks = here.map((other) => other.rank ?? 0);
    const [above, below] = [
      ranks.filter((rank) => rank < (unit.rank ?? 0)),
      ranks.filter((rank) => rank > (unit.rank ?? 0)),
    ];
    expect(why.rank.above ? find(why.rank.above.unit)?.rank : null).toBe(above.length > 0 ? Math.max(...above) : null);
    expect(why.rank.below ? find(why.rank.below.unit)?.rank : null).toBe(below.length > 0 ? Math.min(...below) : null);
    for (const [neighbour, better] of [
      [why.rank.above, 'other'],
      [why.rank.below, 'own'],
    ] as const) {
      if (!neighbour) continue;
      expect(year.plan.ranking.by).toContain(neighbour.key);
      const [first, second] = better === 'own' ? [neighbour.own, neighbour.other] : [neighbour.other, neighbour.own];
      expect(first, 'the better one has a value').not.toBeNull();
      if (second === null || first === null) continue;
      const order = neighbour.key === 'lot' ? Number(second) - Number(first) : q.compare(long(first), long(second));
      expect(order).toBeGreaterThan(0);
    }
  });
});

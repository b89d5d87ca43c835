import { compareFractions, toBig } from '../../numbers/int.ts';
import type { Rational } from '../../numbers/rational.ts';
import { printScaled } from '../../numbers/decimal.ts';
import { leadingFigure } from '../leaders.ts';
import { fillLine } from '../load-year.ts';
import { newWork } from '../new-work.ts';
import { pointsByRule } from '../score-unit.ts';
import type { ScoredYear } from '../scored-year.ts';
import { statusName } from '../unit-result.ts';
import { ABSENT, ADJUSTED, DROPPED, MISSING, NO_TARGET } from '../work.ts';
import type { Work } from '../work.ts';
import { gradeWhy, groupWhys, totalWhy } from './total-why.ts';
import { ruleWhy, targetText } from './line-why.ts';
import { rankOrders, rankWhy, quotaWhys, type RankOrders } from './rank-why.ts';
import type { FigureValue } from '../../schema/figure.schema.ts';
import type { Figure } from '../../year-file/year.schema.ts';
import type { LineWhy, UnitWhy, Whys } from './whys.ts';

/** What is worked out once for all units of a year. */
interface Desk {
  readonly work: Work;
  readonly leaders: Map<string, { value: Rational; units: string[] } | null>;
}

const newDesk = (year: ScoredYear): Desk => ({ work: newWork(year.plan), leaders: new Map() });

/** The whys of all units, in the order of the results. */
export function whysOf(year: ScoredYear): Whys {
  const points = pointsWhyByPlace(year);
  const orders = rankOrders(year);
  return { units: year.units.map((_, unit) => unitWhy(year, unit, points, orders)) };
}

/** The whys of one unit. Throws on a unit that is not there. */
export function whyOf(year: ScoredYear, unit: string): UnitWhy {
  const index = year.unitIndex.get(unit);
  if (index === undefined) throw new RangeError(`no unit ${unit} in this year`);
  return unitWhy(year, index, pointsWhyByPlace(year), rankOrders(year));
}

/** Why a unit has its points: what speaks of it alone, without ranks, grades and quotas. */
export type PointsWhy = Pick<UnitWhy, 'unit' | 'lines' | 'groups' | 'total'>;

/** Tells that of the unit at a place of the results, one at a time: those of thousands fill memory. */
export function pointsWhyByPlace(year: ScoredYear): (place: number) => PointsWhy {
  const desk = newDesk(year);
  return (unit) => {
    const score = year.scores[unit]!;
    const lines: LineWhy[] = [];
    for (const line of year.plan.lines)
      if (score.status[line.index] !== ABSENT) lines.push(lineWhy(year, unit, line.index, desk));
    return { unit: year.units[unit]!.code, lines, groups: groupWhys(year, unit), total: totalWhy(year, unit) };
  };
}

function unitWhy(year: ScoredYear, unit: number, points: (place: number) => PointsWhy, orders: RankOrders): UnitWhy {
  return {
    ...points(unit),
    grade: gradeWhy(year, unit),
    rank: rankWhy(year, unit, orders),
    quotas: quotaWhys(year, unit),
  };
}

function lineWhy(year: ScoredYear, unit: number, index: number, desk: Desk): LineWhy {
  const { plan } = year;
  const line = plan.lines[index]!;
  const entries = year.entries[unit]!;
  const score = year.scores[unit]!;
  const status = score.status[index]!;
  const adjustment = entries.adjustments[index];
  const figure = entries.figures[index];
  const print = (points: number) => printScaled(points, plan.places);
  return {
    unit: year.units[unit]!.code,
    line: line.code,
    title: line.line.title,
    group: plan.groups[line.group]!.code,
    ...(line.line.unit === undefined ? {} : { measure: line.line.unit }),
    max: line.line.max,
    status: statusName(status)!,
    points: print(score.points[index]!),
    figure: figure === undefined ? null : valueOf(figure),
    rule: asked(year, unit, index) ? whyByRule(year, unit, index, desk) : null,
    ...(status === ADJUSTED ? { computed: print(score.computed[index]!) } : {}),
    ...(adjustment === undefined || status !== ADJUSTED
      ? {}
      : { adjustment: { points: adjustment.points, reason: adjustment.reason } }),
  };
}

/** A figure without saying whose. */
function valueOf(figure: Figure): FigureValue {
  if (figure.value !== undefined) return { value: figure.value };
  if (figure.part !== undefined && figure.whole !== undefined) return { part: figure.part, whole: figure.whole };
  if (figure.points !== undefined) return { points: figure.points };
  if (figure.yes !== undefined) return { yes: figure.yes };
  const { unit: _unit, line: _line, ...value } = figure;
  return value;
}

/** Whether the rule was asked for points: there is a figure with a target, or no figure is needed. */
function asked(year: ScoredYear, unit: number, index: number): boolean {
  const status = year.scores[unit]!.status[index]!;
  if (status === ABSENT || status === DROPPED || status === MISSING || status === NO_TARGET) return false;
  const line = year.plan.lines[index]!;
  const entries = year.entries[unit]!;
  const figure = entries.figures[index];
  if (figure?.notApplicable === true) return false;
  if (figure === undefined) return line.missingIsNone;
  return !line.ownTarget || entries.targets[index]?.target !== undefined;
}

function whyByRule(year: ScoredYear, unit: number, index: number, desk: Desk): ReturnType<typeof ruleWhy> {
  const line = year.plan.lines[index]!;
  const entries = year.entries[unit]!;
  fillLine(year, entries, year.bests, unit, index, desk.work);
  return ruleWhy(line, year.plan.places, pointsByRule(line, desk.work.cells[index]!), {
    figure: entries.figures[index],
    target: targetText(line, entries.targets[index]?.target),
    max: line.line.max,
    best: leaderOf(year, unit, index, desk),
  });
}

/** Who has the best figure of the unit's place on a leader line. */
function leaderOf(
  year: ScoredYear,
  unit: number,
  index: number,
  desk: Desk,
): { value: Rational; units: string[] } | null {
  const { leads } = year.plan.lines[index]!;
  if (leads === null) return null;
  const place = year.places[leads].of[unit]!;
  const key = `${String(index)} ${String(place)}`;
  const known = desk.leaders.get(key);
  if (known !== undefined) return known;
  const best = year.bests[year.plan.leaderLines.indexOf(index)]![place] ?? null;
  const leader =
    best === null
      ? null
      : {
          value: { num: toBig(best.num), den: toBig(best.den) },
          units: year.places[leads].members[place]!.filter((other) => {
            const own = leadingFigure(year, year.entries[other]!, other, index);
            return own !== null && compareFractions(own.num, own.den, best.num, best.den) === 0;
          }).map((other) => year.units[other]!.code),
        };
  desk.leaders.set(key, leader);
  return leader;
}

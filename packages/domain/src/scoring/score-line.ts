import { printScaled } from '../numbers/decimal.ts';
import { compareFractions, toBig } from '../numbers/int.ts';
import { ruleWhy, targetText } from './why/line-why.ts';
import type { RuleWhy } from './why/whys.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import type { Line } from '../year-file/plan.schema.ts';
import { amountOf, figureAmount, type Amount } from './amount.ts';
import { compilePlan } from './compile-plan.ts';
import type { CompiledLine, CompiledPlan } from './compiled.ts';
import { fillCell } from './fill-cell.ts';
import type { LineStatus } from './line-status.ts';
import { newWork } from './new-work.ts';
import { roundedPoints } from './load-year.ts';
import { pointsByRule, scoreCell } from './score-unit.ts';
import { statusName } from './unit-result.ts';
import { ABSENT, ADJUSTED, DROPPED, MISSING, NO_TARGET } from './work.ts';

/** What is known of one unit on one line. */
export interface LineInput {
  figure?: FigureValue | undefined;
  /** The unit's own target, where the rule asks for it. */
  target?: string | undefined;
  /** `false`: the line does not exist for the unit. */
  assigned?: boolean | undefined;
  adjustment?: { points: string; reason: string } | undefined;
  /** For leader lines: the best figure of the other units of the place, as last published. */
  best?: Pick<FigureValue, 'value' | 'part' | 'whole'> | undefined;
}

export interface LineScore {
  /** `null`: the line is not assigned to the unit. */
  status: LineStatus | null;
  points: string;
  computed?: string;
  /** Why; `null` where the rule was not asked. */
  rule: RuleWhy | null;
}

const compiled = new WeakMap<Line, Map<number, CompiledPlan>>();

/** The smallest plan with the line in it, made once for each line. */
function planFor(line: Line, places: number): CompiledPlan {
  const known = compiled.get(line) ?? new Map<number, CompiledPlan>();
  compiled.set(line, known);
  let plan = known.get(places);
  if (plan === undefined) {
    const { blocks: _blocks, ...everywhere } = line;
    plan = compilePlan(
      {
        code: 'line',
        title: '',
        from: '2000-01-01',
        to: '2000-12-31',
        places,
        scale: { base: line.max },
        groups: [{ code: '', title: '', role: 'base', lines: [everywhere] }],
        grades: [{ code: 'all', title: '' }],
        ranking: { within: 'federation', by: ['total'], tie: 'shared' },
      },
      [],
    );
    known.set(places, plan);
  }
  return plan;
}

/**
 * The points of one line for one unit, alone: for live points while typing, also in the browser. The figure has to be
 * a valid one for the line. `places` is the plan's. Lines with `blocks` count as assigned unless the input says no.
 */
export function scoreLine(line: Line, input: LineInput, places = 2): LineScore {
  const plan = planFor(line, places);
  const own = plan.lines[0]!;
  const work = newWork(plan);
  const cell = work.cells[0]!;
  fillCell(own, cell, input.figure, {
    assigned: input.assigned !== false,
    ownTarget: input.target,
    best: bestOf(own, input),
    adjusted: input.adjustment === undefined ? null : roundedPoints(input.adjustment.points, plan),
  });
  scoreCell(plan, work, 0);
  const status = work.status[0]!;
  const print = (points: number) => printScaled(points, places);
  const asked =
    status !== ABSENT &&
    status !== DROPPED &&
    status !== MISSING &&
    status !== NO_TARGET &&
    !cell.notApplicable &&
    (cell.given || own.missingIsNone) &&
    (!own.ownTarget || cell.hasTarget);
  const best = bestOf(own, input);
  return {
    status: statusName(status),
    points: print(work.points[0]!),
    ...(status === ADJUSTED ? { computed: print(work.computed[0]!) } : {}),
    rule: asked
      ? ruleWhy(own, places, pointsByRule(own, cell), {
          figure: input.figure,
          target: targetText(own, input.target),
          max: line.max,
          best: best === null ? null : { value: { num: toBig(best.num), den: toBig(best.den) }, units: [] },
        })
      : null,
  };
}

/** The best figure of the place with the unit's own among them. */
function bestOf(line: CompiledLine, input: LineInput): Amount | null {
  if (line.leads === null || input.figure === undefined) return null;
  const own = figureAmount(input.figure);
  const others = input.best === undefined ? null : figureAmount(input.best);
  const target = line.target ?? (input.target === undefined ? null : amountOf(input.target));
  const leads = own !== null && target !== null && target.num > 0;
  if (!leads) return others;
  return others !== null && compareFractions(others.num, others.den, own.num, own.den) > 0 ? others : own;
}

import { divideRounded, SAFE, toBig, type Int } from '../numbers/int.ts';
import type { BlockPlan, CompiledLine, CompiledPlan } from './compiled.ts';
import type { Cell, Outcome } from '../rules/rule-scoring.ts';
import { ABSENT, ADJUSTED, DROPPED, FULL, MISSING, NO_TARGET, SCORED, ZERO, type Work, type WorkCell } from './work.ts';

const outcome: Outcome = { num: 0, den: 1 };

/** A cell in big integers. */
export function exactCell(cell: Cell): Cell {
  const big = (value: Int): Int => toBig(value) as unknown as Int;
  return {
    num: big(cell.num),
    den: big(cell.den),
    targetNum: big(cell.targetNum),
    targetDen: big(cell.targetDen),
    bestNum: big(cell.bestNum),
    bestDen: big(cell.bestDen),
    counts: cell.counts.map(big),
  };
}

/** Whether small integers hold every step of the line's rule on this cell. */
export const fitsSmall = (line: CompiledLine, cell: WorkCell): boolean =>
  cell.exact === null && line.scoring.reach(line.small, cell.size, cell.targetSize) <= SAFE;

/**
 * The points by the rule, before rounding, in units of the plan's last decimal. What is returned is used again by the
 * next call.
 */
export function pointsByRule(line: CompiledLine, cell: WorkCell): Outcome {
  if (fitsSmall(line, cell)) line.scoring.points(line.small, cell, outcome);
  else line.scoring.points(line.big, cell.exact ?? exactCell(cell), outcome);
  return outcome;
}

/** Scores one line of the unit on the desk; `computed` is what the rule gives, `points` what counts. */
export function scoreCell(plan: CompiledPlan, work: Work, index: number): void {
  const line = plan.lines[index]!;
  const cell = work.cells[index]!;
  const zero = plan.ints.zero;
  let status = SCORED;
  let points = zero;
  if (!cell.assigned) status = ABSENT;
  else if (cell.notApplicable) {
    if (line.whenNotApplicable === 'drop') status = DROPPED;
    else if (line.whenNotApplicable === 'full') {
      status = FULL;
      points = line.max;
    } else status = ZERO;
  } else if (!cell.given && !line.missingIsNone) status = MISSING;
  else if (line.ownTarget && !cell.hasTarget) status = NO_TARGET;
  else {
    const { num, den } = pointsByRule(line, cell);
    points = ofPlanSort(divideRounded(num, den), zero);
  }
  work.computed[index] = points;
  if (cell.adjusted !== null && status !== ABSENT && status !== DROPPED) {
    status = ADJUSTED;
    points = cell.adjusted;
  }
  work.status[index] = status;
  work.points[index] = points;
}

/** A whole number turned into the sort of the plan's points. */
const ofPlanSort = (value: Int, zero: Int): Int =>
  typeof value === typeof zero ? value : typeof zero === 'number' ? Number(value) : (BigInt(value) as unknown as Int);

/** Adds up the lines of the unit on the desk: groups, base, bonus, penalty, total before the gates. */
export function addUp(plan: CompiledPlan, block: BlockPlan, work: Work): void {
  const { groups, lines } = plan;
  const zero = plan.ints.zero;
  const sums = work.groups;
  for (let i = 0; i < sums.length; i += 1) sums[i] = zero;
  let leftOut = false;
  for (let i = 0; i < lines.length; i += 1) {
    const status = work.status[i]!;
    if (status === ABSENT || status === DROPPED) {
      if (block.assigned[i] === 1 && lines[i]!.role === 'base') leftOut = true;
    } else sums[lines[i]!.group]! += work.points[i]!;
  }
  let base = zero;
  let bonus = zero;
  let penalty = zero;
  // Depth first backwards: a group is complete before it is added to the one above.
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i]!;
    let sum = sums[i]!;
    if (group.max !== null && sum > group.max) sum = group.max;
    if (group.min !== null && sum < group.min) sum = group.min;
    sums[i] = sum;
    if (group.parent >= 0) sums[group.parent]! += sum;
    else if (group.role === 'base') base += sum;
    else if (group.role === 'bonus') bonus += sum;
    else if (group.role === 'penalty') penalty += sum;
  }
  work.earned = base;
  work.possible = leftOut ? possiblePoints(plan, work) : null;
  if (work.possible !== null) base = rescaled(base, block.base, work.possible, zero);
  work.base = base;
  work.bonusSum = bonus;
  work.penaltySum = penalty;
  if (plan.bonusMax !== null && bonus > plan.bonusMax) bonus = plan.bonusMax;
  work.bonus = bonus < zero ? zero : bonus;
  if (plan.penaltyMax !== null && penalty < zero - plan.penaltyMax) penalty = zero - plan.penaltyMax;
  work.penalty = penalty > zero ? zero : penalty;
  let total = base + work.bonus + work.penalty;
  if (block.total !== null && total > block.total) total = block.total;
  work.beforeGates = total < zero ? zero : total;
}

/** base · B / P, rounded; 0 when nothing was possible. */
function rescaled(base: Int, scale: Int, possible: Int, zero: Int): Int {
  if (possible <= zero) return zero;
  const product = base * scale;
  if (typeof product === 'number' && Math.abs(product) > SAFE)
    return Number(divideRounded((toBig(base) * toBig(scale)) as unknown as Int, toBig(possible) as unknown as Int));
  return divideRounded(product, possible);
}

/** The possible points of the base groups with the lines that the unit on the desk has. */
function possiblePoints(plan: CompiledPlan, work: Work): Int {
  const { groups, lines } = plan;
  const zero = plan.ints.zero;
  const sums: Int[] = groups.map(() => zero);
  for (const line of lines) {
    const status = work.status[line.index]!;
    if (line.role === 'base' && status !== ABSENT && status !== DROPPED) sums[line.group]! += line.max;
  }
  let possible = zero;
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i]!;
    if (group.role !== 'base') continue;
    let sum = sums[i]!;
    if (group.max !== null && sum > group.max) sum = group.max;
    if (group.parent >= 0) sums[group.parent]! += sum;
    else possible += sum;
  }
  return possible;
}

/** Gates and the grade before quotas, of the unit on the desk. */
export function gradeUnit(plan: CompiledPlan, block: BlockPlan, work: Work): void {
  const { fired } = work;
  fired.length = 0;
  let total = work.beforeGates;
  let best = 0;
  // Nothing assigned is the reason before any gate's.
  let notGraded = work.possible !== null && work.possible <= plan.ints.zero ? -1 : null;
  for (let i = 0; i < plan.gates.length; i += 1) {
    const gate = plan.gates[i]!;
    if (!gate.test(work)) continue;
    fired.push(i);
    if (gate.totalAtMost !== null && total > gate.totalAtMost) total = gate.totalAtMost;
    if (gate.gradeAtMost > best) best = gate.gradeAtMost;
    if (gate.notGraded && notGraded === null) notGraded = i;
  }
  work.total = total;
  work.notGraded = notGraded;
  work.grade = -1;
  if (notGraded !== null) return;
  for (let i = best; i < block.from.length; i += 1) {
    const from = block.from[i]!;
    const requires = plan.requires[i]!;
    if ((from === null || total >= from) && (requires === null || requires(work))) {
      work.grade = i;
      return;
    }
  }
}

/** Scores the unit on the desk, its lines and all that follows from them alone. */
export function scoreUnit(plan: CompiledPlan, block: BlockPlan, work: Work): void {
  for (let i = 0; i < plan.lines.length; i += 1) scoreCell(plan, work, i);
  addUp(plan, block, work);
  gradeUnit(plan, block, work);
}

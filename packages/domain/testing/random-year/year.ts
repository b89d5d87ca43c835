import type { SlowFigure, SlowLine, SlowPlan, SlowTarget, SlowUnit, SlowYear } from '../slow-evaluator/index.ts';
import { compact, type Choices } from './choices.ts';
import { codeMaker } from './codes.ts';
import { addDecisions } from './decisions.ts';
import { anyMicros, decimal, ONE, stepOf, written } from './decimals.ts';
import { randomAdjustment, randomFigure } from './figures.ts';
import { linesOf, needsClusters, randomPlan } from './plan.ts';

type Given = Pick<SlowYear, 'figures'> & { targets: SlowTarget[]; adjustments: NonNullable<SlowYear['adjustments']> };

function randomDay(choices: Choices): string {
  const year = choices.pick([2023, 2022, 2024, 2020, 2025]);
  const month = choices.between(1, 12);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = choices.chance(50)
    ? choices.pick([1, last, Math.min(28, last), Math.min(29, last), Math.min(30, last)])
    : choices.between(1, last);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Equal units are what ranking and quotas are about: some are like another one in all but their code. */
type Twins = Map<string, SlowUnit>;

function randomUnits(
  choices: Choices,
  plan: SlowPlan,
  blocks: readonly string[],
  most: number,
  twins: Twins,
): SlowUnit[] {
  const code = codeMaker(choices);
  const clusterCode = codeMaker(choices);
  const clusters = Array.from({ length: choices.between(1, 3) }, () => clusterCode('c'));
  const all = needsClusters(plan);
  const units: SlowUnit[] = [];
  const count = most === 0 || choices.chance(3) ? 0 : 1 + Math.max(choices.below(most), choices.below(most));
  while (units.length < count) {
    const own = code('D');
    const twin = units.length > 0 && choices.chance(40) ? choices.pick(units) : undefined;
    if (twin) twins.set(own, twin);
    units.push(
      twin
        ? { ...twin, code: own }
        : compact<SlowUnit>({
            code: own,
            name: 'CĐCS Trường',
            block: choices.pick(blocks),
            cluster: all || choices.chance(40) ? choices.pick(clusters) : undefined,
            activeSince: choices.maybe(70, () => randomDay(choices)),
            previousTotal: choices.maybe(70, () =>
              choices.chance(80)
                ? decimal(BigInt(choices.between(80, 84)) * ONE)
                : written(choices, anyMicros(choices)),
            ),
          }),
    );
  }
  return units;
}

/** Target, figure and adjustment of one unit on one line. */
function randomEntries(choices: Choices, plan: SlowPlan, unit: SlowUnit, line: SlowLine, into: Given): void {
  if (line.blocks !== undefined && !line.blocks.includes(unit.block)) return;
  const at = { unit: unit.code, line: line.code };
  if (choices.chance(6)) {
    into.targets.push({ ...at, assigned: false });
    return;
  }
  let own: string | undefined;
  if ('target' in line.rule && line.rule.target === 'unit' && !choices.chance(12)) {
    const any = choices.chance(10) && line.rule.kind !== 'bands';
    own = written(choices, any ? anyMicros(choices) : BigInt(choices.pick([10, 20, 100, 95])) * ONE);
    into.targets.push({ ...at, target: own });
  }
  const refuses = line.whenNotApplicable === undefined || line.whenNotApplicable === 'refuse';
  const notApplicable = !refuses && choices.chance(20);
  if (notApplicable) into.figures.push({ ...at, notApplicable: true });
  else if (!choices.chance(12)) into.figures.push({ ...at, ...randomFigure(choices, line, own) });
  if (notApplicable && line.whenNotApplicable === 'drop') return;
  if (choices.chance(8))
    into.adjustments.push({
      ...at,
      points: randomAdjustment(choices, line, stepOf(plan.places ?? 2)),
      reason: 'Biên bản',
    });
}

/** The twin did exactly what the other one did. */
function copyEntries(from: SlowUnit, to: SlowUnit, all: Given): void {
  const copy = <T extends { unit: string }>(list: T[]) => {
    list.push(...list.filter((entry) => entry.unit === from.code).map((entry) => ({ ...entry, unit: to.code })));
  };
  copy<SlowFigure>(all.figures);
  copy<SlowTarget>(all.targets);
  copy(all.adjustments);
}

/** A valid year file with at most so many units. Decisions are for edges that its quotas really meet. */
export function randomYear(choices: Choices, mostUnits = 10): SlowYear {
  const blockCode = codeMaker(choices);
  const blocks = Array.from({ length: choices.pick([1, 2, 3, 1]) }, () => blockCode('k'));
  const plan = randomPlan(choices, blocks);
  const twins: Twins = new Map();
  const units = randomUnits(choices, plan, blocks, mostUnits, twins);
  const lines = plan.groups.flatMap(linesOf);
  const given: Given = { figures: [], targets: [], adjustments: [] };
  for (const unit of units) {
    const twin = twins.get(unit.code);
    if (twin) copyEntries(twin, unit, given);
    else for (const line of lines) randomEntries(choices, plan, unit, line, given);
  }
  const lots = new Map<string, number>();
  for (const unit of choices.some(units, 50)) {
    const same = lots.get(twins.get(unit.code)?.code ?? '');
    lots.set(unit.code, same !== undefined && choices.chance(50) ? same : choices.below(4));
  }
  const year = compact<SlowYear>({
    format: 'giaouoc-year/1',
    plan,
    units,
    targets: given.targets.length > 0 ? given.targets : choices.maybe(50, () => []),
    figures: given.figures,
    adjustments: given.adjustments.length > 0 ? given.adjustments : undefined,
    lots: choices.maybe(60, () => Object.fromEntries(lots)),
  });
  const mentioned = new Set([...units.map((unit) => unit.block), ...lines.flatMap((line) => line.blocks ?? [])]);
  const trimmed = mentioned.size > 0 && choices.chance(50) ? withoutLostBlocks(year, mentioned) : year;
  return addDecisions(choices, trimmed);
}

/**
 * A number by block has one for each block that appears in the file; objects make their blocks appear. So either every
 * object of the plan names all blocks (as built), or only those that units and lines mention (as here).
 */
function withoutLostBlocks(year: SlowYear, mentioned: ReadonlySet<string>): SlowYear {
  const trim = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([block]) => mentioned.has(block)));
  };
  const plan = year.plan;
  return {
    ...year,
    plan: {
      ...plan,
      scale: compact<SlowPlan['scale']>({
        ...plan.scale,
        base: trim(plan.scale.base) as SlowPlan['scale']['base'],
        bonusMax: plan.scale.bonusMax,
        penaltyMax: plan.scale.penaltyMax,
        total: trim(plan.scale.total) as SlowPlan['scale']['total'],
      }),
      grades: plan.grades.map((grade) =>
        compact({ ...grade, from: trim(grade.from) as typeof grade.from, requires: grade.requires }),
      ),
    },
  };
}

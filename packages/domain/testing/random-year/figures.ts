import type { SlowFigure, SlowLine } from '../slow-evaluator/index.ts';
import type { Choices } from './choices.ts';
import { anyMicros, decimal, microsBetween, near, ONE, within15, written, type Micros } from './decimals.ts';
import { micros } from './plan.ts';

type Given = Omit<SlowFigure, 'unit' | 'line'>;

/** A value or a share near a target that makes ties and exact hits likely. */
function measured(choices: Choices, target: Micros): Given {
  if (choices.chance(30)) {
    const whole = choices.chance(20) ? anyMicros(choices) : BigInt(choices.pick([60, 40, 3, 7, 100])) * ONE;
    const above = whole > 0n ? whole : ONE - whole;
    const part = choices.chance(50) ? (above / 100n) * BigInt(choices.between(0, 120)) : near(choices, above);
    return { part: decimal(within15(part < 0n ? -part : part)), whole: written(choices, within15(above)) };
  }
  return { value: written(choices, within15(near(choices, target))) };
}

const counted = (choices: Choices): number => choices.pick([1, 0, 2, 3, 5, 999_999_999]);

/** A figure of the sort the line's rule takes (scoring.md §4). `own` is the unit's own target where it has one. */
export function randomFigure(choices: Choices, line: SlowLine, own: string | undefined): Given {
  const { rule } = line;
  const fixed = 'target' in rule && rule.target !== undefined && rule.target !== 'unit' ? rule.target : undefined;
  switch (rule.kind) {
    case 'ratio':
    case 'leader':
      return measured(choices, micros(fixed ?? own ?? '10'));
    case 'bands': {
      const band = choices.pick(rule.bands);
      const edge = micros(band.from ?? band.upTo ?? '0');
      const target = micros(fixed ?? own ?? '100');
      return measured(choices, rule.of === 'value' ? edge : (edge * target) / (100n * ONE));
    }
    case 'yesNo':
      return { yes: choices.chance(60) };
    case 'levels': {
      if (rule.pick === 'one') return { levels: Object.fromEntries([[choices.pick(rule.levels).code, 1]]) };
      const chosen = choices.some(rule.levels, 60);
      return { levels: Object.fromEntries(chosen.map((level) => [level.code, counted(choices)])) };
    }
    case 'checklist':
      return { items: choices.shuffled(choices.some(rule.items, 60)).map((item) => item.code) };
    case 'count': {
      const value = choices.chance(10) ? anyMicros(choices) : BigInt(choices.between(0, 40)) * (ONE / 4n);
      return { value: written(choices, value < 0n ? -value : value) };
    }
    case 'deduct':
      return {
        faults: Object.fromEntries(choices.some(rule.faults, 60).map((fault) => [fault.code, counted(choices)])),
      };
    case 'judged': {
      const step = rule.step === undefined ? choices.pick([ONE, ONE / 2n, 1n, 5000n]) : micros(rule.step);
      return { points: written(choices, microsBetween(choices, 0n, micros(line.max), step)) };
    }
  }
}

/** Points a person may give on this line: from the rule's lowest value to its max, in whole places or finer. */
export function randomAdjustment(choices: Choices, line: SlowLine, step: Micros): string {
  const { rule } = line;
  let least = 0n;
  if ((rule.kind === 'levels' || rule.kind === 'deduct') && rule.min !== undefined) least = micros(rule.min);
  if (rule.kind === 'bands')
    for (const band of rule.bands) if (micros(band.points) < least) least = micros(band.points);
  const fine = least % step === 0n && choices.chance(30);
  return decimal(microsBetween(choices, least, micros(line.max), fine ? 1n : step));
}

import type { SlowComparison, SlowCondition } from '../slow-evaluator/index.ts';
import type { Choices } from './choices.ts';
import { ONE, stepOf, written, type Micros } from './decimals.ts';

/** What a condition can name. */
export interface Namable {
  readonly places: number;
  readonly lines: readonly string[];
  readonly groups: readonly string[];
  readonly mostTotal: Micros;
}

const signs = ['ge', 'lt', 'le', 'eq', 'gt'] as const;

function comparison(choices: Choices, most: Micros, room: Namable): SlowComparison<string> {
  const step = choices.chance(30) ? 1n : choices.chance(50) ? stepOf(room.places) : ONE;
  const at = choices.chance(25)
    ? 0n
    : BigInt(choices.below(Number((most / step) % 1_000_000n) + 1)) * step * (choices.chance(10) ? -1n : 1n);
  return { [choices.pick(signs)]: written(choices, at) };
}

/** Any condition that names only what is there; nested up to three deep. */
export function randomCondition(choices: Choices, room: Namable, depth = 0): SlowCondition {
  const nested = () => Array.from({ length: choices.between(1, 3) }, () => randomCondition(choices, room, depth + 1));
  const ways: (() => SlowCondition)[] = [
    () => ({ total: comparison(choices, room.mostTotal, room) }),
    () => ({ activeMonths: { [choices.pick(signs)]: choices.pick([12, 6, 0, 1, 11, 999_999_999]) } }),
  ];
  if (room.lines.length > 0) {
    const line = () => choices.pick(room.lines);
    ways.push(
      () => ({ line: line(), points: comparison(choices, 20n * ONE, room) }),
      () => ({ line: line(), value: comparison(choices, 100n * ONE, room) }),
      () => ({ line: line(), yes: choices.chance(50) }),
      () => ({ line: line(), missing: true }),
    );
  }
  if (room.groups.length > 0) {
    const group = () => choices.pick(room.groups);
    ways.push(
      () => ({ group: group(), points: comparison(choices, 40n * ONE, room) }),
      () => ({ anyLine: { group: group(), points: comparison(choices, 10n * ONE, room) } }),
    );
  }
  if (depth < 3)
    ways.push(
      () => ({ all: nested() }),
      () => ({ any: nested() }),
      () => ({ not: randomCondition(choices, room, depth + 1) }),
    );
  return choices.pick(ways)();
}

import type { Role, SlowGroup, SlowLine } from '../slow-evaluator/index.ts';
import { compact, type Choices } from './choices.ts';
import { decimal, ONE, stepOf, type Micros } from './decimals.ts';
import { randomRule } from './rules.ts';

/** What all groups of one plan share while it is built. */
export interface PlanRoom {
  readonly places: number;
  readonly blocks: readonly string[];
  readonly code: (prefix: string) => string;
  /** The largest `max` of a line. */
  readonly most: Micros;
}

const sides = { base: 'may', bonus: 'may', penalty: 'must', fact: 'never' } as const;

function randomLine(choices: Choices, room: PlanRoom, role: Role): SlowLine {
  const step = stepOf(room.places);
  const earns = role === 'base' || role === 'bonus';
  const fine = (BigInt(choices.below(0x100000)) * 0x100000n + BigInt(choices.below(0x100000))) % (room.most / step);
  const max =
    !earns || choices.chance(5)
      ? 0n
      : choices.chance(room.most > 1000n * ONE ? 20 : 60)
        ? BigInt(choices.between(1, 20)) * ONE
        : fine * step;
  return compact<SlowLine>({
    code: room.code('t'),
    title: 'Tiêu chí',
    kind: choices.pick(['target', 'task'] as const),
    max: decimal(max),
    unit: choices.maybe(20, () => '%'),
    blocks: choices.maybe(20, () => choices.atLeastOne(room.blocks, 50)),
    whenNotApplicable: choices.maybe(60, () => choices.pick(['drop', 'full', 'zero', 'refuse', 'drop'] as const)),
    rule: randomRule(choices, { places: room.places, max, belowZero: sides[role] }),
  });
}

function randomGroup(choices: Choices, room: PlanRoom, role: Role, depth: number): SlowGroup {
  const step = stepOf(room.places);
  return compact<SlowGroup>({
    code: room.code('n'),
    title: 'Nhóm',
    role: depth === 0 ? role : undefined,
    max: choices.maybe(25, () => decimal(step * BigInt(choices.between(0, 4000)))),
    min: choices.maybe(20, () => decimal(step * -BigInt(choices.between(0, 1000)))),
    groups:
      depth < 2
        ? choices.maybe(30, () =>
            Array.from({ length: choices.between(0, 2) }, () => randomGroup(choices, room, role, depth + 1)),
          )
        : undefined,
    lines: choices.maybe(92, () =>
      Array.from({ length: choices.between(1, 4) }, () => randomLine(choices, room, role)),
    ),
  });
}

/** The top-level groups of a plan: base mostly, and some of every other role, in any order. */
export function randomGroups(choices: Choices, room: PlanRoom): SlowGroup[] {
  const roles: Role[] = [
    ...Array.from({ length: choices.pick([1, 2, 1, 2, 3, 0]) }, (): Role => 'base'),
    ...choices.some<Role>(['bonus', 'penalty', 'fact', 'bonus', 'penalty'], 35),
  ];
  const ordered = choices.chance(30) ? choices.shuffled(roles) : roles;
  return ordered.map((role) => randomGroup(choices, room, role, 0));
}

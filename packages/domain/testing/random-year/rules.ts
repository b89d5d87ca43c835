import type { SlowRule } from '../slow-evaluator/index.ts';
import { compact, type Choices } from './choices.ts';
import { codeMaker } from './codes.ts';
import { anyMicros, decimal, microsBetween, ONE, stepOf, written, type Micros } from './decimals.ts';

/** What a line's place in the plan asks of its rule (scoring.md §2). */
export interface RuleRoom {
  readonly places: number;
  readonly max: Micros;
  /** Must go below zero (penalty), may (base, bonus), must not (fact). */
  readonly belowZero: 'must' | 'may' | 'never';
}

type Make<K extends SlowRule['kind']> = (choices: Choices, room: RuleRoom) => Extract<SlowRule, { kind: K }>;

function targetText(choices: Choices, above?: 'zero'): string {
  if (choices.chance(45)) return 'unit';
  const micros = choices.chance(25) ? anyMicros(choices) : BigInt(choices.between(1, 100)) * ONE;
  return written(choices, above === 'zero' && micros <= 0n ? -micros || ONE : micros);
}

/** Points of a band, level or item: whole places mostly, sometimes finer so that they have to be rounded. */
function pointsUpTo(choices: Choices, least: Micros, room: RuleRoom): string {
  const step = choices.chance(25) ? choices.pick([1n, 5n, 125n, 5000n]) : stepOf(room.places);
  return written(choices, microsBetween(choices, least, room.max, step));
}

const lowBound = (choices: Choices): Micros => -BigInt(choices.between(1, 20)) * ONE;

const ratio: Make<'ratio'> = (choices) => {
  const below = choices.pick(['proportional', 'nothing'] as const);
  return compact<ReturnType<Make<'ratio'>>>({
    kind: 'ratio',
    target: targetText(choices),
    better: choices.pick(['higher', 'lower'] as const),
    below,
    floor:
      below === 'proportional'
        ? choices.maybe(50, () => choices.pick(['0.5', '0', '1', '0.8', '0.333333']))
        : undefined,
    strict: below === 'nothing' ? choices.maybe(60, () => choices.chance(75)) : undefined,
  });
};

const bands: Make<'bands'> = (choices, room) => {
  const of = choices.pick(['value', 'target'] as const);
  const edge = choices.pick(['from', 'upTo'] as const);
  const least =
    room.belowZero === 'never' ? 0n : room.belowZero === 'must' || choices.chance(40) ? lowBound(choices) : 0n;
  const edges = new Set<Micros>();
  const count = choices.between(1, 5);
  while (edges.size < count) {
    const next: Micros = choices.chance(10) ? anyMicros(choices) : BigInt(choices.between(0, 24)) * (ONE * 5n);
    edges.add(edges.has(next) ? BigInt(edges.size) * ONE + 7n : next);
  }
  const list = [...edges].map((at) => ({ [edge]: written(choices, at), points: pointsUpTo(choices, least, room) }));
  const first = list[0];
  // A penalty has to be able to take something away.
  if (room.belowZero === 'must' && first)
    first['points'] = decimal(-stepOf(room.places) * BigInt(choices.between(1, 9)));
  return compact<ReturnType<Make<'bands'>>>({
    kind: 'bands',
    of,
    target: of === 'target' ? targetText(choices, 'zero') : undefined,
    bands: list as { from?: string; upTo?: string; points: string }[],
  });
};

/** `min` of a rule that has one: below zero where it must be, not where it may not. */
function minimum(choices: Choices, room: RuleRoom): string | undefined {
  const step = stepOf(room.places);
  const below = () => decimal(-step * BigInt(choices.between(1, 40)));
  if (room.belowZero === 'must') return below();
  if (room.belowZero === 'never') return choices.maybe(30, () => '0');
  return choices.maybe(50, () => (choices.chance(65) ? below() : decimal(microsBetween(choices, 0n, room.max, step))));
}

const levels: Make<'levels'> = (choices, room) => {
  const code = codeMaker(choices);
  return compact<ReturnType<Make<'levels'>>>({
    kind: 'levels',
    levels: Array.from({ length: choices.between(1, 4) }, () => ({
      code: code('m'),
      title: 'Mức',
      points: pointsUpTo(choices, choices.chance(50) ? lowBound(choices) : room.max < 0n ? room.max : 0n, room),
    })),
    pick: choices.pick(['one', 'many'] as const),
    min: minimum(choices, room),
  });
};

const checklist: Make<'checklist'> = (choices, room) => {
  const code = codeMaker(choices);
  return {
    kind: 'checklist',
    items: Array.from({ length: choices.between(1, 4) }, () => ({
      code: code('i'),
      title: 'Nội dung',
      points: pointsUpTo(choices, 0n, room),
    })),
  };
};

/** Above zero, coarse mostly. */
const positive = (choices: Choices): Micros =>
  choices.pick([ONE, ONE / 2n, ONE * 2n, ONE / 4n, 333_333n, 125_000n, 1n]);

const count: Make<'count'> = (choices) =>
  compact<ReturnType<Make<'count'>>>({
    kind: 'count',
    each: written(choices, positive(choices)),
    after: choices.maybe(50, () => written(choices, BigInt(choices.between(0, 4)) * (ONE / 2n))),
  });

const deduct: Make<'deduct'> = (choices, room) => {
  const code = codeMaker(choices);
  const step = stepOf(room.places);
  return compact<ReturnType<Make<'deduct'>>>({
    kind: 'deduct',
    faults: Array.from({ length: choices.between(1, 4) }, () =>
      compact<{ code: string; title: string; each: string; max?: string }>({
        code: code('l'),
        title: 'Lỗi',
        each: written(choices, positive(choices)),
        max: choices.maybe(40, () => decimal(step * BigInt(choices.between(1, 60)))),
      }),
    ),
    min: minimum(choices, room),
  });
};

const judged: Make<'judged'> = (choices, room) =>
  compact<ReturnType<Make<'judged'>>>({
    kind: 'judged',
    step: choices.maybe(60, () =>
      decimal(choices.pick([stepOf(room.places), ONE / 2n, ONE / 4n, ONE, 125_000n, 300_000n])),
    ),
  });

const leader: Make<'leader'> = (choices) => ({
  kind: 'leader',
  target: targetText(choices),
  within: choices.pick(['block', 'cluster'] as const),
});

const yesNo: Make<'yesNo'> = () => ({ kind: 'yesNo' });

const makers = { yesNo, ratio, bands, levels, checklist, count, deduct, judged, leader };

/** Any rule that may stand on a line with this room. */
export function randomRule(choices: Choices, room: RuleRoom): SlowRule {
  const kinds = Object.keys(makers) as (keyof typeof makers)[];
  const kind = room.belowZero === 'must' ? choices.pick(['deduct', 'levels', 'bands'] as const) : choices.pick(kinds);
  return makers[kind](choices, room);
}

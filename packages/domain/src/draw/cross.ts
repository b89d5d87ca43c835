import { compareCodePoints } from '../numbers/code-points.ts';
import type { CrossContext } from './draw.schema.ts';
import { shuffledPositions, type Below } from './numbers.ts';

/** Who scores whom: sorted by scorer, then unit; `attempt` from 1, `repeated` how many of the pairs were to be avoided. */
export interface CrossResult {
  readonly attempt: number;
  readonly repeated: number;
  readonly assignments: readonly { readonly scorer: string; readonly unit: string }[];
}

const MOST_ATTEMPTS = 200;

/** Draws who scores whom: the first attempt without a pair of last year, else the first of those with the fewest. */
export function drawCross(context: CrossContext, below: Below): CrossResult {
  const units = context.units.toSorted(compareCodePoints);
  const places = placesOf(context, units.length);
  const avoided = avoidedOf(context, units);
  let taken = { attempt: 0, repeated: Infinity, order: [] as number[] };
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && taken.repeated > 0; attempt += 1) {
    const order = shuffledPositions(units.length, below);
    const repeated = countRepeated(order, places, avoided, taken.repeated);
    if (repeated < taken.repeated) taken = { attempt, repeated, order };
  }
  const { attempt, repeated, order } = taken;
  const pairs = new Int32Array(places.length / 2);
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = pairAt(order, places, at);
  // The units are sorted, so the numbers of pairs sort as scorer, then unit.
  const assignments = Array.from(pairs.sort(), (pair) => ({
    scorer: units[Math.floor(pair / units.length)]!,
    unit: units[pair % units.length]!,
  }));
  return { attempt, repeated, assignments };
}

/** The number of a pair of units: the scorer's position times the number of units, and the unit's position. */
const pairAt = (order: readonly number[], places: Int32Array, at: number): number =>
  order[places[2 * at]!]! * order.length + order[places[2 * at + 1]!]!;

/** Which place of the drawn order scores which: scorer, unit, scorer, unit …; the same for every attempt. */
function placesOf({ shape = 'ring', scorers }: CrossContext, count: number): Int32Array {
  return Int32Array.from(shape === 'ring' ? ringPlaces(0, count, scorers) : pairPlaces(count));
}

/** Each of `count` places from `first` on scores the next `scorers` ones, counted round. */
function ringPlaces(first: number, count: number, scorers: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < count; i += 1)
    for (let step = 1; step <= scorers; step += 1) places.push(first + i, first + ((i + step) % count));
  return places;
}

/** Two and two score each other, of an odd number the last three in a ring. */
function pairPlaces(count: number): number[] {
  const last = count % 2 === 0 ? 2 : 3;
  const places: number[] = [];
  for (let i = 0; i < count - last; i += 2) places.push(...ringPlaces(i, 2, 1));
  return [...places, ...ringPlaces(count - last, last, 1)];
}

/** One byte for each pair of units by its number (see `pairAt`), 1 where it is to be avoided. */
function avoidedOf({ avoid = [] }: CrossContext, units: readonly string[]): Uint8Array {
  const position = new Map(units.map((unit, index) => [unit, index]));
  const avoided = new Uint8Array(units.length ** 2);
  for (const [scorer, unit] of avoid) avoided[position.get(scorer!)! * units.length + position.get(unit!)!] = 1;
  return avoided;
}

/** How many pairs are to be avoided; counting stops where the attempt is no better than the best one yet. */
function countRepeated(order: readonly number[], places: Int32Array, avoided: Uint8Array, enough: number): number {
  let repeated = 0;
  for (let at = 0; at < places.length / 2 && repeated < enough; at += 1)
    repeated += avoided[pairAt(order, places, at)]!;
  return repeated;
}

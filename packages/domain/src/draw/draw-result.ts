import { compareCodePoints } from '../numbers/code-points.ts';
import { drawCross, type CrossResult } from './cross.ts';
import type { Contribution, DrawContext } from './draw.schema.ts';
import { drawKey, numbersOf, shuffledPositions, type Below } from './numbers.ts';

/** The place of each unit among equals, from 1: the `lots` of a year file. */
export interface TieResult {
  readonly lots: Readonly<Record<string, number>>;
}

/** What is looked at a second time, sorted by code point. */
export interface SampleResult {
  readonly chosen: readonly string[];
}

export type DrawResult = CrossResult | TieResult | SampleResult;

/** What comes of a draw of the right form (see `parseDraw`): the same for everybody who works it out. */
export function drawResult(context: DrawContext, contributions: readonly Contribution[], seed: string): DrawResult {
  const below = numbersOf(drawKey(contributions, seed));
  if (context.kind === 'cross') return drawCross(context, below);
  if (context.kind === 'sample')
    return { chosen: shuffled(context.items, below).slice(0, context.size).toSorted(compareCodePoints) };
  const places = shuffled(context.units, below).map((unit, index): [string, number] => [unit, index + 1]);
  return { lots: Object.fromEntries(places.toSorted(([a], [b]) => compareCodePoints(a, b))) };
}

/** The texts in drawn order, whatever order they came in. */
function shuffled(texts: readonly string[], below: Below): string[] {
  const sorted = texts.toSorted(compareCodePoints);
  return shuffledPositions(sorted.length, below).map((position) => sorted[position]!);
}

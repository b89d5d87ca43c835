import { hashOf } from '../hash/canonical.ts';
import { drawResult, type DrawResult } from './draw-result.ts';
import type { Contribution, DrawContext, DrawFile } from './draw.schema.ts';

/** What a draw is made of; the seed is 32 random bytes as 64 lower-case hex digits. */
export interface DrawGiven {
  readonly context: DrawContext;
  readonly contributions: readonly Contribution[];
  readonly seed: string;
}

/** What is shown before anything else is entered: from then on neither context nor seed can change unseen. */
export const drawCommitment = (context: DrawContext, seed: string): string => hashOf({ context, seed });

/** The whole draw, for parts that `parseDraw` and `parseDrawContext` find no fault in. */
export function makeDraw({
  context,
  contributions,
  seed,
}: DrawGiven): Omit<DrawFile, 'result'> & { result: DrawResult } {
  return {
    format: 'giaouoc-draw/1',
    context,
    commitment: drawCommitment(context, seed),
    contributions: [...contributions],
    seed,
    result: drawResult(context, contributions, seed),
  };
}

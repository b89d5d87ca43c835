import { isRaw, listOf, member, pointerOf, type Path, type Raw } from '../schema/raw.ts';
import type { CrossResult } from './cross.ts';
import { drawResult, type DrawResult, type SampleResult, type TieResult } from './draw-result.ts';
import type { DrawFile } from './draw.schema.ts';
import { drawCommitment } from './make-draw.ts';

/** What does not follow from context, seed and contributions. */
export interface DrawDifference {
  /** What differs; `form` is a result with other keys than those of its kind. */
  readonly code: 'commitment' | 'form' | 'attempt' | 'repeated' | 'assignment' | 'lot' | 'chosen';
  /** The part that does not follow: `/commitment` or `/result`. */
  readonly pointer: '/commitment' | '/result';
  /** The first place that differs, as a JSON pointer from the document. */
  readonly at: string;
  /** What follows, and what the file has; `undefined` where there is nothing. */
  readonly expected: unknown;
  readonly found: unknown;
}

/** Works a draw out again: null where it holds, else what differs first, the commitment before the result. */
export function verifyDraw(draw: DrawFile): DrawDifference | null {
  const commitment = drawCommitment(draw.context, draw.seed);
  if (draw.commitment !== commitment)
    return {
      code: 'commitment',
      pointer: '/commitment',
      at: '/commitment',
      expected: commitment,
      found: draw.commitment,
    };
  return differenceIn(drawResult(draw.context, draw.contributions, draw.seed), draw.result);
}

function differenceIn(expected: DrawResult, found: Raw): DrawDifference | null {
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  if (Object.keys(found).length !== keys.size || Object.keys(expected).length !== keys.size)
    return differs('form', [], Object.keys(expected), Object.keys(found));
  if ('lots' in expected) return lotsDiffer(expected, found);
  if ('chosen' in expected) return chosenDiffer(expected, found);
  return crossDiffers(expected, found);
}

function crossDiffers(expected: CrossResult, found: Raw): DrawDifference | null {
  for (const code of ['attempt', 'repeated'] as const)
    if (found[code] !== expected[code]) return differs(code, [code], expected[code], found[code]);
  return listDiffers('assignment', 'assignments', expected.assignments, found, sameAssignment);
}

function sameAssignment(expected: CrossResult['assignments'][number], found: unknown): boolean {
  if (!isRaw(found) || Object.keys(found).length !== 2) return false;
  return member(found, 'scorer') === expected.scorer && member(found, 'unit') === expected.unit;
}

const chosenDiffer = ({ chosen }: SampleResult, found: Raw): DrawDifference | null =>
  listDiffers('chosen', 'chosen', chosen, found, (item, other) => item === other);

/** The first entry of a result's list that is not what follows. */
function listDiffers<T>(
  code: DrawDifference['code'],
  key: string,
  expected: readonly T[],
  found: Raw,
  same: (expected: T, found: unknown) => boolean,
): DrawDifference | null {
  if (!Array.isArray(found[key])) return differs('form', [key], expected, found[key]);
  const list = listOf(found[key]);
  const index = expected.findIndex((one, at) => !same(one, list[at]));
  const at = index < 0 ? expected.length : index;
  if (at >= expected.length && list.length <= expected.length) return null;
  return differs(code, [key, at], expected[at], list[at]);
}

function lotsDiffer({ lots }: TieResult, { lots: found }: Raw): DrawDifference | null {
  if (!isRaw(found)) return differs('form', ['lots'], lots, found);
  const unit = [...Object.keys(lots), ...Object.keys(found)].find((one) => member(lots, one) !== member(found, one));
  return unit === undefined ? null : differs('lot', ['lots', unit], member(lots, unit), member(found, unit));
}

const differs = (code: DrawDifference['code'], path: Path, expected: unknown, found: unknown): DrawDifference => ({
  code,
  pointer: '/result',
  at: pointerOf(['result', ...path]),
  expected,
  found,
});

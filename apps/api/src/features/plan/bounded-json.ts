import { z } from 'zod';
import { isPlainText } from '@giaouoc/domain/text/plain-text';

/** A plan of a thousand lines with help texts stays below this; it is the document's length as JSON. */
export const largestPlan = 1_000_000;
/** Groups in groups and conditions in conditions; no plan on paper goes beyond ten. */
const deepest = 40;

/** What is wrong with a JSON value that is to be kept as a document. */
export type Unbounded = 'too-deep' | 'too-large' | 'not-text';

/**
 * Whether a value may be kept: not too deep, not too large, and no text that PostgreSQL's jsonb or a printed paper cannot
 * hold (control signs, half of a pair of surrogates). Never recurses, so that depth cannot hurt it.
 */
export function unbounded(value: unknown): Unbounded | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let length = 0;
  const text = (words: string): boolean => {
    length += words.length + 3;
    return isPlainText(words);
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: here, depth } = next;
    if (depth > deepest) return 'too-deep';
    if (length > largestPlan) return 'too-large';
    if (typeof here === 'string') {
      if (!text(here)) return 'not-text';
    } else if (typeof here !== 'object' || here === null) length += 5;
    else
      for (const [key, entry] of Object.entries(here)) {
        if (!Array.isArray(here) && !text(key)) return 'not-text';
        length += 1;
        waiting.push({ value: entry, depth: depth + 1 });
      }
  }
  return length > largestPlan ? 'too-large' : null;
}

/** Any JSON value within those bounds. */
export const boundedJson = z
  .unknown()
  .refine((value) => unbounded(value) === null, { error: 'too-large', abort: true });

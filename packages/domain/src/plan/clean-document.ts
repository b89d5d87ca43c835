import { storedCode, storedText } from '../text/normalize.ts';

/**
 * A plan without signs nobody sees, as it enters from the editor or a file: titles and other words as all stored text,
 * codes, and whatever refers to one, without hidden signs but in the letters they came in.
 */
export function cleanDocument<T>(document: T): T {
  const codes = new Map<string, string>();
  gatherCodes(document, codes);
  const clean = (text: string) => codes.get(text) ?? storedText(text);
  return cleanValue(document, clean) as T;
}

function gatherCodes(value: unknown, codes: Map<string, string>): void {
  if (Array.isArray(value)) for (const one of value) gatherCodes(one, codes);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'code' && typeof inner === 'string') codes.set(inner, storedCode(inner));
      else gatherCodes(inner, codes);
    }
}

/** Keys too: what a plan says of its lines is keyed by their codes. Two keys that become one would lose half: neither is changed. */
function cleanValue(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, clean));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  const cleaned = names.map(clean);
  const apart = new Set(cleaned).size === names.length;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner], at) => [apart ? cleaned[at]! : name, cleanValue(inner, clean)]),
  );
}

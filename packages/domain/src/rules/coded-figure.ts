import { ok, refuse, type Result } from '../result.ts';
import { storedLine } from '../text/normalize.ts';
import type { FigureForm } from './figure-form.ts';
import type { FigureValue } from './figure-value.ts';
import type { MisfitCode } from './rule-figure.ts';

// Figures by code: levels, items, faults.

type Coded = readonly { readonly code: string }[];

/** Counts of the year file end here. */
const mostOf = 999_999_999;

/** The figure, unless it names a code that the rule does not have. */
export function knownCodes(
  figure: FigureValue,
  given: readonly string[],
  known: Coded,
): Result<FigureValue, MisfitCode> {
  const unknown = given.filter((code) => !known.some((entry) => entry.code === code));
  return unknown.length === 0 ? ok(figure) : refuse('figure-code-unknown', { codes: unknown });
}

/** Codes are compared by code point in a year file; a form may send them in another normal form of the same letters. */
export function sameCode(known: string, given: string): boolean {
  return known === given || storedLine(known) === storedLine(given);
}

/** Counts by code. Empty fields are no answer; a typed 0, or `none` ticked, says that there were none. */
export function readCounts(
  form: FigureForm,
  prefix: 'levels' | 'faults',
  known: Coded,
): Record<string, number> | undefined {
  const given: [code: string, count: number][] = [];
  let answered = form.isTicked('none');
  for (const { code } of known) {
    const field = `${prefix}.${code}`;
    const count = form.count(field);
    if (count === undefined) continue;
    if (count > 0 && form.isTicked('none')) form.fault(field, 'none-but-some');
    answered = true;
    if (count > 0) given.push([code, count]);
  }
  for (const field of form.fieldsBelow(prefix)) {
    const code = field.slice(prefix.length + 1);
    if (!known.some((entry) => sameCode(entry.code, code))) form.fault(field, 'choice-unknown', { choice: code });
  }
  return answered ? Object.fromEntries(given) : undefined;
}

/** Counts of several periods, added by code. */
export function addCounts(counts: readonly Readonly<Record<string, number>>[], known: Coded): Record<string, number> {
  const codes = inRuleOrder([...new Set(counts.flatMap((given) => Object.keys(given)))], known);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Math.min(
        mostOf,
        counts.reduce((total, given) => total + (Object.hasOwn(given, code) ? (given[code] ?? 0) : 0), 0),
      ),
    ]),
  );
}

/** Codes as the rule lists them, then unknown ones by themselves: the same list whatever the order of periods. */
export function inRuleOrder(codes: readonly string[], known: Coded): string[] {
  const listed = known.map(({ code }) => code).filter((code) => codes.includes(code));
  return [...listed, ...codes.filter((code) => !listed.includes(code)).sort()];
}

import { storedLine } from '../text/normalize.ts';
import { ok, refuse, type Result } from '../result.ts';

const longest = 40;

/**
 * A unit's code as it stands in the year file and on paper: plain letters, digits, dots, hyphens and underscores, at most
 * 40, beginning with a letter or digit. Two codes that differ only in case would be mixed up on paper: see `codeKey`.
 */
export function checkUnitCode(typed: string): Result<string, 'unit-code-empty' | 'unit-code-shape' | 'text-too-long'> {
  const code = storedLine(typed);
  if (code === '') return refuse('unit-code-empty');
  if (code.length > longest) return refuse('text-too-long', { max: longest });
  return /^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(code) ? ok(code) : refuse('unit-code-shape');
}

/** Codes with the same key are the same code to a reader. */
export function codeKey(code: string): string {
  return storedLine(code).toLowerCase();
}

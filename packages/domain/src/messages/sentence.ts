import type { ErrorCode } from '../error-codes.ts';
import type { Detail } from '../result.ts';
import { number } from '../words/numbers.ts';

/**
 * One code, said: what happened, what is safe, what to do next; no "vui lòng", no exclamation mark, never "không hợp
 * lệ" alone. A function where the sentence needs a number from the refusal; it must also hold without it.
 */
export type Sentence = { vi: Said; en: Said };
export type Said = string | ((detail: Detail) => string);
/** The sentences of one noun; together they must cover every code (index.ts). */
export type Sentences = Partial<Record<ErrorCode, Sentence>>;

/** A sentence with what its refusal brings. */
export function said(sentence: Sentence, detail: Detail = {}, language: keyof Sentence = 'vi'): string {
  const text = sentence[language];
  return typeof text === 'function' ? text(detail) : text;
}

/** What to say about one thing the refusal brings, ` (tối đa 6)`; nothing when it brings none. */
export function aside(detail: Detail, name: string, say: (value: string) => string): string {
  const value = detail[name];
  if (value === undefined || value === null) return '';
  return say(Array.isArray(value) ? value.join(', ') : String(value));
}

/** The same for a number: `1234.5` is said `1.234,5`. Not for codes of lines, which keep their point. */
export function asideNumber(detail: Detail, name: string, say: (value: string) => string): string {
  return aside(detail, name, (value) => say(number(value)));
}

import type { ErrorCode } from './error-codes.ts';

/** What a sentence may need besides the code: numbers, dates, codes of lines. Never personal data, never SQL. */
export type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[] | readonly number[]>>;

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refusal<C extends ErrorCode = ErrorCode> = {
  readonly ok: false;
  readonly code: C;
  readonly detail?: Detail;
};

/** The answer of a rule: a value, or a code that says why not. Rules never throw for what a person can cause. */
export type Result<T, C extends ErrorCode = ErrorCode> = Ok<T> | Refusal<C>;

/** The rule holds; here is what follows from it. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** The rule does not hold: a code, and what its sentence needs. */
export function refuse<C extends ErrorCode>(code: C, detail?: Detail): Refusal<C> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

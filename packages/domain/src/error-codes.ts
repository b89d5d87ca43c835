/**
 * Every refusal and fault the product can answer with, one code each (A5: errors are codes).
 * The web says each one in Vietnamese and English (apps/web/src/lib/messages); a code without a sentence does not
 * compile there, and a sentence without a code does not either. Codes never change their meaning.
 *
 * Grouped by noun; add at the end of the group.
 */
export const errorCodes = [
  // any request
  'unexpected',
  'server-unreachable',
  'not-found',
  'invalid-input',
  'too-large',
  'rate-limited',
  'stale-revision',
  'replayed-with-other-content',
  'cross-origin',
  'number-ambiguous',
  'number-unreadable',
  // who is asking
  'not-signed-in',
  'not-allowed',
  'wrong-sign-in',
  'wrong-password',
  'wrong-code',
  'code-locked',
  'code-too-simple',
  'password-too-short',
  'passwords-differ',
  'user-name-taken',
  'session-ended',
  // invitation
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  // setting up
  'setup-done',
  'setup-code-wrong',
  // time
  'period-closed',
  'period-not-open',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

/** Whether a text is one of our codes: for answers that crossed a process. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && known.has(value);
}

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
  'invitation-join-instead',
  'name-or-phone-taken',
  // setting up
  'setup-done',
  'setup-code-wrong',
  // time
  'period-closed',
  'period-not-open',
  // a figure, as typed or as judged
  'figure-empty',
  'figure-negative',
  'figure-both-ways',
  'figure-other-sort',
  'figure-code-unknown',
  'parts-needed',
  'value-needed',
  'whole-not-positive',
  'part-over-whole',
  'number-too-large',
  'number-too-fine',
  'count-not-whole',
  'choice-unknown',
  'none-but-some',
  'points-out-of-range',
  'points-not-step',
  'not-applicable-refused',
  // plan
  'plan-invalid',
  'plan-not-published',
  'plan-unchanged',
  'plan-code-changed',
  'line-meaning-changed',
  'code-taken',
  'line-unknown',
  'group-unknown',
  'group-not-empty',
  'group-below-itself',
  'period-unknown',
  'period-in-use',
  // pledge
  'pledge-not-offered',
  'pledge-step-not-now',
  'pledge-content-changed',
  'target-not-own',
  'target-below-floor',
  'target-missing',
  'already-signed',
  'capacity-not-asked',
  'reason-needed',
  // report
  'report-empty',
  'report-incomplete',
  'report-not-submitted',
  'report-being-verified',
  'report-withdrawn',
  'evidence-missing',
  'line-not-asked',
  'figure-not-open',
  'deadline-not-later',
  // evidence
  'file-type-refused',
  'file-heic',
  'file-broken',
  'file-too-large',
  'too-many-files',
  // assessment
  'own-unit',
  'figure-not-submitted',
  'already-assessed',
  'points-outside',
  'line-not-given',
  'nothing-to-undo',
  'answered-since',
  'due-in-the-past',
  // ranking
  'ranking-blocked',
  // units and people
  'rows-too-many',
  'row-empty',
  'column-missing',
  'unit-code-empty',
  'unit-code-shape',
  'unit-code-taken',
  'unit-name-empty',
  'unit-name-taken',
  'unit-kind-unknown',
  'block-empty',
  'block-unknown',
  'cluster-unknown',
  'day-unreadable',
  'phone-unreadable',
  'phone-taken',
  'user-name-shape',
  'text-too-long',
  'year-code-taken',
  'block-code-taken',
  'cluster-code-taken',
  'block-in-use',
  'cluster-in-use',
  'unit-still-in-year',
  'last-officer',
  'role-needs-unit',
  'import-faulty',
  // a workbook that was uploaded
  'workbook-empty',
  'workbook-old-xls',
  'workbook-encrypted',
  'workbook-is-text',
  'workbook-binary',
  'workbook-other',
  'workbook-broken',
  'workbook-too-many-parts',
  'workbook-too-large',
  'workbook-too-compressed',
  'workbook-unsafe-name',
  'workbook-too-slow',
  'workbook-too-heavy',
  'workbook-no-table',
  'column-twice',
  'cell-error',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

/** Whether a text is one of our codes: for answers that crossed a process. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && known.has(value);
}

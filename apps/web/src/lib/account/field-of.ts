import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { FieldFault } from '../fault-of.ts';

type Failed = { code?: ErrorCode; message?: string; fields?: FieldFault[] } | null | undefined;

/** Which input a refusal about a person's way in belongs to; the rest is said above the form. */
const inputOf: Partial<Record<ErrorCode, string>> = {
  'setup-code-wrong': 'setupCode',
  'user-name-shape': 'userName',
  'name-or-phone-taken': 'userName',
  'phone-unreadable': 'phone',
  'password-too-short': 'password',
  'passwords-differ': 'passwordAgain',
  'wrong-password': 'oldPassword',
  'wrong-code': 'proof',
  'code-too-simple': 'code',
};

/** The sentence for one input: of the refusal that is about it, or that it was left empty or too long. */
export function faultAt(form: Failed, name: string): string | undefined {
  if (!form?.code) return undefined;
  if (inputOf[form.code] === name) return form.message;
  const field = form.fields?.find((fault) => fault.path.at(-1) === name);
  if (!field) return undefined;
  return field.code === 'too_big' ? 'Viết ngắn lại.' : 'Điền mục này.';
}

/** The sentence for the whole form: where no single input is to blame. */
export function faultOfAll(form: Failed): string | undefined {
  return form?.message && !(form.code && inputOf[form.code]) ? form.message : undefined;
}

import type { RouterInputs } from '@giaouoc/api/contract';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { formText } from './form-text.ts';

export type Presence = RouterInputs['pledge']['sign']['presence'];

/**
 * The proof of presence of a form: what a passkey answered, else what was typed into `PresenceField`. Passwords are longer
 * than six characters, so six digits can only be the code.
 */
export function readPresence(form: FormData): Presence {
  const answer = formText(form, 'passkey');
  if (answer !== '') return { kind: 'passkey', answer: read(answer) };
  const secret = formText(form, 'secret').trim();
  return { kind: /^\d{6}$/.test(secret) ? 'code' : 'password', secret };
}

/** The API checks its shape, like that of everything a browser sends. */
function read(answer: string): Extract<Presence, { kind: 'passkey' }>['answer'] {
  try {
    return JSON.parse(answer) as ReturnType<typeof read>;
  } catch {
    return {} as ReturnType<typeof read>;
  }
}

/** Nothing was typed, and no passkey answered. */
export const isEmpty = (presence: Presence): boolean => presence.kind !== 'passkey' && presence.secret === '';

const aboutProof: readonly ErrorCode[] = ['wrong-code', 'wrong-password', 'code-locked'];
/** Whether a refusal belongs to the field of the proof. */
export const isOfProof = (code: ErrorCode): boolean => aboutProof.includes(code) || code.startsWith('passkey');

/** Where this person's passkeys can prove presence; null when there are none. */
export async function passkeyOrigin(event: Pick<RequestEvent, 'platform' | 'url' | 'cookies'>): Promise<string | null> {
  const { origin, passkeys } = await api(event).passkey.list();
  return passkeys.length > 0 ? origin : null;
}

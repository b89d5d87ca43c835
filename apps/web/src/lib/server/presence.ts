import { formText } from './form-text.ts';

/**
 * The proof of presence as typed into `PresenceField`. Passwords are longer than six characters, so six digits can only
 * be the code.
 */
export function readPresence(form: FormData): { kind: 'code' | 'password'; secret: string } {
  const secret = formText(form, 'secret').trim();
  return { kind: /^\d{6}$/.test(secret) ? 'code' : 'password', secret };
}

import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { RouterInputs } from '@giaouoc/api/contract';
import { account } from '@giaouoc/domain/messages/account';
import { said } from '@giaouoc/domain/messages/sentence';
import { ask, inWords } from '../ask.ts';
import { newId } from '../new-id.ts';

/*
 * What the browser does with passkeys. Import this file lazily, when somebody presses the button: pages that only offer
 * one do not carry its library.
 */

export type Purpose = RouterInputs['passkey']['ask'];
type Presence = RouterInputs['passkey']['startAdding']['presence'];

/** Unlocks a passkey for one purpose; gives back what a form sends as `passkey`. */
export async function proveFor(purpose: Purpose): Promise<string> {
  return JSON.stringify(await startAuthentication({ optionsJSON: await ask('passkey.ask', purpose) }));
}

/** Signs in with whichever passkey the device offers. The session is on its cookie after. */
export async function signInByPasskey(): Promise<void> {
  const answer = await startAuthentication({ optionsJSON: await ask('passkey.askToSignIn', {}) });
  await ask('passkey.signIn', { answer });
}

/** Makes a passkey on this device for whoever proves to be there. */
export async function addPasskey(name: string, presence: Presence): Promise<void> {
  const answer = await startRegistration({ optionsJSON: await ask('passkey.startAdding', { presence }) });
  await ask('passkey.add', { clientId: newId(), name, answer });
}

/** Why it did not come to that, in words: the device's reasons or the server's. */
export async function whyNot(error: unknown): Promise<string> {
  const code = deviceReasons[error instanceof Error ? error.name : ''];
  return code === undefined ? (await inWords(error)).message : said(account[code]);
}

/** What the device says by the name of its fault. */
const deviceReasons: Readonly<Record<string, keyof typeof account>> = {
  NotAllowedError: 'passkey-not-opened',
  AbortError: 'passkey-not-opened',
  InvalidStateError: 'passkey-known',
  NotSupportedError: 'passkeys-not-kept',
  ConstraintError: 'passkeys-not-kept',
  SecurityError: 'passkeys-not-here',
};

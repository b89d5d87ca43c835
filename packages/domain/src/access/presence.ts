import { hashOf } from '../hash/index.ts';

/**
 * What asks again whether the person is there (A4), by the name of the write. A passkey's answer is good for the one it
 * was asked for and no other.
 */
export const provenActions = [
  'pledge.sign',
  'pledge.countersign',
  'account.changePassword',
  'account.changeCode',
  'account.addPasskey',
  'account.removePasskey',
  'account.totpOn',
  'account.newRecoveryCodes',
  'account.totpOff',
] as const;
export type ProvenAction = (typeof provenActions)[number];

/** What a passkey is asked for: to be registered, to sign in, or to show that the person is there. */
export const questionPurposes = ['register', 'sign-in', 'presence'] as const;
export type QuestionPurpose = (typeof questionPurposes)[number];

/** What a person is about to do: the write, and the things it is done to (hashes of pledges, an id), in any order. */
export type Purpose = { readonly action: ProvenAction; readonly about: readonly string[] };

/** What a question to a passkey is bound to: `sha256:…` over the purpose, the same for the same things in any order. */
export const bindingOf = ({ action, about }: Purpose): string =>
  hashOf({ action, about: [...new Set(about)].sort((a, b) => (a < b ? -1 : 1)) });

/** One pledge among those that are countersigned together, as it stands in the purpose. */
export const countersigned = ({ unitId, hash }: { unitId: string; hash: string }): string => `${unitId}|${hash}`;

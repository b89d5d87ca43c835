import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { answerPasskey, passkeyByCredential, usePasskey, useQuestion } from '@giaouoc/db/queries/passkeys';
import { checkCounter } from '@giaouoc/domain/access/passkey';
import type { Services } from '../trpc/context.ts';
import { granted, Refused } from '../trpc/errors.ts';
import { challengeHash, partyOf, patience, type Question } from './ask-device.ts';
import type { AssertionInput } from './assertion.schema.ts';
import { askedAt } from './sealed-question.ts';

/** The challenge a browser says it was given; null for bytes that are no such statement. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const challenge = typeof said === 'object' && said !== null ? Reflect.get(said, 'challenge') : undefined;
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

/**
 * Takes the challenge of an answer out of the open questions, whatever comes of it.
 *
 * @throws passkey-refused when the answer names none; passkey-stale when it is not open, or for something else
 */
export async function takeChallenge(
  ctx: Pick<Services, 'db'>,
  clientDataJSON: string,
  question: Question,
): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) throw new Refused('passkey-refused');
  if (!(await answerPasskey(ctx.db, { ...question, challengeHash: challengeHash(challenge) })))
    throw new Refused('passkey-stale');
  return challenge;
}

/** The challenge of an answer, where it is one of ours to sign in with and still good. @throws passkey-refused, passkey-stale */
function freshQuestion(ctx: Pick<Services, 'now' | 'signInKey'>, clientDataJSON: string): string {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) throw new Refused('passkey-refused');
  const at = askedAt(ctx, challenge);
  if (at === null || ctx.now().getTime() - at > patience) throw new Refused('passkey-stale');
  return challenge;
}

/**
 * Checks what a device answered: that the question was open, and ours, and for exactly this; that the key is one we know
 * (and this person's); that its owner unlocked it for this address; and that the key was not copied.
 *
 * @returns whose key it is.
 * @throws passkeys-not-here, passkey-stale, passkey-unknown, passkey-refused, passkey-copied
 */
export async function checkAnswer(
  ctx: Pick<Services, 'db' | 'now' | 'publicUrl' | 'signInKey'>,
  answer: AssertionInput,
  question: Question,
): Promise<{ accountId: string; disabled: boolean }> {
  const party = partyOf(ctx);
  const { clientDataJSON } = answer.response;
  const toSignIn = question.purpose === 'sign-in';
  const expectedChallenge = toSignIn
    ? freshQuestion(ctx, clientDataJSON)
    : await takeChallenge(ctx, clientDataJSON, question);
  const key = await passkeyByCredential(ctx.db, Buffer.from(answer.id, 'base64url'));
  if (!key) throw new Refused('passkey-unknown');
  if (question.accountId !== null && key.accountId !== question.accountId) throw new Refused('passkey-refused');
  const { userHandle, ...response } = answer.response;
  if (typeof userHandle === 'string' && userHandle !== handleOf(key.accountId)) throw new Refused('passkey-refused');
  const checked = await verifyAuthenticationResponse({
    response: { ...answer, response },
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is judged below, by our own rule and its own sentence.
    credential: { id: answer.id, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
  }).catch(() => null);
  if (!checked?.verified) throw new Refused('passkey-refused');
  const until = new Date(Date.now() + patience);
  if (toSignIn && !(await useQuestion(ctx.db, challengeHash(expectedChallenge), until)))
    throw new Refused('passkey-stale');
  const counter = granted(checkCounter(key.counter, checked.authenticationInfo.newCounter));
  if (!(await usePasskey(ctx.db, key.id, counter))) throw new Refused('passkey-copied');
  return key;
}

/** What a device keeps of whose key it is: the account's id, opaque to everyone else. */
export const handleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');

import { createHash } from 'node:crypto';
import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { askPasskey, type PasskeyQuestion, type PasskeyRow } from '@giaouoc/db/queries/passkeys';
import { relyingPartyOf, type RelyingParty } from '@giaouoc/domain/access/passkey';
import { newToken } from '../security/proofs.ts';
import type { Services } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';
import { sealedQuestion } from './sealed-question.ts';

/** Long enough to find one's glasses; every question is answered once. */
const lifetimeMinutes = 5;
export const patience = lifetimeMinutes * 60_000;

/** What a question is for, and of whom. */
export type Question = Omit<PasskeyQuestion, 'challengeHash'>;

/** What is kept of a challenge. */
export const challengeHash = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** @throws passkeys-not-here where browsers offer no passkeys at the server's public address. */
export function partyOf({ publicUrl }: Pick<Services, 'publicUrl'>): RelyingParty {
  const party = relyingPartyOf(publicUrl);
  if (!party) throw new Refused('passkeys-not-here');
  return party;
}

/** A new challenge in base64url that can be answered once and only for this question. */
export async function newChallenge(
  ctx: Pick<Services, 'db' | 'now' | 'signInKey'>,
  question: Question,
): Promise<string> {
  if (question.purpose === 'sign-in') return sealedQuestion(ctx);
  const challenge = newToken();
  await askPasskey(ctx.db, { ...question, challengeHash: challengeHash(challenge) }, `${lifetimeMinutes} minutes`);
  return challenge;
}

/** How a browser is told which key is meant. */
export const keyOf = ({ credentialId, transports }: PasskeyRow) => ({
  id: Buffer.from(credentialId).toString('base64url'),
  transports,
});

/**
 * The question a browser hands to a device: prove that you hold the key, and that its owner unlocked it.
 *
 * @param known keys that may answer; none: any that the device keeps for this site (nobody is signed in yet).
 * @throws passkeys-not-here
 */
export async function askDevice(
  ctx: Pick<Services, 'db' | 'now' | 'publicUrl' | 'signInKey'>,
  question: Question,
  known: PasskeyRow[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = partyOf(ctx);
  return generateAuthenticationOptions({
    rpID: id,
    challenge: Buffer.from(await newChallenge(ctx, question), 'base64url'),
    allowCredentials: known.map(keyOf),
    userVerification: 'required',
    timeout: patience,
  });
}

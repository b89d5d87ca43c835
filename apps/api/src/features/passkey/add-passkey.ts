import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import { addPasskey as store, passkeysOf } from '@giaouoc/db/queries/passkeys';
import { passkeysMost } from '@giaouoc/domain/access/passkey';
import { Refused } from '../../trpc/errors.ts';
import { changeOwn, type SignedIn } from '../account/change-own.ts';
import { proveSelf } from '../account/change-ways-in.ts';
import { ownSession } from '../../presence/own-session.ts';
import type { PresenceInput } from '../../presence/prove-presence.ts';
import { keyOf, newChallenge, partyOf, patience, type Question } from '../../presence/ask-device.ts';
import { handleOf, takeChallenge } from '../../presence/check-answer.ts';
import type { addInput } from './passkey.schema.ts';

/**
 * Kinds of key taken: ES256, which every device makes, and RS256 for older Windows. Named, because the library's own list
 * follows what the runtime is trying out.
 */
const supportedAlgorithmIDs = [-7, -257];

const questionOf = ({ account }: SignedIn): Question => ({
  purpose: 'register',
  accountId: account.accountId,
  sessionId: account.sessionId,
  binding: null,
});

/**
 * Asks a device for a new key, for whoever proves to be there: else a session left open could bring a stranger's key in.
 *
 * @throws passkeys-not-here, too-many-passkeys, and what provePresence throws
 */
export async function startAdding(
  ctx: SignedIn,
  presence: PresenceInput,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const party = partyOf(ctx);
  const { accountId, userName } = ctx.account;
  await proveSelf(ctx, presence, { action: 'account.addPasskey', about: [] });
  const known = await passkeysOf(ctx.db, ownSession(ctx));
  if (known.length >= passkeysMost) throw new Refused('too-many-passkeys', { most: passkeysMost });
  return generateRegistrationOptions({
    rpName: 'Giao Ước',
    rpID: party.id,
    userName,
    userID: Uint8Array.from(Buffer.from(handleOf(accountId), 'base64url')),
    challenge: Uint8Array.from(Buffer.from(await newChallenge(ctx, questionOf(ctx)), 'base64url')),
    // Which maker's device it is, is nobody's business here.
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(keyOf),
    supportedAlgorithmIDs,
    timeout: patience,
  });
}

/**
 * Keeps the key that a device made.
 *
 * @throws passkeys-not-here, passkey-stale, passkey-refused, passkey-known, too-many-passkeys
 */
export async function addPasskey(ctx: SignedIn, { clientId, name, answer }: z.infer<typeof addInput>): Promise<void> {
  const party = partyOf(ctx);
  let made: Awaited<ReturnType<typeof verifyRegistrationResponse>>['registrationInfo'];
  await changeOwn(ctx, {
    clientId,
    action: 'account.addPasskey',
    prove: async () => {
      const expectedChallenge = await takeChallenge(ctx, answer.response.clientDataJSON, questionOf(ctx));
      const checked = await verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        requireUserVerification: true,
        supportedAlgorithmIDs,
      }).catch(() => null);
      if (!checked?.verified) throw new Refused('passkey-refused');
      made = checked.registrationInfo;
    },
    work: async (db) => {
      if (!made) throw new Error('a passkey to keep, but none was proven');
      const { credential, credentialBackedUp } = made;
      const added = await store(db, ownSession(ctx), {
        credentialId: Buffer.from(credential.id, 'base64url'),
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: answer.response.transports,
        name,
        synced: credentialBackedUp,
        most: passkeysMost,
      });
      if (added === null) {
        const { length } = await passkeysOf(db, ownSession(ctx));
        throw length >= passkeysMost
          ? new Refused('too-many-passkeys', { most: passkeysMost })
          : new Refused('passkey-known');
      }
      return { name };
    },
  });
}

import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizedSecret } from '@giaouoc/domain/text/normalize';
import { inPasswordTurn } from './password-work.ts';

// OWASP's smallest recommended argon2id setting: 19 MiB, two passes.
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const hashed = (secret: string): Promise<string> => hash(normalizedSecret(secret), settings);

/** argon2id of a password or of the six-digit code. @throws sign-in-busy */
export const hashProof = (secret: string): Promise<string> => inPasswordTurn('known', () => hashed(secret));

let decoy: Promise<string> | undefined;

/**
 * Whether the secret fits. Without a hash (no such account, nothing set yet) the same work is done and the answer is
 * no, so that the time taken tells nobody whether an account exists (A7). To be called in a turn (`inPasswordTurn`).
 */
export async function proves(stored: string | null | undefined, secret: string): Promise<boolean> {
  decoy ??= hashed(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await decoy), normalizedSecret(secret));
  return right && Boolean(stored);
}

/** An opaque token of 32 random bytes, as it stands in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

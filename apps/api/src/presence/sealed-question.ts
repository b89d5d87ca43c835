import { randomBytes, timingSafeEqual } from 'node:crypto';
import { proofOf } from '@giaouoc/db/sign-in-key';
import type { Services } from '../trpc/context.ts';

/*
 * A question to whoever wants to sign in is not kept: anybody may ask for one, as often as they like. It carries its time and the
 * server's seal instead, and only an answer with a key that we know is written down, so that it counts once.
 */

const randomLength = 16;
const timeLength = 8;

const sealOf = (key: Buffer, body: Buffer): Buffer => proofOf(key, `question\n${body.toString('hex')}`);

/** A new challenge in base64url, good from now on. */
export function sealedQuestion({ signInKey, now }: Pick<Services, 'signInKey' | 'now'>): string {
  const time = Buffer.alloc(timeLength);
  time.writeBigUInt64BE(BigInt(now().getTime()));
  const body = Buffer.concat([randomBytes(randomLength), time]);
  return Buffer.concat([body, sealOf(signInKey, body)]).toString('base64url');
}

/** When a challenge of ours was made, milliseconds; null for one that is not ours. */
export function askedAt({ signInKey }: Pick<Services, 'signInKey'>, challenge: string): number | null {
  const bytes = Buffer.from(challenge, 'base64url');
  const [body, seal] = [bytes.subarray(0, randomLength + timeLength), bytes.subarray(randomLength + timeLength)];
  const right = sealOf(signInKey, body);
  if (seal.length !== right.length || !timingSafeEqual(seal, right)) return null;
  return Number(body.readBigUInt64BE(randomLength));
}

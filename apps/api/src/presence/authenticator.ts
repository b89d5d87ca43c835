import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { TotpRow } from '@giaouoc/db/queries/second-factor';
import {
  checkStep,
  recoveryCodeCount,
  stepOf,
  stepsOff,
  totpShape,
  type readSecondFactor,
} from '@giaouoc/domain/access/second-factor';
import { groupedDigits } from '../security/grouped-digits.ts';
import { tokenHash } from '../security/proofs.ts';
import type { Sealer } from '../security/sealer.ts';
import type { Signer } from '../security/signer.ts';
import { granted } from '../trpc/errors.ts';

/** 160 bits, as long as the hash that uses them (RFC 4226, 4). */
export const newSecret = (): Buffer => randomBytes(20);

const totpOf = (secret: Uint8Array, userName = ''): TOTP =>
  new TOTP({ ...totpShape, issuer: 'Giao Ước', label: userName, secret: new Secret({ buffer: arrayOf(secret) }) });

const arrayOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** How an app takes a secret in: as an address for its camera, and in groups of four letters for typing. */
export function showSecret(secret: Uint8Array, userName: string): { address: string; letters: string } {
  const letters = new Secret({ buffer: arrayOf(secret) }).base32;
  return { address: totpOf(secret, userName).toString(), letters: letters.replace(/(.{4})(?=.)/g, '$1 ') };
}

/**
 * The step whose code was typed, if it may be used now and was not used before.
 *
 * @param now milliseconds by the server's clock, never a demonstration's day: telephones know only the real one.
 * @throws wrong-totp, totp-used
 */
export function usableStep(sealer: Sealer, accountId: string, row: TotpRow, code: string, now: number): number {
  const totp = totpOf(sealer.open(row.secret, accountId));
  const off = totp.validate({ token: code, timestamp: now, window: stepsOff });
  return granted(checkStep(off === null ? undefined : stepOf(now) + off, row.lastStep));
}

/** Whether this is the code of the step that was used last. */
export function isCodeOfStep(sealer: Sealer, accountId: string, row: TotpRow, code: string): boolean {
  const timestamp = row.lastStep * totpShape.period * 1000;
  return totpOf(sealer.open(row.secret, accountId)).validate({ token: code, timestamp, window: 0 }) === 0;
}

/**
 * Codes for paper, 80 bits each: too many to try, so a plain hash is enough to keep of them. Worked out with the server's key
 * instead of drawn, so that a click that is sent again is answered with the same codes (R2) although only hashes are kept.
 */
export const recoveryCodesOf = (signer: Signer, accountId: string, clientId: string): string[] =>
  Array.from({ length: recoveryCodeCount }, (_, place) =>
    groupedDigits(
      createHash('sha256')
        .update(signer.sign(`recovery:${accountId}:${clientId}:${place}`))
        .digest(),
    ),
  );

/** What is kept of a recovery code. */
export const recoveryHash = (code: ReturnType<typeof readSecondFactor>['code']): Buffer => tokenHash(code);

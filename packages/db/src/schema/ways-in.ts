import { sql } from 'drizzle-orm';
import { bigint, boolean, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { questionPurposes } from '@giaouoc/domain/access/presence';
import { createdAt, instant, isOneOf, oneOf } from './columns.ts';
import { account, bytes, platform } from './platform.ts';

/*
 * Ways in beside password and code (A4). Tables of the platform: the application's role reaches them only through the
 * named functions of packages/db/sql/passkey.sql and totp.sql.
 */

const accountId = () =>
  uuid()
    .notNull()
    .references(() => account.id);

/** The public half of a key that a device of the person keeps. */
export const passkey = platform.table(
  'passkey',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    accountId: accountId(),
    credentialId: bytes().notNull().unique(),
    /** COSE key. */
    publicKey: bytes().notNull(),
    /** How often the device says it has signed; devices that do not count say 0 always. */
    counter: bigint({ mode: 'number' }).notNull(),
    /** How the browser may reach the device: `internal`, `hybrid`, `usb`… */
    transports: text().array().notNull(),
    /** What the person calls the device. */
    name: text().notNull(),
    /** Kept by an account of the phone's maker too, so not bound to one device. */
    synced: boolean().notNull(),
    createdAt: createdAt(),
    usedAt: instant(),
  },
  (t) => [index('passkey_of_account').on(t.accountId)],
);

/** What a question is for; `used` marks a sealed one that was answered, which is not kept before (packages/db/sql/passkey.sql). */
const purposes = [...questionPurposes, 'used'] as const;

/** A question a device is to answer once, within minutes. Of the question itself only its hash is kept. */
export const passkeyChallenge = platform.table(
  'passkey_challenge',
  {
    challengeHash: bytes().primaryKey(),
    purpose: oneOf(purposes).notNull(),
    /** Null for signing in: nobody knows yet who it will be. */
    accountId: uuid(),
    sessionId: uuid(),
    /** For presence: hash of what is about to be done (packages/domain/src/access/presence.ts). */
    binding: text(),
    expiresAt: instant().notNull(),
  },
  (t) => [isOneOf('passkey_challenge_purpose', t.purpose, purposes), index('passkey_challenge_expiry').on(t.expiresAt)],
);

/** The secret an officer's authenticator app shares with us. */
export const totp = platform.table('totp', {
  accountId: accountId().primaryKey(),
  /** Sealed by apps/api/src/security/sealer.ts. */
  secret: bytes().notNull(),
  /** Null until the person has shown that their app knows the secret: until then nothing is asked at sign-in. */
  confirmedAt: instant(),
  /** Last step of 30 seconds whose code was used; no code of it or before is taken again. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
});

/** Codes on paper for whoever lost the authenticator app, each good once. */
export const recoveryCode = platform.table(
  'recovery_code',
  { accountId: accountId(), codeHash: bytes().notNull(), usedAt: instant() },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** The password was right, the second factor is still to come. Not a session: it opens nothing. */
export const halfSignIn = platform.table(
  'half_sign_in',
  {
    /** SHA-256 of the opaque token in the form. */
    tokenHash: bytes().primaryKey(),
    accountId: accountId(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('half_sign_in_of_account').on(t.accountId)],
);

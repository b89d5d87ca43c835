import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns.ts';

/**
 * Tables that belong to no federation. The application's role has no right on any of them: it reaches them only
 * through the named functions of the schema `app` (packages/db/sql).
 */
export const platform = pgSchema('platform');

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const province = platform.table('province', {
  id: uuid()
    .primaryKey()
    .default(sql`uuidv7()`),
  code: text().notNull().unique(),
  name: text().notNull(),
});

export const account = platform.table('account', {
  id: uuid()
    .primaryKey()
    .default(sql`uuidv7()`),
  userName: text().notNull().unique(),
  /** E.164, `+84…`; one phone belongs to one account. */
  phone: text().unique(),
  passwordHash: text(),
  codeHash: text(),
  disabledAt: instant(),
  createdAt: createdAt(),
});

export const session = platform.table(
  'session',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    /** SHA-256 of the opaque token in the cookie. */
    tokenHash: bytes().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    federationId: uuid(),
    membershipId: uuid(),
    device: text().notNull(),
    createdAt: createdAt(),
    seenAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('session_of_account').on(t.accountId)],
);

/** Failures per key ("sign-in:hash of name", "code:account"), for limits by account rather than by address (A7). */
export const attempt = platform.table('attempt', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStart: instant().notNull(),
  lockedUntil: instant(),
});

/** A device on which an account has signed in before: attempts from there are counted apart from strangers' (A7). */
export const knownDevice = platform.table(
  'known_device',
  {
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    /** SHA-256 of the opaque token in the device's cookie. */
    deviceHash: bytes().notNull(),
    seenAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.deviceHash] })],
);

/**
 * The key by which PostgreSQL tells that the server itself looks an account up or opens a session (packages/db/src/sign-in-key.ts),
 * as the two pads of HMAC-SHA256. One row, written by the owner when a server starts.
 */
export const signInKey = platform.table('sign_in_key', {
  id: boolean().primaryKey().default(true),
  innerPad: bytes().notNull(),
  outerPad: bytes().notNull(),
});

/** The one-time code that opens /setup, printed on the console. */
export const setupCode = platform.table('setup_code', {
  codeHash: bytes().primaryKey(),
  createdAt: createdAt(),
  usedAt: instant(),
});

/**
 * The keys that sign receipts (R4) and seals (R5), all that were ever used: what an old one signed is checked with its public
 * half for ever. A private half never leaves the server process and the database. The oldest also is what the server's own secrets
 * are derived from (sealed secrets, sign-in proofs, one-time tokens), whichever signs today.
 */
export const serverKey = platform.table(
  'server_key',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    privateKey: text().notNull(),
    publicKey: text().notNull(),
    current: boolean().notNull().default(true),
    createdAt: createdAt(),
    /** When another took its place. */
    retiredAt: instant(),
  },
  (t) => [
    uniqueIndex('server_key_current')
      .on(t.current)
      .where(sql`${t.current}`),
    check('server_key_retired', sql`${t.current} = (${t.retiredAt} is null)`),
  ],
);

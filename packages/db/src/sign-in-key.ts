import { createHmac, createPrivateKey, hkdfSync } from 'node:crypto';

/**
 * Whoever can send statements as the application's role could else look up any password's hash and open a session of anybody. What
 * such a person does not have is this key: the process derives it from the server's private key, which it is given at the start by
 * the owner, and PostgreSQL keeps it where that role cannot read. `app.is_proven` compares. Scores are shown to be the server's in the
 * same way (packages/db/sql/score.sql).
 */
export const signInKeyOf = (privateKeyPem: string): Buffer =>
  Buffer.from(
    hkdfSync(
      'sha256',
      createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' }),
      '',
      'giaouoc sign-in proofs 1',
      32,
    ),
  );

const block = 64;
const padded = (key: Buffer, by: number) => Uint8Array.from({ length: block }, (_, at) => (key[at] ?? 0) ^ by);

/** The key as PostgreSQL uses it, which has SHA-256 and no HMAC of its own. */
export const padsOf = (key: Buffer): { inner: Uint8Array; outer: Uint8Array } => ({
  inner: padded(key, 0x36),
  outer: padded(key, 0x5c),
});

/** Shows PostgreSQL that the holder of the key asks for just this. */
export const proofOf = (key: Buffer, what: string): Buffer => createHmac('sha256', key).update(what).digest();

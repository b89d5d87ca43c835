import { sql } from 'drizzle-orm';
import type { Database } from '../scope.ts';
import { proofOf } from '../sign-in-key.ts';

/**
 * The named functions about one-time codes and half sign-ins of packages/db/sql/totp.sql, typed. What
 * changes one's own takes the hash of one's session; what signing in needs takes an account, because there is none yet.
 */

type Asking = Pick<Database, 'execute'>;

const first = <T>(rows: Iterable<T>): T | undefined => [...rows][0];
const yes = async (rows: Promise<Iterable<{ ok: boolean }>>): Promise<boolean> => first(await rows)?.ok ?? false;

export type TotpRow = {
  /** Sealed. */
  secret: Uint8Array;
  /** Null until the person has shown a right code. */
  confirmedAt: string | null;
  lastStep: number;
  recoveryLeft: number;
};

export async function totpOf(db: Asking, accountId: string): Promise<TotpRow | undefined> {
  return first(
    await db.execute<TotpRow>(
      sql`select secret, confirmed_at::text as "confirmedAt", last_step::float8 as "lastStep",
          recovery_left as "recoveryLeft" from app.totp_of(${accountId})`,
    ),
  );
}

/** Keeps a secret to be confirmed; false when one is in use already. */
export const beginTotp = (db: Asking, sessionHash: Uint8Array, sealed: Uint8Array): Promise<boolean> =>
  yes(db.execute<{ ok: boolean }>(sql`select app.begin_totp(${sessionHash}, ${sealed}) as ok`));

/** Puts the secret into use, with the step whose code confirmed it; false when it was already. */
export const confirmTotp = (db: Asking, sessionHash: Uint8Array, step: number): Promise<boolean> =>
  yes(db.execute<{ ok: boolean }>(sql`select app.confirm_totp(${sessionHash}, ${step}) as ok`));

/** Uses a step; false when it or a later one was used. */
export const useTotpStep = (db: Asking, accountId: string, step: number): Promise<boolean> =>
  yes(db.execute<{ ok: boolean }>(sql`select app.use_totp_step(${accountId}, ${step}) as ok`));

/** Puts these codes in place of all earlier ones, used or not. */
export async function setRecoveryCodes(db: Asking, sessionHash: Uint8Array, hashes: Uint8Array[]): Promise<void> {
  const list = sql.join(
    hashes.map((hash) => sql`${hash}::bytea`),
    sql`, `,
  );
  await db.execute(sql`select app.set_recovery_codes(${sessionHash}, array[${list}])`);
}

/** Uses a recovery code; false when it is none, or was used. */
export const useRecoveryCode = (db: Asking, accountId: string, hash: Uint8Array): Promise<boolean> =>
  yes(db.execute<{ ok: boolean }>(sql`select app.use_recovery_code(${accountId}, ${hash}) as ok`));

/** Takes secret and recovery codes away; false when there was no secret. */
export const endTotp = (db: Asking, sessionHash: Uint8Array): Promise<boolean> =>
  yes(db.execute<{ ok: boolean }>(sql`select app.end_totp(${sessionHash}) as ok`));

export async function beginHalfSignIn(
  db: Asking,
  key: Buffer,
  tokenHash: Uint8Array,
  accountId: string,
  lifetime: string,
): Promise<void> {
  const at = Date.now();
  const proof = proofOf(key, `half\n${accountId}\n${Buffer.from(tokenHash).toString('hex')}\n${at}`);
  await db.execute(
    sql`select app.begin_half_sign_in(${tokenHash}, ${accountId}, ${lifetime}::interval, ${at}, ${proof})`,
  );
}

/** Whose half sign-in this is, while it lasts. */
export async function halfSignIn(db: Asking, tokenHash: Uint8Array): Promise<string | null> {
  return first(await db.execute<{ id: string | null }>(sql`select app.half_sign_in(${tokenHash}) as id`))?.id ?? null;
}

/** Ends it, once: null the second time. */
export async function endHalfSignIn(db: Asking, tokenHash: Uint8Array): Promise<string | null> {
  return (
    first(await db.execute<{ id: string | null }>(sql`select app.end_half_sign_in(${tokenHash}) as id`))?.id ?? null
  );
}

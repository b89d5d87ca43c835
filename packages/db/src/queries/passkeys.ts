import { sql } from 'drizzle-orm';
import type { QuestionPurpose } from '@giaouoc/domain/access/presence';
import type { Database } from '../scope.ts';

/**
 * The named functions about passkeys of packages/db/sql/passkey.sql, typed. They work without a scope; one's own
 * passkeys are those of the account whose session's hash is given.
 */

type Asking = Pick<Database, 'execute'>;

export type PasskeyRow = {
  id: string;
  credentialId: Uint8Array;
  transports: string[];
  name: string;
  synced: boolean;
  createdAt: string;
  usedAt: string | null;
};

const first = <T>(rows: Iterable<T>): T | undefined => [...rows][0];

/** One's own passkeys, the oldest first. */
export async function passkeysOf(db: Asking, sessionHash: Uint8Array): Promise<PasskeyRow[]> {
  return [
    ...(await db.execute<PasskeyRow>(
      sql`select id, credential_id as "credentialId", transports, name, synced, created_at::text as "createdAt",
          used_at::text as "usedAt" from app.passkeys_of(${sessionHash})`,
    )),
  ];
}

/** Null for a device that is registered already, and when the person has `most`. */
export async function addPasskey(
  db: Asking,
  sessionHash: Uint8Array,
  added: {
    credentialId: Uint8Array;
    publicKey: Uint8Array;
    counter: number;
    transports: string[];
    name: string;
    synced: boolean;
    most: number;
  },
): Promise<string | null> {
  // As a literal: a list parameter of a raw query would become a row.
  const transports = sql`string_to_array(${added.transports.join(' ')}, ' ')`;
  return (
    first(
      await db.execute<{ id: string | null }>(
        sql`select app.add_passkey(${sessionHash}, ${added.credentialId}, ${added.publicKey}, ${added.counter}, ${transports},
            ${added.name}, ${added.synced}, ${added.most}) as id`,
      ),
    )?.id ?? null
  );
}

/** The name of what was removed; null when there was nothing of this person. */
export async function removePasskey(db: Asking, sessionHash: Uint8Array, passkeyId: string): Promise<string | null> {
  return (
    first(
      await db.execute<{ name: string | null }>(sql`select app.remove_passkey(${sessionHash}, ${passkeyId}) as name`),
    )?.name ?? null
  );
}

export async function passkeyByCredential(db: Asking, credentialId: Uint8Array) {
  return first(
    await db.execute<{ id: string; accountId: string; publicKey: Uint8Array; counter: number; disabled: boolean }>(
      sql`select id, account_id as "accountId", public_key as "publicKey", counter::float8 as counter, disabled
          from app.passkey_by_credential(${credentialId})`,
    ),
  );
}

/** Moves the counter on; false when another use moved it as far meanwhile. */
export async function usePasskey(db: Asking, passkeyId: string, counter: number): Promise<boolean> {
  return (
    first(await db.execute<{ ok: boolean }>(sql`select app.use_passkey(${passkeyId}, ${counter}) as ok`))?.ok ?? false
  );
}

/** A question to a passkey: what for, and of whom, and about what; nobody and nothing where it is for signing in. */
export type PasskeyQuestion = {
  challengeHash: Uint8Array;
  purpose: QuestionPurpose;
  accountId: string | null;
  sessionId: string | null;
  binding: string | null;
};

export async function askPasskey(db: Asking, question: PasskeyQuestion, lifetime: string): Promise<void> {
  const { challengeHash, purpose, accountId, sessionId, binding } = question;
  await db.execute(
    sql`select app.ask_passkey(${challengeHash}, ${purpose}, ${accountId}, ${sessionId}, ${binding}, ${lifetime}::interval)`,
  );
}

/** Uses up a question to whoever signs in, known by the server's seal; false when it was used before. */
export async function useQuestion(db: Asking, challengeHash: Uint8Array, until: Date): Promise<boolean> {
  const rows = await db.execute<{ ok: boolean }>(
    sql`select app.use_question(${challengeHash}, ${until.toISOString()}) as ok`,
  );
  return first(rows)?.ok ?? false;
}

/** Whether exactly this question was open. It is not afterwards, whatever the answer. */
export async function answerPasskey(db: Asking, question: PasskeyQuestion): Promise<boolean> {
  const { challengeHash, purpose, accountId, sessionId, binding } = question;
  return (
    first(
      await db.execute<{ ok: boolean }>(
        sql`select app.answer_passkey(${challengeHash}, ${purpose}, ${accountId}, ${sessionId}, ${binding}) as ok`,
      ),
    )?.ok ?? false
  );
}

import { sql } from 'drizzle-orm';
import type { Role } from '@giaouoc/domain/access/index';
import { batchers } from '../batching.ts';
import type { Database } from '../scope.ts';
import { proofOf } from '../sign-in-key.ts';

/**
 * The named functions of packages/db/sql/account.sql, session.sql and attempt.sql, typed. They work without a scope, because
 * they are what a scope is made from; each gives back no more than its caller needs.
 */

export type SessionRow = {
  sessionId: string;
  accountId: string;
  userName: string;
  federationId: string | null;
  federationName: string | null;
  /** The province of the federation. */
  provinceId: string | null;
  membershipId: string | null;
  role: Role | null;
  title: string | null;
  unitId: string | null;
  unitName: string | null;
  demo: boolean;
};

const first = <T>(rows: Iterable<T>): T | undefined => [...rows][0];

/** @param key the server's, by which PostgreSQL gives a hash to nobody else. */
export async function accountByName(db: Database, key: Buffer, name: string) {
  const proof = proofOf(key, `name\n${name}`);
  return first(
    await db.execute<{ id: string; passwordHash: string | null; disabled: boolean }>(
      sql`select id, password_hash as "passwordHash", disabled from app.account_by_name(${name}, ${proof})`,
    ),
  );
}

/** Whether the account of this name has signed in on this device before; false also for a name that nobody has. */
export async function isKnownDevice(db: Database, name: string, deviceHash: Uint8Array): Promise<boolean> {
  const rows = await db.execute<{ ok: boolean }>(sql`select app.is_known_device(${name}, ${deviceHash}) as ok`);
  return first(rows)?.ok ?? false;
}

/** Leaves trace that signing in with this name is locked, where anybody has it. */
export async function traceLockedSignIn(db: Database, name: string, requestId: string): Promise<void> {
  await db.execute(sql`select app.trace_locked_sign_in(${name}, ${requestId})`);
}

/** What the person of a session proves to be there with. */
export async function accountProofs(db: Database, sessionHash: Uint8Array) {
  return first(
    await db.execute<{ passwordHash: string | null; codeHash: string | null }>(
      sql`select password_hash as "passwordHash", code_hash as "codeHash" from app.account_proofs(${sessionHash})`,
    ),
  );
}

export async function accountNames(db: Database, sessionHash: Uint8Array) {
  return first(
    await db.execute<{ userName: string; phone: string | null }>(
      sql`select user_name as "userName", phone from app.account_names(${sessionHash})`,
    ),
  );
}

/** Sets a new way in for the person of a session; false when that session is over. */
export async function setProofs(
  db: Pick<Database, 'execute'>,
  sessionHash: Uint8Array,
  proofs: { passwordHash?: string; codeHash?: string },
): Promise<boolean> {
  const set = await db.execute<{ ok: boolean }>(
    sql`select app.set_proofs(${sessionHash}, ${proofs.passwordHash ?? null}, ${proofs.codeHash ?? null}) as ok`,
  );
  return first(set)?.ok ?? false;
}

export type MembershipRow = {
  federationId: string;
  federationName: string;
  membershipId: string;
  role: Role;
  title: string;
  unitId: string | null;
  unitName: string | null;
};

export async function membershipsOf(db: Database, accountId: string): Promise<MembershipRow[]> {
  return [
    ...(await db.execute<MembershipRow>(
      sql`select federation_id as "federationId", federation_name as "federationName", membership_id as "membershipId", role, title,
          unit_id as "unitId", unit_name as "unitName" from app.memberships_of(${accountId})`,
    )),
  ];
}

export type EndedMembershipRow = {
  federationName: string;
  role: Role;
  title: string;
  unitName: string | null;
  endedAt: string;
};

/** As what the account of this session worked until it was ended, the latest first. */
export async function endedMembershipsOf(db: Database, tokenHash: Uint8Array): Promise<EndedMembershipRow[]> {
  return [
    ...(await db.execute<EndedMembershipRow>(
      sql`select federation_name as "federationName", role, title, unit_name as "unitName", ended_at as "endedAt"
          from app.ended_memberships(${tokenHash})`,
    )),
  ];
}

/**
 * Opens a session, with its trace.
 *
 * @param key the server's, by which PostgreSQL knows that it has checked the person.
 */
export async function createSession(
  db: Database,
  key: Buffer,
  session: {
    tokenHash: Uint8Array;
    accountId: string;
    federationId: string | null;
    membershipId: string | null;
    device: string;
    lifetime: string;
    /** Hash of the device's own token, by which it is known next time. */
    deviceHash?: Uint8Array;
    requestId: string;
  },
): Promise<void> {
  const { accountId, device, lifetime, deviceHash, requestId } = session;
  const at = Date.now();
  const proof = proofOf(key, `session\n${accountId}\n${Buffer.from(session.tokenHash).toString('hex')}\n${at}`);
  await db.execute(
    sql`select app.create_session(${session.tokenHash}, ${accountId}, ${session.federationId}, ${session.membershipId}, ${device},
      ${lifetime}::interval, ${deviceHash ?? null}, ${requestId}, ${at}, ${proof})`,
  );
}

/** Who the holder of this token is and works as now; of all who ask at one moment, with one statement. */
export function sessionByToken(db: Database, tokenHash: Uint8Array): Promise<SessionRow | undefined> {
  return sessionsAsked(db).ask(Buffer.from(tokenHash).toString('hex'));
}

const sessionsAsked = batchers(sessionsByTokens);

async function sessionsByTokens(db: Database, tokens: readonly string[]): Promise<(SessionRow | undefined)[]> {
  // In one order: two processes that mark the same sessions as seen never wait for each other crosswise.
  const each = [...new Set(tokens)].sort();
  const rows = await db.execute<SessionRow & { token: string }>(
    sql`select token, session_id as "sessionId", account_id as "accountId", user_name as "userName", federation_id as "federationId",
        federation_name as "federationName", province_id as "provinceId", membership_id as "membershipId", role, title,
        unit_id as "unitId", unit_name as "unitName",
        coalesce(demo, false) as demo from app.sessions_by_tokens(${each.join(',')})`,
  );
  const found = new Map([...rows].map(({ token, ...session }) => [token, session]));
  return tokens.map((token) => found.get(token));
}

export async function useMembership(db: Database, tokenHash: Uint8Array, membershipId: string): Promise<boolean> {
  return (
    first(await db.execute<{ ok: boolean }>(sql`select app.use_membership(${tokenHash}, ${membershipId}) as ok`))?.ok ??
    false
  );
}

export async function sessionsOf(db: Database, sessionHash: Uint8Array) {
  return [
    ...(await db.execute<{ id: string; device: string; createdAt: string; seenAt: string }>(
      sql`select id, device, created_at::text as "createdAt", seen_at::text as "seenAt" from app.sessions_of(${sessionHash})`,
    )),
  ];
}

/** Ends one of the sessions of the person whose session this is. */
export async function revokeSession(
  db: Database,
  sessionHash: Uint8Array,
  sessionId: string,
  requestId: string,
): Promise<boolean> {
  const rows = await db.execute<{ ok: boolean }>(
    sql`select app.revoke_session(${sessionHash}, ${sessionId}, ${requestId}) as ok`,
  );
  return first(rows)?.ok ?? false;
}

/** Ends all of them but this one. */
export async function revokeOtherSessions(db: Database, sessionHash: Uint8Array, requestId: string): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select app.revoke_other_sessions(${sessionHash}, ${requestId}) as n`,
  );
  return first(rows)?.n ?? 0;
}

/** When the key is locked: until when (ISO instant); otherwise null. */
export async function lockedUntil(db: Database, key: string): Promise<string | null> {
  return (
    first(await db.execute<{ until: string | null }>(sql`select app.locked_until(${key})::text as until`))?.until ??
    null
  );
}

export async function recordFailure(
  db: Database,
  key: string,
  limit: { allowed: number; window: string; lockFor: string },
): Promise<string | null> {
  return (
    first(
      await db.execute<{ until: string | null }>(
        sql`select app.record_failure(${key}, ${limit.allowed}, ${limit.window}::interval, ${limit.lockFor}::interval)::text as until`,
      ),
    )?.until ?? null
  );
}

/**
 * Counts an attempt before its secret is looked at, so that of many at one moment no more than `allowed` are compared.
 *
 * @returns whether this attempt may be made, and until when (ISO instant) the key is locked from now on, if it is.
 */
export async function countAttempt(
  db: Database,
  key: string,
  limit: { allowed: number; window: string; lockFor: string },
): Promise<{ admitted: boolean; until: string | null }> {
  const counted = first(
    await db.execute<{ admitted: boolean; until: string | null }>(
      sql`select admitted, locked_until::text as until
          from app.count_attempt(${key}, ${limit.allowed}, ${limit.window}::interval, ${limit.lockFor}::interval)`,
    ),
  );
  if (!counted) throw new Error('count_attempt gave no answer');
  return { admitted: counted.admitted, until: counted.until && new Date(counted.until).toISOString() };
}

export async function forgetFailures(db: Database, key: string): Promise<void> {
  await db.execute(sql`select app.forget_failures(${key})`);
}

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '@giaouoc/db/queries/accounts';
import { proofOf } from '@giaouoc/db/sign-in-key';
import { newToken, tokenHash } from '../src/security/proofs.ts';
import { people, type People } from './people.ts';

/** What the application's role gets at of accounts: by the token of a session that is open, and by nothing else (A1). */
let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

type Statement = ReturnType<typeof sql>;
/** The rows of a statement of the application's role, outside any scope; or the code PostgreSQL answers with. */
const asks = (statement: Statement): Promise<unknown> =>
  all.services.db.execute(statement).then(
    (rows) => [...rows],
    (error: { cause?: { code?: string } }) => error.cause?.code,
  );
const [noSuchFunction, notAllowed] = ['42883', '42501'];

/** What each function does to the person of a session, as it answers for that token. */
const own = (hash: Uint8Array): Record<string, Statement> => ({
  proofs: sql`select 1 from app.account_proofs(${hash})`,
  names: sql`select 1 from app.account_names(${hash})`,
  sessions: sql`select 1 from app.sessions_of(${hash})`,
  change: sql`select 1 where app.set_proofs(${hash}, null, null)`,
  endOthers: sql`select 1 where app.revoke_other_sessions(${hash}, 'x') > 0`,
  begin: sql`select 1 where app.begin_totp(${hash}, '\\x01')`,
  confirm: sql`select 1 where app.confirm_totp(${hash}, 1)`,
  end: sql`select 1 where app.end_totp(${hash})`,
  add: sql`select 1 where app.add_passkey(${hash}, sha256(gen_random_uuid()::text::bytea), '\\x01', 0, '{}', 'x', false, 10) is not null`,
  keys: sql`select 1 from app.passkeys_of(${hash}) limit 1`,
});
/** One after the other: what is begun is confirmed and ended, what is added is found. */
async function found(hash: Uint8Array): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [what, statement] of Object.entries(own(hash))) counts[what] = ((await asks(statement)) as []).length;
  return counts;
}
const nothing = Object.fromEntries(Object.keys(own(new Uint8Array())).map((what) => [what, 0]));

/** Opens a session as the server does. */
const open = (token: string, accountId: string, { membershipId = null as string | null, lifetime = '1 day' } = {}) =>
  createSession(all.services.db, all.services.signInKey, {
    tokenHash: tokenHash(token),
    accountId,
    federationId: membershipId === null ? null : all.federation.id,
    membershipId,
    device: 'x',
    lifetime,
    requestId: 'x',
  });

describe('whoever can send statements, and has not the server’s key', () => {
  const forged = Buffer.alloc(32, 7);
  const session = (token: string, at: number, proof: Uint8Array) =>
    sql`select app.create_session(${tokenHash(token)}, ${all.chair.accountId}, null, null, 'x', interval '1 day', null, 'x',
      ${at}, ${proof})`;
  const proofOfSession = (token: string, at: number, accountId = all.chair.accountId) =>
    proofOf(all.services.signInKey, `session\n${accountId}\n${tokenHash(token).toString('hex')}\n${at}`);

  it('opens no session, and half of none', async () => {
    const [token, now] = [newToken(), Date.now()];
    for (const proof of [
      forged,
      new Uint8Array(),
      proofOfSession(newToken(), now),
      proofOfSession(token, now, all.officer.accountId),
      proofOfSession(token, now - 1),
    ])
      expect(await asks(session(token, now, proof))).toBe(notAllowed);
    const old = now - 6 * 60_000;
    expect(await asks(session(token, old, proofOfSession(token, old)))).toBe(notAllowed);
    const half = sql`select app.begin_half_sign_in(${tokenHash(token)}, ${all.chair.accountId}, interval '1 day', ${now},
      ${forged})`;
    expect(await asks(half)).toBe(notAllowed);
    expect(await all.asToken(token).session.me()).toBeNull();
    expect(await asks(session(token, now, proofOfSession(token, now)))).toHaveLength(1);
    expect(await all.asToken(token).session.me()).not.toBeNull();
  });

  it('is given no password’s hash, and no key', async () => {
    const { userName } = all.chair;
    const ask = (proof: Uint8Array) => asks(sql`select 1 from app.account_by_name(${userName}, ${proof})`);
    expect(await ask(forged)).toEqual([]);
    expect(await ask(proofOf(all.services.signInKey, 'name\nsomebody else'))).toEqual([]);
    expect(await ask(proofOf(all.services.signInKey, `name\n${userName}`))).toHaveLength(1);
    for (const statement of [
      sql`select 1 from platform.sign_in_key`,
      sql`select 1 from platform.server_key`,
      sql`select app.is_proven('x', ${forged})`,
      sql`select app.trace_session(gen_random_uuid(), 'x', 'x', 'x')`,
    ])
      expect(await asks(statement)).toBe(notAllowed);
  });
});

describe('somebody’s account', () => {
  it('answers to their open session, and not to its end, its expiry, or a disabled account', async () => {
    const guest = await all.join('deputy', 'B');
    const other = newToken();
    await open(other, guest.accountId);
    const hash = tokenHash(guest.token);
    expect(await found(hash)).toEqual({
      ...Object.fromEntries(Object.keys(nothing).map((what) => [what, 1])),
      sessions: 2,
    });
    expect(await found(tokenHash(other))).toEqual(nothing);
    const expire = (to: string) =>
      all.owner`update platform.session set expires_at = now() + ${to}::interval where token_hash = ${hash}`;
    await expire('-1 second');
    expect(await found(hash)).toEqual(nothing);
    await expire('1 day');
    await all.owner`update platform.account set disabled_at = now() where id = ${guest.accountId}`;
    expect(await found(hash)).toEqual(nothing);
    expect(await found(tokenHash(newToken()))).toEqual(nothing);
  });

  it('is not reached by its id', async () => {
    const { accountId } = all.officer;
    for (const statement of [
      sql`select 1 from app.account_proofs(${accountId}::uuid)`,
      sql`select 1 from app.account_names(${accountId}::uuid)`,
      sql`select app.set_proofs(${accountId}::uuid, 'x', 'x')`,
      sql`select 1 from app.sessions_of(${accountId}::uuid)`,
      sql`select app.revoke_other_sessions(${accountId}::uuid, null)`,
      sql`select 1 from app.passkeys_of(${accountId}::uuid)`,
      sql`select app.end_totp(${accountId}::uuid)`,
      sql`select app.set_recovery_codes(${accountId}::uuid, '{}')`,
    ])
      expect(await asks(statement)).toBe(noSuchFunction);
    expect(await asks(sql`select app.account_of_session(${tokenHash(all.chair.token)})`)).toBe(notAllowed);
  });

  it('keeps its sessions from others', async () => {
    const [session] = await all.owner<{ id: string }[]>`select id from platform.session
      where account_id = ${all.officer.accountId}`;
    const end = sql`select 1 where app.revoke_session(${tokenHash(all.chair.token)}, ${session!.id}, 'x')`;
    expect(await asks(end)).toEqual([]);
    expect(await all.officer.call.session.me()).not.toBeNull();
  });
});

describe('a session', () => {
  it('works as memberships of its own account only, and not for years', async () => {
    const token = newToken();
    await open(token, all.chair.accountId, { membershipId: all.officer.membershipId, lifetime: '10 years' });
    expect((await all.asToken(token).session.me())?.membership).toBeNull();
    const [row] = await all.owner<{ days: number }[]>`select extract(day from expires_at - now())::int as days
      from platform.session where token_hash = ${tokenHash(token)}`;
    expect(row!.days).toBeLessThan(32);
    const work = (hash: Uint8Array) => sql`select 1 where app.use_membership(${hash}, ${all.officer.membershipId})`;
    expect(await asks(work(tokenHash(token)))).toEqual([]);
    expect(await asks(work(tokenHash(all.officer.token)))).toHaveLength(1);
  });
});

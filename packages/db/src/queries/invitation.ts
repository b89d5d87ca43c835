import { sql } from 'drizzle-orm';
import type { Role } from '@giaouoc/domain/access/index';
import { invitation } from '../schema/index.ts';
import type { Database, Scope, Scoped } from '../scope.ts';

/** Stores new invitations; of the tokens only their hashes. */
export async function insertInvitations(
  tx: Scoped,
  scope: Scope,
  made: { membershipId: string; tokenHash: Uint8Array; createdAt: string; expiresAt: string }[],
): Promise<void> {
  if (made.length === 0) return;
  await tx
    .insert(invitation)
    .values(made.map((one) => ({ federationId: scope.federationId, createdBy: scope.membershipId, ...one })));
}

export type InvitationFacts = {
  federationId: string;
  federationName: string;
  membershipId: string;
  accountId: string;
  userName: string | null;
  phone: string | null;
  role: Role;
  title: string;
  unitName: string | null;
  activated: boolean;
  elsewhere: boolean;
  used: boolean;
  revoked: boolean;
  expired: boolean;
};

const first = <T>(rows: Iterable<T>): T | undefined => [...rows][0];

/** What a link opens; works without a scope, since whoever holds the link has none yet. */
export async function invitationByToken(db: Database, tokenHash: Uint8Array, at: string) {
  return first(
    await db.execute<InvitationFacts>(
      sql`select federation_id as "federationId", federation_name as "federationName", membership_id as "membershipId",
          account_id as "accountId", user_name as "userName", phone, role, title, unit_name as "unitName", activated, elsewhere,
          used, revoked, expired from app.invitation_by_token(${tokenHash}, ${at})`,
    ),
  );
}

/**
 * Uses an invitation; null when it was not open (any more). Throws a unique violation when the user name or the phone is
 * taken: the invitation then stays open.
 */
export async function useInvitation(
  db: Database,
  use: {
    tokenHash: Uint8Array;
    at: string;
    userName: string;
    phone: string | null;
    passwordHash: string;
    codeHash: string;
    requestId: string;
  },
): Promise<string | null> {
  return (
    first(
      await db.execute<{ id: string | null }>(
        sql`select app.use_invitation(${use.tokenHash}, ${use.at}, ${use.userName}, ${use.phone}, ${use.passwordHash},
            ${use.codeHash}, ${use.requestId}) as id`,
      ),
    )?.id ?? null
  );
}

/** Joins the invitation's membership to the account of a session; null when either was not open (any more). */
export async function joinByInvitation(
  db: Database,
  join: { tokenHash: Uint8Array; at: string; sessionHash: Uint8Array; requestId: string },
): Promise<string | null> {
  return (
    first(
      await db.execute<{ id: string | null }>(
        sql`select app.join_by_invitation(${join.tokenHash}, ${join.at}, ${join.sessionHash}, ${join.requestId}) as id`,
      ),
    )?.id ?? null
  );
}

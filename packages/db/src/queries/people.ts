import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { rolesWith, type Role } from '@giaouoc/domain/access/index';
import { invitation, membership } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

export type NewPerson = {
  role: Role;
  unitId: string | null;
  title: string;
  phone: string | null;
  proposedName: string | null;
};

/** Adds people, each with an account that has no way in until an invitation is used; two statements. */
export async function insertPeople(tx: Scoped, scope: Scope, people: NewPerson[]): Promise<string[]> {
  if (people.length === 0) return [];
  const accounts = [...(await tx.execute<{ id: string }>(sql`select app.new_accounts(${people.length}) as id`))];
  const rows = await tx
    .insert(membership)
    .values(
      people.map((person, index) => {
        const account = accounts[index];
        if (!account) throw new Error('new_accounts gave too few');
        return { federationId: scope.federationId, accountId: account.id, ...person };
      }),
    )
    .returning({ id: membership.id });
  return rows.map((row) => row.id);
}

export type OpenMembership = {
  id: string;
  accountId: string;
  role: Role;
  title: string;
  phone: string | null;
  unitId: string | null;
  revision: number;
};

/** The memberships with these ids that have not ended. */
export async function openMemberships(tx: Scoped, scope: Scope, ids: string[]): Promise<OpenMembership[]> {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: membership.id,
      accountId: membership.accountId,
      role: membership.role,
      title: membership.title,
      phone: membership.phone,
      unitId: membership.unitId,
      revision: membership.revision,
    })
    .from(membership)
    .where(
      and(eq(membership.federationId, scope.federationId), inArray(membership.id, ids), isNull(membership.endedAt)),
    );
}

/**
 * Locks the memberships of those who bring people in, so that two of them ending each other cannot leave none, and gives their ids.
 */
export async function lockPeopleKeepers(tx: Scoped, scope: Scope): Promise<string[]> {
  const rows = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.federationId, scope.federationId),
        inArray(membership.role, rolesWith('federation.people')),
        isNull(membership.endedAt),
      ),
    )
    .for('update');
  return rows.map((row) => row.id);
}

export async function updatePerson(
  tx: Scoped,
  scope: Scope,
  membershipId: string,
  revision: number,
  change: { title: string; phone: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(membership)
    .set({ ...change, revision: sql`${membership.revision} + 1` })
    .where(
      and(
        eq(membership.federationId, scope.federationId),
        eq(membership.id, membershipId),
        eq(membership.revision, revision),
        isNull(membership.endedAt),
      ),
    )
    .returning({ id: membership.id });
  return rows.length > 0;
}

/** Ends memberships: no invitation of theirs opens any more, and sessions working as them end. */
export async function endMemberships(tx: Scoped, scope: Scope, ids: string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(membership)
    .set({ endedAt: at, revision: sql`${membership.revision} + 1` })
    .where(
      and(eq(membership.federationId, scope.federationId), inArray(membership.id, ids), isNull(membership.endedAt)),
    );
  await revokeInvitations(tx, scope, ids, at);
  await endSessionsOf(tx, ids);
}

/** Ends the sessions in which people work as one of these memberships. */
export async function endSessionsOf(tx: Scoped, membershipIds: string[]): Promise<void> {
  await tx.execute(sql`select app.end_sessions_of_memberships(${sql.param(membershipIds)}::uuid[])`);
}

/** Makes every invitation of these memberships that is still open worthless. */
export async function revokeInvitations(tx: Scoped, scope: Scope, membershipIds: string[], at: string): Promise<void> {
  await tx
    .update(invitation)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitation.federationId, scope.federationId),
        inArray(invitation.membershipId, membershipIds),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
}

/** Changes how many people are called and reached, whatever revision they are at: an import has shown what it changes. */
export async function updateContacts(
  tx: Scoped,
  scope: Scope,
  contacts: { id: string; title: string; phone: string | null }[],
): Promise<void> {
  if (contacts.length === 0) return;
  await tx.execute(sql`
    update membership m set title = c.title, phone = c.phone, revision = m.revision + 1
    from jsonb_to_recordset(${JSON.stringify(contacts)}::text::jsonb) as c (id uuid, title text, phone text)
    where m.federation_id = ${scope.federationId} and m.id = c.id and m.ended_at is null`);
}

/** The chairs of all units at work now, the longest serving first; for an import that compares the whole list. */
export async function listChairs(tx: Scoped, scope: Scope) {
  return tx
    .select({
      membershipId: membership.id,
      accountId: membership.accountId,
      unitId: membership.unitId,
      title: membership.title,
      phone: membership.phone,
      proposedName: membership.proposedName,
    })
    .from(membership)
    .where(
      and(eq(membership.federationId, scope.federationId), eq(membership.role, 'chair'), isNull(membership.endedAt)),
    )
    .orderBy(membership.createdAt, membership.id);
}

import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Role } from '@giaouoc/domain/access/index';
import { invitation, membership, unit, yearUnit } from '../../schema/index.ts';
import type { Scope, Scoped } from '../../scope.ts';

export type UnitRow = {
  id: string;
  code: string;
  name: string;
  kind: string;
  foundedOn: string | null;
  archived: boolean;
  archivedAt: string | null;
  revision: number;
  /** Its place in the year asked about; null when it has none yet. */
  place: {
    blockCode: string;
    clusterCode: string | null;
    activeSince: string | null;
    previousTotal: string | null;
    leftOut: boolean;
    leftOutReason: string | null;
    leftOutAt: string | null;
    revision: number;
  } | null;
};

/** All units of the federation (or the one asked for) with their place in one year; one query. */
export async function listUnits(tx: Scoped, scope: Scope, yearId: string, unitId?: string): Promise<UnitRow[]> {
  const rows = await tx
    .select({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      foundedOn: unit.foundedOn,
      archivedAt: unit.archivedAt,
      revision: unit.revision,
      blockCode: yearUnit.blockCode,
      clusterCode: yearUnit.clusterCode,
      activeSince: yearUnit.activeSince,
      previousTotal: yearUnit.previousTotal,
      leftOut: yearUnit.leftOut,
      leftOutReason: yearUnit.leftOutReason,
      leftOutAt: yearUnit.leftOutAt,
      placeRevision: yearUnit.revision,
    })
    .from(unit)
    .leftJoin(
      yearUnit,
      and(eq(yearUnit.federationId, unit.federationId), eq(yearUnit.unitId, unit.id), eq(yearUnit.yearId, yearId)),
    )
    .where(and(eq(unit.federationId, scope.federationId), unitId === undefined ? undefined : eq(unit.id, unitId)))
    .orderBy(asc(unit.code));
  return rows.map(
    ({
      archivedAt,
      blockCode,
      clusterCode,
      activeSince,
      previousTotal,
      leftOut,
      leftOutReason,
      leftOutAt,
      placeRevision,
      ...own
    }) => ({
      ...own,
      archived: archivedAt !== null,
      archivedAt: archivedAt === null ? null : new Date(archivedAt).toISOString(),
      place:
        blockCode === null || placeRevision === null
          ? null
          : {
              blockCode,
              clusterCode,
              activeSince,
              previousTotal,
              leftOut: leftOut ?? false,
              leftOutReason,
              leftOutAt: leftOutAt === null ? null : new Date(leftOutAt).toISOString(),
              revision: placeRevision,
            },
    }),
  );
}

export type PersonRow = {
  membershipId: string;
  accountId: string;
  role: Role;
  title: string;
  phone: string | null;
  proposedName: string | null;
  unitId: string | null;
  revision: number;
};

/** People at work now: of these units, or (null) of the federation itself. */
export async function listPeople(tx: Scoped, scope: Scope, unitIds: string[] | null): Promise<PersonRow[]> {
  if (unitIds?.length === 0) return [];
  return tx
    .select({
      membershipId: membership.id,
      accountId: membership.accountId,
      role: membership.role,
      title: membership.title,
      phone: membership.phone,
      proposedName: membership.proposedName,
      unitId: membership.unitId,
      revision: membership.revision,
    })
    .from(membership)
    .where(
      and(
        eq(membership.federationId, scope.federationId),
        isNull(membership.endedAt),
        unitIds === null ? isNull(membership.unitId) : inArray(membership.unitId, unitIds),
      ),
    )
    .orderBy(asc(membership.createdAt), asc(membership.id));
}

export type AccountRow = { accountId: string; userName: string; activated: boolean };

/** Accounts behind this federation's memberships; the scope must be an officer's. */
export async function listAccounts(tx: Scoped): Promise<AccountRow[]> {
  return [
    ...(await tx.execute<AccountRow>(
      sql`select account_id as "accountId", user_name as "userName", activated from app.accounts_of_federation()`,
    )),
  ];
}

export type InvitationRow = {
  membershipId: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
};

/** The newest invitation of each of these memberships. */
export async function newestInvitations(tx: Scoped, scope: Scope, membershipIds: string[]): Promise<InvitationRow[]> {
  if (membershipIds.length === 0) return [];
  return tx
    .selectDistinctOn([invitation.membershipId], {
      membershipId: invitation.membershipId,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      usedAt: invitation.usedAt,
      revokedAt: invitation.revokedAt,
    })
    .from(invitation)
    .where(and(eq(invitation.federationId, scope.federationId), inArray(invitation.membershipId, membershipIds)))
    .orderBy(invitation.membershipId, desc(invitation.createdAt), desc(invitation.id));
}

/** Names of the federation's units by id. */
export async function unitNames(tx: Scoped, scope: Scope): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(eq(unit.federationId, scope.federationId));
  return new Map(rows.map((row) => [row.id, row.name]));
}

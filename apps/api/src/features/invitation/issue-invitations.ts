import { recordAudit } from '@giaouoc/db/queries/audit';
import { insertInvitations } from '@giaouoc/db/queries/invitation';
import { endSessionsOf, openMemberships, revokeInvitations } from '@giaouoc/db/queries/people';
import { unitNames } from '@giaouoc/db/queries/unit/list';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import { tokenHash } from '../../security/proofs.ts';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import type { Issued, IssueInput } from './invitation.schema.ts';
import { invitationToken, plainToken } from './token.ts';

/** A sheet is handed out at a meeting and used within the month. */
const validDays = 30;

/**
 * One new link for each of these people. Their older links stop working, and whoever is signed in as one of them is
 * signed out: this is also the way for a forgotten password and for a new chair.
 *
 * @throws not-found when one of them is not at work in this federation (any more)
 */
export async function issueInvitations(ctx: Member, input: IssueInput): Promise<Issued> {
  const ids = [...new Set(input.membershipIds)];
  // Whoever follows a link belongs to no federation yet and lives by the real day, also where a demonstration does not.
  const at = ctx.demoDays.has(ctx.scope.federationId) ? new Date() : ctx.now();
  const { expiresAt } = await writeOnce(ctx, 'invitation.issue', input, async (tx) => {
    const people = await openMemberships(tx, ctx.scope, ids);
    if (people.length !== ids.length) throw new Refused('not-found');
    const createdAt = at.toISOString();
    const expiresAt = new Date(at.getTime() + validDays * 86_400_000).toISOString();
    await revokeInvitations(tx, ctx.scope, ids, createdAt);
    await endSessionsOf(tx, ids);
    await insertInvitations(
      tx,
      ctx.scope,
      ids.map((membershipId) => ({
        membershipId,
        tokenHash: tokenHash(plainToken(invitationToken(ctx.tokenSigner, input.clientId, membershipId))),
        createdAt,
        expiresAt,
      })),
    );
    await recordAudit(
      tx,
      ctx.scope,
      people.map((person) => ({
        action: 'invitation.issue',
        subject: person.title,
        unitId: person.unitId,
        after: { membershipId: person.id, role: person.role, expiresAt },
      })),
    );
    return { expiresAt };
  });
  return { expiresAt, cards: await cardsOf(ctx, input.clientId, ids) };
}

async function cardsOf(ctx: Member, clientId: string, ids: string[]): Promise<Issued['cards']> {
  const { people, names } = await ctx.inScope(async (tx) => ({
    people: await openMemberships(tx, ctx.scope, ids),
    names: await unitNames(tx, ctx.scope),
  }));
  return people
    .map((person) => ({
      membershipId: person.id,
      unitName: person.unitId === null ? null : (names.get(person.unitId) ?? null),
      role: person.role,
      title: person.title,
      link: `${ctx.publicUrl}/invite/${invitationToken(ctx.tokenSigner, clientId, person.id)}`,
    }))
    .sort((a, b) => compareVietnamese(a.unitName ?? '', b.unitName ?? '') || compareVietnamese(a.title, b.title));
}

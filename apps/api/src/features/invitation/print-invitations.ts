import { getFederation } from '@giaouoc/db/queries/federation';
import { fileNames } from '@giaouoc/documents/words/file-names';
import { invitationCardsOf } from '@giaouoc/documents/words/invitation-words';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { IssueInput } from './invitation.schema.ts';
import { issueInvitations } from './issue-invitations.ts';

/**
 * Issues invitations and sets them as cards with QR codes, to be printed, cut and handed out.
 *
 * @throws what {@link issueInvitations} throws
 */
export async function printInvitations(ctx: Member, input: IssueInput): Promise<{ name: string; pdf: string }> {
  const { cards, expiresAt } = await issueInvitations(ctx, input);
  const federation = await ctx.inScope((tx) => getFederation(tx, ctx.scope));
  if (!federation) throw new Refused('not-found');
  const now = ctx.now();
  const pdf = await ctx.documents.render('invitation-cards', invitationCardsOf(federation, cards, expiresAt, now));
  return { name: fileNames.invitations(cards.length), pdf: Buffer.from(pdf).toString('base64') };
}

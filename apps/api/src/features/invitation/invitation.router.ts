import { accountProcedure, allowed, publicProcedure, router } from '../../trpc/procedures.ts';
import { acceptInvitation } from './accept-invitation.ts';
import {
  acceptedOutput,
  acceptInput,
  issuedOutput,
  issueInput,
  lookOutput,
  sheetOutput,
  tokenInput,
} from './invitation.schema.ts';
import { issueInvitations } from './issue-invitations.ts';
import { joinInvitation } from './join-invitation.ts';
import { printInvitations } from './print-invitations.ts';
import { openInvitation } from './open-invitation.ts';

export const invitationRouter = router({
  issue: allowed('invitation.issue')
    .input(issueInput)
    .output(issuedOutput)
    .mutation(({ ctx, input }) => issueInvitations(ctx, input)),
  /** The same, as a PDF of cards with QR codes; the same click again prints the same links. */
  print: allowed('invitation.issue')
    .input(issueInput)
    .output(sheetOutput)
    .mutation(({ ctx, input }) => printInvitations(ctx, input)),
  /** What stands on the page behind a link, before anything is typed. Looking uses nothing up. */
  look: publicProcedure
    .input(tokenInput)
    .output(lookOutput)
    .query(({ ctx, input }) => openInvitation(ctx, input.token)),
  accept: publicProcedure
    .input(acceptInput)
    .output(acceptedOutput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  join: accountProcedure
    .input(tokenInput)
    .output(acceptedOutput)
    .mutation(({ ctx, input }) => joinInvitation(ctx, input.token)),
});

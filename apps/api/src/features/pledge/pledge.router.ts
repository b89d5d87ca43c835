import { z } from 'zod';
import { allowed, publicProcedure, router } from '../../trpc/procedures.ts';
import { checkPledge } from './check-pledge.ts';
import { countersignPledges } from './countersign-pledges.ts';
import { declinePledge, offerAgain } from './decline-pledge.ts';
import { ownUnit, papersOfUnit, pledgeBoard, pledgeOfUnit } from './get-pledge.ts';
import { offerPledges } from './offer-pledges.ts';
import { confirmPaper, refusePaper, sendPaper } from './paper-signature.ts';
import * as schema from './pledge.schema.ts';
import { setTargets } from './set-targets.ts';
import { signPledge } from './sign-pledge.ts';

export const pledgeRouter = router({
  /** The own unit's pledge on the version to sign; null before it is offered. */
  mine: allowed('pledge.readOwn')
    .input(schema.mineInput)
    .output(schema.pledgeOutput.nullable())
    .query(({ ctx, input }) => pledgeOfUnit(ctx, input.yearId, ownUnit(ctx))),
  /** All papers the own unit has signed in a year, oldest first. */
  myPapers: allowed('pledge.readOwn')
    .input(schema.mineInput)
    .output(schema.papersOutput)
    .query(({ ctx, input }) => papersOfUnit(ctx, input.yearId, ownUnit(ctx))),
  setTargets: allowed('pledge.setTarget')
    .input(schema.setTargetsInput)
    .output(schema.setTargetsOutput)
    .mutation(({ ctx, input }) => setTargets(ctx, input)),
  sign: allowed('pledge.sign')
    .input(schema.signInput)
    .output(schema.signatureOutput)
    .mutation(({ ctx, input }) => signPledge(ctx, input)),
  decline: allowed('pledge.decline')
    .input(schema.declineInput)
    .output(z.void())
    .mutation(({ ctx, input }) => declinePledge(ctx, input)),
  sendPaper: allowed('pledge.sendPaper')
    .input(schema.sendPaperInput)
    .output(z.void())
    .mutation(({ ctx, input }) => sendPaper(ctx, input)),

  /** Who has signed. */
  board: allowed('pledge.read')
    .input(schema.listInput)
    .output(schema.boardOutput)
    .query(({ ctx, input }) => pledgeBoard(ctx, input.yearId)),
  /** One unit's pledge as the officer sees it. */
  of: allowed('pledge.read')
    .input(schema.ofInput)
    .output(schema.pledgeOutput.nullable())
    .query(({ ctx, input }) => pledgeOfUnit(ctx, input.yearId, input.unitId)),
  /** All papers a unit has signed in a year, oldest first. */
  papersOf: allowed('pledge.read')
    .input(schema.ofInput)
    .output(schema.papersOutput)
    .query(({ ctx, input }) => papersOfUnit(ctx, input.yearId, input.unitId)),
  offer: allowed('pledge.offer')
    .input(schema.offerInput)
    .output(z.number().int())
    .mutation(({ ctx, input }) => offerPledges(ctx, input)),
  offerAgain: allowed('pledge.offer')
    .input(schema.offerAgainInput)
    .output(z.void())
    .mutation(({ ctx, input }) => offerAgain(ctx, input)),
  countersign: allowed('pledge.countersign')
    .input(schema.countersignInput)
    .output(z.number().int())
    .mutation(({ ctx, input }) => countersignPledges(ctx, input)),
  confirmPaper: allowed('pledge.confirmPaper')
    .input(schema.confirmPaperInput)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmPaper(ctx, input)),
  refusePaper: allowed('pledge.confirmPaper')
    .input(schema.refusePaperInput)
    .output(z.void())
    .mutation(({ ctx, input }) => refusePaper(ctx, input)),

  /** For whoever holds the paper. */
  check: publicProcedure
    .input(schema.checkInput)
    .output(schema.checkOutput)
    .query(({ ctx, input }) => checkPledge(ctx, input)),
});

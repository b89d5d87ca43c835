import { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import { allowed, publicProcedure, router } from '../../trpc/procedures.ts';
import { runningYear } from '../year/running-year.ts';
import { checkPledge } from './check-pledge.ts';
import { countersignPledges } from './countersign-pledges.ts';
import { declinePledge, offerAgain } from './decline-pledge.ts';
import { loadPledges } from './load-pledges.ts';
import { offerPledges } from './offer-pledges.ts';
import { confirmPaper, refusePaper, sendPaper } from './paper-signature.ts';
import * as schema from './pledge.schema.ts';
import { presentBoard, presentPledge } from './present-pledge.ts';
import { setTargets } from './set-targets.ts';
import { signPledge } from './sign-pledge.ts';

export const pledgeRouter = router({
  /** The own unit's pledge on the latest plan version; null before it is offered. */
  mine: allowed('pledge.readOwn')
    .input(schema.mineInput)
    .output(schema.pledgeOutput.nullable())
    .query(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        if (!ctx.scope.unitId) throw new Refused('not-allowed');
        const year = await runningYear(tx, ctx.scope, input.yearId);
        const { pledges } = await loadPledges(tx, ctx.scope, year, { unitIds: [ctx.scope.unitId] });
        return pledges[0] ? presentPledge(year, pledges[0], ctx.scope.role, ctx.publicUrl) : null;
      }),
    ),
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
    .query(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        const year = await runningYear(tx, ctx.scope, input.yearId);
        return presentBoard(year, await loadPledges(tx, ctx.scope, year), ctx.now().getTime());
      }),
    ),
  /** One unit's pledge as the officer sees it. */
  of: allowed('pledge.read')
    .input(schema.ofInput)
    .output(schema.pledgeOutput.nullable())
    .query(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        const year = await runningYear(tx, ctx.scope, input.yearId);
        const { pledges } = await loadPledges(tx, ctx.scope, year, { unitIds: [input.unitId] });
        return pledges[0] ? presentPledge(year, pledges[0], ctx.scope.role, ctx.publicUrl) : null;
      }),
    ),
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

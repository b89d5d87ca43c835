import { newestHeads } from '@giaouoc/db/queries/audit-seal';
import { allowed, publicProcedure, router } from '../../trpc/procedures.ts';
import { auditInput, auditListOutput, auditOutput, headsOutput } from './audit.schema.ts';
import { trailOfFederation, trailPage } from './trail-page.ts';

export const auditRouter = router({
  list: allowed('audit.read')
    .input(auditInput)
    .output(auditListOutput)
    .query(({ ctx, input }) => trailOfFederation(ctx, input)),
  /** A unit's own trace; row-level security shows no other. */
  own: allowed('audit.readOwn')
    .input(auditInput.omit({ unitId: true }))
    .output(auditOutput)
    .query(({ ctx, input }) => trailPage(ctx, input)),
  /** How far each federation's trail is sealed (R5), for anyone: whoever keeps a head can later hold the trail against it. */
  heads: publicProcedure.output(headsOutput).query(({ ctx }) => newestHeads(ctx.db)),
});

import { getFederation } from '@giaouoc/db/queries/federation';
import { Refused } from '../../trpc/errors.ts';
import { allowed, router } from '../../trpc/procedures.ts';
import { federationOutput, updateInput } from './federation.schema.ts';
import { updateFederation } from './update-federation.ts';

export const federationRouter = router({
  get: allowed('federation.read')
    .output(federationOutput)
    .query(async ({ ctx }) => {
      const found = await ctx.inScope((tx) => getFederation(tx, ctx.scope));
      if (!found) throw new Refused('not-found');
      return found;
    }),
  update: allowed('federation.write')
    .input(updateInput)
    .output(federationOutput)
    .mutation(({ ctx, input }) => updateFederation(ctx, input)),
});

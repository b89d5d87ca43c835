import { allowed, router } from '../../trpc/procedures.ts';
import { federationOutput, updateInput } from './federation.schema.ts';
import { getFederation } from './get-federation.ts';
import { updateFederation } from './update-federation.ts';

export const federationRouter = router({
  get: allowed('federation.read')
    .output(federationOutput)
    .query(({ ctx }) => getFederation(ctx)),
  update: allowed('federation.write')
    .input(updateInput)
    .output(federationOutput)
    .mutation(({ ctx, input }) => updateFederation(ctx, input)),
});

import { z } from 'zod';
import { anyFederation } from '@giaouoc/db/queries/setup';
import { publicProcedure, router } from '../../trpc/procedures.ts';
import { createInput, statusOutput } from './setup.schema.ts';
import { setUpFederation } from './set-up-federation.ts';

/** The first federation of a server and its first officer. */
export const setupRouter = router({
  status: publicProcedure.output(statusOutput).query(async ({ ctx }) => ({ done: await anyFederation(ctx.db) })),
  create: publicProcedure
    .input(createInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setUpFederation(ctx, input)),
});

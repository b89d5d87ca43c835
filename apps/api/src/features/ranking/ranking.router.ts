import { z } from 'zod';
import { allowed, router } from '../../trpc/procedures.ts';
import { getBlockers, getRanking } from './get-ranking.ts';
import { getSoFar } from './get-so-far.ts';
import { makeProvisional } from './make-provisional.ts';
import * as schema from './ranking.schema.ts';
import { soFarInput, soFarOutput } from './so-far.schema.ts';
import { withdrawProvisional } from './withdraw-provisional.ts';

export const rankingRouter = router({
  get: allowed('ranking.read')
    .input(schema.yearInput)
    .output(schema.rankingOutput)
    .query(({ ctx, input }) => getRanking(ctx, input)),
  blockers: allowed('ranking.read')
    .input(schema.yearInput)
    .output(schema.blockersOutput)
    .query(({ ctx, input }) => getBlockers(ctx, input)),
  /** Points so far of every unit: no ranks, no grades. */
  soFar: allowed('ranking.read')
    .input(soFarInput)
    .output(soFarOutput)
    .query(({ ctx, input }) => getSoFar(ctx, input)),
  makeProvisional: allowed('ranking.makeProvisional')
    .input(schema.makeInput)
    .output(z.object({ id: z.uuid(), number: z.string(), digest: z.string() }))
    .mutation(({ ctx, input }) => makeProvisional(ctx, input)),
  withdrawProvisional: allowed('ranking.withdrawProvisional')
    .input(schema.withdrawInput)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawProvisional(ctx, input)),
});

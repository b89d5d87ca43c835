import { z } from 'zod';
import { allowed, router } from '../../trpc/procedures.ts';
import { getHome } from './get-home.ts';
import { getPart, markRemindersSeen } from './get-part.ts';
import { homeOutput, partOutput } from './home.schema.ts';

const ofYear = z.object({ yearId: z.uuid() });

export const homeRouter = router({
  get: allowed('report.readOwn')
    .input(ofYear.partial())
    .output(homeOutput)
    .query(({ ctx, input }) => getHome(ctx, input)),
  part: allowed('report.readOwn')
    .input(ofYear)
    .output(partOutput)
    .query(({ ctx, input }) => getPart(ctx, input.yearId)),
  seen: allowed('report.readOwn')
    .input(ofYear)
    .output(z.void())
    .mutation(({ ctx, input }) => markRemindersSeen(ctx, input.yearId)),
});

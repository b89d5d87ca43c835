import { z } from 'zod';
import { allowed, router } from '../../trpc/procedures.ts';
import { getOverview } from './get-overview.ts';
import * as schema from './overview.schema.ts';
import { reminderTexts, remindUnits } from './remind-units.ts';

export const overviewRouter = router({
  get: allowed('overview.read')
    .input(schema.overviewInput)
    .output(schema.overviewOutput)
    .query(({ ctx, input }) => getOverview(ctx, input)),
  reminderTexts: allowed('reminder.send')
    .input(schema.remindTextInput)
    .output(schema.remindTextOutput)
    .query(({ ctx, input }) => reminderTexts(ctx, input)),
  remind: allowed('reminder.send')
    .input(schema.remindInput)
    .output(z.number().int())
    .mutation(({ ctx, input }) => remindUnits(ctx, input)),
});

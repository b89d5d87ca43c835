import { Refused } from '../../trpc/errors.ts';
import { allowed, router } from '../../trpc/procedures.ts';
import { getSheet } from './get-sheet.ts';
import { getStanding } from './get-standing.ts';
import * as schema from './score.schema.ts';

export const scoreRouter = router({
  /** The own unit's sheet. */
  mine: allowed('score.readOwn')
    .input(schema.scoreInput)
    .output(schema.sheetOutput)
    .query(({ ctx, input }) => {
      if (!ctx.scope.unitId) throw new Refused('not-allowed');
      return getSheet(ctx, input.yearId, ctx.scope.unitId);
    }),
  /** A unit's sheet, for the officer. */
  of: allowed('score.read')
    .input(schema.scoreOfInput)
    .output(schema.sheetOutput)
    .query(({ ctx, input }) => getSheet(ctx, input.yearId, input.unitId)),
  /** The own place among the unnamed points of the block (A2). */
  standing: allowed('score.readOwn')
    .input(schema.scoreInput)
    .output(schema.standingOutput)
    .query(({ ctx, input }) => getStanding(ctx, input.yearId)),
});

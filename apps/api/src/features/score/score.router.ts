import { blockStanding } from '@giaouoc/db/queries/score';
import { compareDecimals } from '@giaouoc/domain/numbers/decimal';
import { addDecimals } from '@giaouoc/domain/numbers/exact';
import { Refused } from '../../trpc/errors.ts';
import { allowed, router } from '../../trpc/procedures.ts';
import { loadUnit } from '../../year/load-unit.ts';
import { runningYear } from '../../year/running-year.ts';
import { getSheet } from './get-sheet.ts';
import * as schema from './score.schema.ts';
import { progressOfUnit } from '../../scoring/store-progress.ts';

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
    .query(({ ctx, input }) =>
      ctx.inScope(async (tx) => {
        if (!ctx.scope.unitId) throw new Refused('not-allowed');
        const year = await runningYear(tx, ctx.scope, input.yearId);
        const [loaded, others] = await Promise.all([
          loadUnit(tx, ctx.scope, year, ctx.scope.unitId),
          blockStanding(tx, year.id),
        ]);
        if (loaded.unit.leftOut || others.length < 4) return null;
        const { best } = progressOfUnit(year, loaded, ctx.now());
        const own = addDecimals([best.base, best.bonus, best.penalty]);
        const better = others.filter((total) => compareDecimals(total, own) > 0).length;
        return { own, others, rank: better + 1, of: others.length + 1, blockName: loaded.unit.blockName };
      }),
    ),
});

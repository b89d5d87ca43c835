import { blockStanding } from '@giaouoc/db/queries/score';
import { compareDecimals } from '@giaouoc/domain/numbers/decimal';
import { addDecimals } from '@giaouoc/domain/numbers/exact';
import type { z } from 'zod';
import { progressOfUnit } from '../../scoring/store-progress.ts';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { loadUnit } from '../../year/load-unit.ts';
import { runningYear } from '../../year/running-year.ts';
import type { standingOutput } from './score.schema.ts';

/** The own place among the unnamed points of the block (A2); null in a block of fewer than five. */
export const getStanding = (ctx: Member, yearId: string | undefined): Promise<z.infer<typeof standingOutput>> =>
  ctx.inScope(async (tx) => {
    if (!ctx.scope.unitId) throw new Refused('not-allowed');
    const year = await runningYear(tx, ctx.scope, yearId);
    const [loaded, others] = await Promise.all([
      loadUnit(tx, ctx.scope, year, ctx.scope.unitId),
      blockStanding(tx, year.id),
    ]);
    if (loaded.unit.leftOut || others.length < 4) return null;
    const { best } = progressOfUnit(year, loaded, ctx.now());
    const own = addDecimals([best.base, best.bonus, best.penalty]);
    const better = others.filter((total) => compareDecimals(total, own) > 0).length;
    return { own, others, rank: better + 1, of: others.length + 1, blockName: loaded.unit.blockName };
  });

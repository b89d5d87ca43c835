import { assessmentsOf } from '@giaouoc/db/queries/assessment';
import { figureStatusesOf } from '@giaouoc/db/queries/figure-status';
import { targetsOf } from '@giaouoc/db/queries/target';
import { yearUnits } from '@giaouoc/db/queries/year';
import { figureInWords, inputOf, figureKey } from '@giaouoc/domain/figure/index';
import { ruleInWords } from '@giaouoc/domain/explain/index';
import { inOrder } from '@giaouoc/domain/period/index';
import { conductOf, isForBlock, linesOf, verifyingStage } from '@giaouoc/domain/plan/index';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../../year/running-year.ts';
import type { entriesInput, entriesOutput } from './assessment.schema.ts';

/**
 * The lines that the federation enters itself, and of the one that is open every unit with what stands there. The same
 * number of queries whatever the number of units (P6).
 */
export function getEntries(ctx: Member, input: z.output<typeof entriesInput>): Promise<z.infer<typeof entriesOutput>> {
  return ctx.inScope(async (tx) => {
    const { scope } = ctx;
    const year = await runningYear(tx, scope, input.yearId);
    const { document } = year.plan;
    const stage = verifyingStage(document.conduct);
    const [units, said, statuses, targets] = await Promise.all([
      yearUnits(tx, scope, year.id),
      assessmentsOf(tx, scope, year.id),
      figureStatusesOf(tx, scope, year.id, stage),
      targetsOf(tx, scope, year.id),
    ]);
    const takenAway = new Set(targets.filter((one) => !one.assigned).map((one) => `${one.unitId}\n${one.lineCode}`));
    // They come newest first; the last one put into the map is in force.
    const inForce = new Map(
      said
        .filter((row) => row.stage === stage)
        .toReversed()
        .map((row) => [figureKey(row.lineCode, row.periodCode, row.unitId), row]),
    );
    const revisions = new Map(
      statuses.map((row) => [figureKey(row.lineCode, row.periodCode, row.unitId), row.revision]),
    );
    const periods = inOrder(document.conduct.periods);
    const entered = linesOf(document.scoring).flatMap(({ line }) => {
      const conduct = conductOf(document.conduct, line.code);
      if (conduct?.enteredBy !== 'federation') return [];
      const own = units.filter(
        (unit) => isForBlock(line, unit.blockCode) && !takenAway.has(`${unit.unitId}\n${line.code}`),
      );
      return periods
        .filter((period) => conduct.due.includes(period.code))
        .map((period) => ({ line, conduct, own, period }));
    });
    const settled = (unitId: string, line: string, period: string) => {
      const row = inForce.get(figureKey(line, period, unitId));
      return row && row.figure !== null ? row : undefined;
    };
    const open =
      entered.find((one) => one.line.code === input.line && one.period.code === input.period) ?? entered[0] ?? null;
    return {
      year: { id: year.id, title: year.title },
      lines: entered.map(({ line, period, own }) => ({
        line: line.code,
        title: line.title,
        period: period.code,
        periodTitle: period.title,
        done: own.filter((unit) => settled(unit.unitId, line.code, period.code)).length,
        of: own.length,
      })),
      open: open && {
        line: open.line,
        period: open.period.code,
        periodTitle: open.period.title,
        rule: ruleInWords(open.line),
        sort: inputOf(open.line, open.conduct.accumulate),
        ask: open.conduct.ask,
        help: open.conduct.help ?? null,
        rows: open.own
          .toSorted((a, b) => compareVietnamese(a.blockName, b.blockName) || compareVietnamese(a.name, b.name))
          .map((unit) => {
            const row = settled(unit.unitId, open.line.code, open.period.code);
            const value = row?.figure ?? null;
            return {
              unitId: unit.unitId,
              unitName: unit.name,
              blockName: unit.blockName,
              value,
              words: value === null ? null : figureInWords(open.line, value),
              revision: revisions.get(figureKey(open.line.code, open.period.code, unit.unitId)) ?? 0,
              enteredAs: row?.byAs ?? null,
              updatedAt: row?.at ?? null,
            };
          }),
      },
    };
  });
}

import { linesOf } from '@giaouoc/domain/plan/index';
import { figureStanding, type FigureStatus } from '@giaouoc/domain/report/index';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../year/running-year.ts';
import type { queueInput, queueOutput } from './assessment.schema.ts';
import { loadReview } from './review-year.ts';

const pageSize = 100;

/**
 * What waits for a judgement: one line across all units, so that the eye learns one rule, or one unit across its lines.
 * The same number of queries whatever the number of rows (P6).
 */
export function getQueue(ctx: Member, input: z.output<typeof queueInput>): Promise<z.infer<typeof queueOutput>> {
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const review = await loadReview(tx, ctx.scope, year);
    const blockOf = new Map(review.units.map((unit) => [unit.unitId, unit.blockCode]));
    const rows =
      input.block === undefined ? review.rows : review.rows.filter((row) => blockOf.get(row.unitId) === input.block);
    const isWaiting = (status: string) => figureStanding(status as FigureStatus) === 'waiting';
    const keyOf = (row: (typeof rows)[number]) => (input.by === 'line' ? row.lineCode : row.unitId);

    const counts = new Map<string, { waiting: number; done: number }>();
    for (const row of rows) {
      const count = counts.get(keyOf(row)) ?? { waiting: 0, done: 0 };
      if (isWaiting(row.status)) count.waiting += 1;
      else if (row.status !== 'returned') count.done += 1;
      counts.set(keyOf(row), count);
    }
    const lines = linesOf(year.plan.document.scoring).map(({ line }) => line);
    const titles: [string, string][] =
      input.by === 'line'
        ? lines.map((line) => [line.code, `${line.code} ${line.title}`])
        : review.units.map((unit) => [unit.unitId, unit.name]);
    const groups = titles.flatMap(([key, title]) => {
      const count = counts.get(key);
      return count ? [{ key, title, ...count }] : [];
    });
    const open =
      groups.find((group) => group.key === input.open) ?? groups.find((group) => group.waiting > 0) ?? groups[0];
    const names = new Map(review.units.map((unit) => [unit.unitId, unit.name]));
    const place = new Map(lines.map(({ code }, index) => [code, index]));
    const periods = new Map(year.plan.document.conduct.periods.map((period, index) => [period.code, index]));
    const shown = rows
      .filter((row) => keyOf(row) === open?.key && (input.show === 'all' || isWaiting(row.status)))
      .sort(
        (a, b) =>
          (input.by === 'line'
            ? compareVietnamese(names.get(a.unitId) ?? '', names.get(b.unitId) ?? '')
            : (place.get(a.lineCode) ?? 0) - (place.get(b.lineCode) ?? 0)) ||
          (periods.get(a.periodCode) ?? 0) - (periods.get(b.periodCode) ?? 0),
      );
    return {
      year: { id: year.id, title: year.title },
      groups,
      blocks: [...new Map(review.units.map((unit) => [unit.blockCode, unit.blockName]))].map(([code, name]) => ({
        code,
        name,
      })),
      open: open?.key ?? null,
      waiting: rows.filter((row) => isWaiting(row.status)).length,
      items: shown.slice((input.page - 1) * pageSize, input.page * pageSize).map(review.itemOf),
      pages: Math.max(1, Math.ceil(shown.length / pageSize)),
    };
  });
}

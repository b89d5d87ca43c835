import { blocksTakingPart, reviewCounts, reviewPage, type ReviewCount } from '@giaouoc/db/queries/review';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../../year/running-year.ts';
import type { queueInput, queueOutput } from './assessment.schema.ts';
import { countsOutOf, filterOf, queueItemOf, reviewedPlan, type ReviewedPlan } from './review-lines.ts';

const pageSize = 100;

/**
 * What waits for a judgement: one line across all units, so that the eye learns one rule, or one unit across its lines.
 * The same number of queries whatever the number of rows, and PostgreSQL cuts the page (P6).
 */
export function getQueue(ctx: Member, input: z.output<typeof queueInput>): Promise<z.infer<typeof queueOutput>> {
  return ctx.inScope(async (tx) => {
    const { scope } = ctx;
    const year = await runningYear(tx, scope, input.yearId);
    const plan = reviewedPlan(year.plan.document);
    const filter = filterOf(plan, input.block);
    const [counts, blocks] = await Promise.all([
      reviewCounts(tx, scope, year.id, input.by, filter),
      blocksTakingPart(tx, scope, year.id),
    ]);
    const groups =
      input.by === 'line' ? byPlan(plan, counts) : counts.map((count) => ({ ...count, title: count.name }));
    const open =
      groups.find((group) => group.key === input.open) ?? groups.find((group) => group.waiting > 0) ?? groups[0];
    const rows = open
      ? await reviewPage(tx, scope, year.id, filter, {
          ...(input.by === 'line'
            ? { line: open.key, wholes: countsOutOf(plan, open.key) }
            : { unitId: open.key, wholes: countsOutOf(plan) }),
          waitingOnly: input.show === 'waiting',
          limit: pageSize,
          offset: (input.page - 1) * pageSize,
        })
      : [];
    const shown = open ? open.waiting + (input.show === 'all' ? open.done + open.returned : 0) : 0;
    return {
      year: { id: year.id, title: year.title },
      groups: groups.map(({ key, title, waiting, done }) => ({ key, title, waiting, done })),
      blocks,
      open: open?.key ?? null,
      waiting: counts.reduce((sum, count) => sum + count.waiting, 0),
      items: rows.map((row) => queueItemOf(plan, row)),
      pages: Math.max(1, Math.ceil(shown / pageSize)),
    };
  });
}

/** Lines stand in the order of the plan. */
function byPlan(plan: ReviewedPlan, counts: readonly ReviewCount[]): (ReviewCount & { title: string })[] {
  const found = new Map(counts.map((count) => [count.key, count]));
  return [...plan.lines].flatMap(([code, { line }]) => {
    const count = found.get(code);
    return count ? [{ ...count, title: `${code} ${line.title}` }] : [];
  });
}

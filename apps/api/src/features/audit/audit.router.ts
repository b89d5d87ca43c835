import type { z } from 'zod';
import { auditPage } from '@giaouoc/db/queries/audit';
import { allowed, router, type Member } from '../../trpc/procedures.ts';
import { auditInput, auditOutput } from './audit.schema.ts';

const pageSize = 50;

/** One page and where the next begins. */
async function page(ctx: Member, { below, unitId, action, search }: z.infer<typeof auditInput>) {
  const events = await ctx.inScope((tx) =>
    auditPage(tx, ctx.scope, {
      limit: pageSize + 1,
      ...(below === undefined ? {} : { below }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(action ? { action } : {}),
      ...(search ? { search: search.normalize('NFC') } : {}),
    }),
  );
  const shown = events.slice(0, pageSize);
  return { events: shown, next: events.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

export const auditRouter = router({
  list: allowed('audit.read')
    .input(auditInput)
    .output(auditOutput)
    .query(({ ctx, input }) => page(ctx, input)),
  /** A unit's own trace; row-level security shows no other. */
  own: allowed('audit.readOwn')
    .input(auditInput.omit({ unitId: true }))
    .output(auditOutput)
    .query(({ ctx, input }) => page(ctx, input)),
});

import type { z } from 'zod';
import { auditPage } from '@giaouoc/db/queries/audit';
import { newestHeads, sealedUpTo } from '@giaouoc/db/queries/audit-seal';
import { unitNames } from '@giaouoc/db/queries/unit/list';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import { allowed, publicProcedure, router, type Member } from '../../trpc/procedures.ts';
import { auditInput, auditListOutput, auditOutput, headsOutput } from './audit.schema.ts';

const pageSize = 50;

/** One page and where the next begins. */
async function page(ctx: Member, { below, unitId, action, search }: z.infer<typeof auditInput>) {
  // Words are looked for in every event of the federation; all else is found by an index.
  const reads = search && unitId === undefined && ctx.scope.unitId === null ? ctx.inReport : ctx.inScope;
  const events = await reads((tx) =>
    auditPage(tx, ctx.scope, {
      limit: pageSize + 1,
      ...(below === undefined ? {} : { below }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(action ? { action } : {}),
      ...(search ? { search } : {}),
    }),
  );
  const shown = events.slice(0, pageSize);
  return { events: shown, next: events.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** More than this nobody looks through; one searches. */
const mostUnits = 500;

async function unitsOf(ctx: Member) {
  const names = await ctx.inScope((tx) => unitNames(tx, ctx.scope));
  if (names.size > mostUnits) return [];
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => compareVietnamese(a.name, b.name));
}

export const auditRouter = router({
  list: allowed('audit.read')
    .input(auditInput)
    .output(auditListOutput)
    .query(async ({ ctx, input }) => ({
      ...(await page(ctx, input)),
      units: await unitsOf(ctx),
      sealed: (await ctx.inScope((tx) => sealedUpTo(tx, ctx.scope))) ?? null,
    })),
  /** A unit's own trace; row-level security shows no other. */
  own: allowed('audit.readOwn')
    .input(auditInput.omit({ unitId: true }))
    .output(auditOutput)
    .query(({ ctx, input }) => page(ctx, input)),
  /** How far each federation's trail is sealed (R5), for anyone: whoever keeps a head can later hold the trail against it. */
  heads: publicProcedure.output(headsOutput).query(({ ctx }) => newestHeads(ctx.db)),
});

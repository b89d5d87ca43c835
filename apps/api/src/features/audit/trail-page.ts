import type { z } from 'zod';
import { auditPage } from '@giaouoc/db/queries/audit';
import { sealedUpTo } from '@giaouoc/db/queries/audit-seal';
import { unitNames } from '@giaouoc/db/queries/unit/list';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import type { Member } from '../../trpc/procedures.ts';
import type { auditInput } from './audit.schema.ts';

const pageSize = 50;

/** One page and where the next begins. */
export async function trailPage(ctx: Member, { below, unitId, action, search }: z.infer<typeof auditInput>) {
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

/** Units by whose trail one may ask, in the order of their names; none where there are too many to choose from. */
async function unitsOfTrail(ctx: Member) {
  const names = await ctx.inScope((tx) => unitNames(tx, ctx.scope));
  if (names.size > mostUnits) return [];
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => compareVietnamese(a.name, b.name));
}

/** A page of the whole federation's trail, with the units to choose from and how far the trail is sealed. */
export async function trailOfFederation(ctx: Member, input: z.infer<typeof auditInput>) {
  return {
    ...(await trailPage(ctx, input)),
    units: await unitsOfTrail(ctx),
    sealed: (await ctx.inScope((tx) => sealedUpTo(tx, ctx.scope))) ?? null,
  };
}

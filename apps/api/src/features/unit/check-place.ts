import type { Scoped } from '@giaouoc/db';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { getYear } from '../year/get-year.ts';

/**
 * Whether a year has this block and cluster.
 *
 * @throws not-found (the year), block-unknown, cluster-unknown
 */
export async function checkPlace(
  ctx: Member,
  tx: Scoped,
  yearId: string,
  place: { blockCode: string; clusterCode: string | null },
): Promise<void> {
  const year = await getYear(tx, ctx.scope, yearId);
  if (!year.blocks.some((block) => block.code === place.blockCode)) throw new Refused('block-unknown');
  if (place.clusterCode !== null && !year.clusters.some((cluster) => cluster.code === place.clusterCode))
    throw new Refused('cluster-unknown');
}

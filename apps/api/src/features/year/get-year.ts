import type { Scope, Scoped } from '@giaouoc/db';
import { currentYear } from '@giaouoc/db/queries/year';
import { listGroupings } from '@giaouoc/db/queries/year-setup';
import { isUnitRole } from '@giaouoc/domain/access/index';
import { Refused } from '../../trpc/errors.ts';

/**
 * A year with its blocks and clusters; the current one when none is named.
 *
 * @throws not-found
 */
export async function getYear(tx: Scoped, scope: Scope, yearId?: string) {
  const found = await currentYear(tx, scope, yearId);
  if (!found) throw new Refused('not-found');
  const [blocks, clusters] = [
    await listGroupings(tx, scope, found.id, 'block'),
    await listGroupings(tx, scope, found.id, 'cluster'),
  ];
  const counted = isUnitRole(scope.role)
    ? (rows: typeof blocks) => rows.map((row) => ({ ...row, units: null }))
    : (rows: typeof blocks) => rows;
  return { ...found, blocks: counted(blocks), clusters: counted(clusters) };
}

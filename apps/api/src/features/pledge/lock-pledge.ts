import type { FederationRow } from '@giaouoc/db/queries/federation';
import type { Scope, Scoped } from '@giaouoc/db';
import { Refused } from '../../trpc/errors.ts';
import { takesPart } from '../../year/acting-unit.ts';
import type { RunningYear } from '../../year/running-year.ts';
import { loadPledges } from './load-pledges.ts';
import type { LoadedPledge } from './loaded-pledge.ts';

/**
 * One unit's pledge on the version to sign, locked for a write.
 *
 * @throws pledge-not-offered, not-found, unit-not-in-year, unit-left-out
 */
export async function lockPledge(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  unitId: string,
): Promise<LoadedPledge & { federation: FederationRow }> {
  const loaded = await loadPledges(tx, scope, year, { unitIds: [unitId], lock: true });
  if (loaded.units.length === 0) await takesPart(tx, scope, year.id, unitId);
  const [pledge] = loaded.pledges;
  if (!pledge) throw new Refused('pledge-not-offered');
  return { ...pledge, federation: loaded.federation };
}

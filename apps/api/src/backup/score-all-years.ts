import { randomUUID } from 'node:crypto';
import { inScope, inScopeOfSnapshot, mintScope, openDatabase, type Scope, type Scoped } from '@giaouoc/db';
import { listFederationYears, type FederationYear } from '@giaouoc/db/backup/index';
import { yearRows } from '@giaouoc/db/queries/unit-year';
import { assembleYear } from '@giaouoc/domain/progress/index';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import { yearInputOf } from '../scoring/year-input.ts';
import { yearAsStored } from '../year/running-year.ts';

/** The digest of one year, scored from scratch from what is in the database. */
export type YearDigest = { federation: string; year: string; yearId: string; units: number; digest: string };

/**
 * Scores every year of every federation from scratch: what a backup carries, and what a restore is compared with (R8).
 *
 * @param at the years of a moment and the snapshot they are read by; else as things are now.
 */
export async function scoreAllYears(
  ownerUrl: string,
  at?: { years: FederationYear[]; snapshot: string },
): Promise<YearDigest[]> {
  const db = openDatabase(ownerUrl, { max: 2 });
  try {
    const digests: YearDigest[] = [];
    for (const { federationId, federation, year, yearId } of at?.years ?? (await listFederationYears(ownerUrl))) {
      const scope = readerOf(federationId);
      const score = async (tx: Scoped) => {
        const running = await yearAsStored(tx, scope, yearId);
        return scoreYear(assembleYear(yearInputOf(running, await yearRows(tx, scope, running.id)), 'verified').year);
      };
      const results = await (at ? inScopeOfSnapshot(db, scope, at.snapshot, score) : inScope(db, scope, score));
      digests.push({ federation, year, yearId, units: results.units.length, digest: results.digest });
    }
    return digests;
  } finally {
    await db.$client.end({ timeout: 5 });
  }
}

/** Sees a federation as who reads all of it, and is nobody. */
function readerOf(federationId: string): Scope {
  const nobody = randomUUID();
  return mintScope({
    federationId,
    role: 'reader',
    unitId: null,
    accountId: nobody,
    membershipId: nobody,
    title: 'Sao lưu',
    requestId: nobody,
  });
}

import { sql } from 'drizzle-orm';
import type { PledgeState, Signature } from '@giaouoc/domain/pledge/index';
import type { Database } from '../scope.ts';

export type CheckedPledge = {
  federationName: string;
  unitName: string;
  planTitle: string;
  yearTitle: string;
  version: number;
  state: PledgeState;
  signatures: (Pick<Signature, 'party' | 'capacity' | 'strength' | 'at'> & { receiptNumber: string })[];
};

/** What the public may learn of a signed pledge by its hash; nothing for a hash that nobody has signed. */
export async function pledgeByHash(db: Database, hash: string): Promise<CheckedPledge | undefined> {
  const [row] = [
    ...(await db.execute<CheckedPledge>(
      sql`select federation_name as "federationName", unit_name as "unitName", plan_title as "planTitle", year_title as "yearTitle",
          version, state, signatures from app.check_pledge(${hash})`,
    )),
  ];
  return row;
}

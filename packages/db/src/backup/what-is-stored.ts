import type postgres from 'postgres';
import { openClient } from '../client.ts';

type Asking = postgres.Sql | postgres.TransactionSql;

/** A year that can be scored: its plan is published. */
export type FederationYear = { federationId: string; federation: string; yearId: string; year: string };

/** Every file of evidence that some row names. */
export const storedEvidence = async (tx: Asking): Promise<{ federationId: string; sha256: string }[]> => [
  ...(await tx<{ federationId: string; sha256: string }[]>`
    select distinct federation_id as "federationId", sha256 from evidence order by 1, 2`),
];

/** Every year of every federation that can be scored. */
export const federationYears = async (tx: Asking): Promise<FederationYear[]> => [
  ...(await tx<FederationYear[]>`
    select y.federation_id as "federationId", f.name as federation, y.id as "yearId", y.title as year
    from year y join federation f on f.id = y.federation_id where y.plan_version is not null order by f.name, y.from_date`),
];

/** The same for whoever is in no transaction of the platform. */
export async function listFederationYears(ownerUrl: string): Promise<FederationYear[]> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await owner.begin(async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      return federationYears(tx);
    })) as FederationYear[];
  } finally {
    await owner.end();
  }
}

import type postgres from 'postgres';
import { openClient } from '../client.ts';

async function asPlatform<T>(ownerUrl: string, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await owner.begin(async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      return work(tx);
    })) as T;
  } finally {
    await owner.end();
  }
}

/** Every file of evidence that some row names. */
export const storedEvidence = (ownerUrl: string): Promise<{ federationId: string; sha256: string }[]> =>
  asPlatform(ownerUrl, async (tx) => [
    ...(await tx<{ federationId: string; sha256: string }[]>`
      select distinct federation_id as "federationId", sha256 from evidence order by 1, 2`),
  ]);

/** Every year of every federation whose plan is published: what can be scored. */
export const listFederationYears = (
  ownerUrl: string,
): Promise<{ federationId: string; federation: string; yearId: string; year: string }[]> =>
  asPlatform(ownerUrl, async (tx) => [
    ...(await tx<{ federationId: string; federation: string; yearId: string; year: string }[]>`
      select y.federation_id as "federationId", f.name as federation, y.id as "yearId", y.title as year
      from year y join federation f on f.id = y.federation_id where y.plan_version is not null order by f.name, y.from_date`),
  ]);

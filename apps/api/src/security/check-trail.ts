import type { KeyObject } from 'node:crypto';
import { checkChain, type IsSigned, type Verdict } from '@giaouoc/domain/audit-chain/index';
import { readTrail } from '@giaouoc/db/trail/read-trail';
import { publicKeyOf, signerAmong } from './signer.ts';

/** What was looked at, and what came out. */
export type CheckedTrail = { verdict: Verdict; events: number; seals: number };

/** Whether one of these keys signed. */
export const signedByOne =
  (keys: readonly KeyObject[]): IsSigned =>
  (hash, signature) =>
    signerAmong(keys, hash, signature) !== undefined;

/**
 * Holds the trail of a database against its seals (R5), as it is at one moment.
 *
 * @param ownerUrl direct connection of the owning role.
 * @param keys those of the database where none are given. They tell nothing about whoever could put a key there.
 * @param federation only the one with this code.
 */
export const checkTrail = (ownerUrl: string, keys?: readonly KeyObject[], federation?: string): Promise<CheckedTrail> =>
  readTrail(
    ownerUrl,
    async (trail) => {
      const check = checkChain(trail.seals, signedByOne(keys ?? trail.keys.flatMap((pem) => publicKeyOf(pem) ?? [])));
      let events = 0;
      for await (const page of trail.events) {
        for (const event of page) check.see(event);
        events += page.length;
      }
      return { verdict: check.end(), events, seals: trail.seals.length };
    },
    federation ?? null,
  );

import type { Database } from '@giaouoc/db';
import { serverKeys } from '@giaouoc/db/queries/server-key';
import type { PublishedKeys } from '@giaouoc/domain/receipt/index';
import { keyIdOf, publicKeyOf } from './signer.ts';

/** All public keys that ever signed, newest first, as they are published (proofs, section 4). */
export async function publishedKeys(db: Database): Promise<PublishedKeys> {
  const keys = await serverKeys(db);
  return {
    keys: keys.flatMap(({ publicKey: pem, from, until }) => {
      const key = publicKeyOf(pem);
      return key ? [{ id: keyIdOf(key), from, until, pem }] : [];
    }),
  };
}

import { openDatabase } from '@giaouoc/db';
import { createDocuments } from '@giaouoc/documents';
import { preparePlatform } from '@giaouoc/db/platform';
import { sealerOf } from './security/sealer.ts';
import { signerOf } from './security/signer.ts';
import { openStore } from './store/open-store.ts';
import type { StoragePlace } from './store/storage-place.ts';
import type { Services } from './trpc/context.ts';

export type ServiceSettings = {
  /** Connection of the application's role. */
  databaseUrl: string;
  /** Direct connection of the owning role, used once at the start. */
  ownerUrl: string;
  /** False behind a transaction pooler. */
  prepare?: boolean;
  poolSize?: number;
  storage: StoragePlace;
  publicUrl: string;
  now?: () => Date;
};

/**
 * Opens what the server needs for as long as it lives. The database must be migrated.
 *
 * @throws StorageUnusable
 * @returns the services, the set-up code to print while there is no federation, and how to close.
 */
export async function openServices(
  settings: ServiceSettings,
): Promise<{ services: Services; setupCode: string | null; close: () => Promise<void> }> {
  const store = await openStore(settings.storage);
  const { privateKey, setupCode, demoDays } = await preparePlatform(settings.ownerUrl);
  const { prepare = true } = settings;
  const db = openDatabase(settings.databaseUrl, { max: settings.poolSize ?? 10, prepare });
  const numbers = openDatabase(settings.databaseUrl, { max: 2, prepare });
  const services: Services = {
    db,
    numbers,
    publicUrl: settings.publicUrl.replace(/\/$/, ''),
    signer: signerOf(privateKey),
    sealer: sealerOf(privateKey),
    store,
    documents: createDocuments(),
    now: settings.now ?? (() => new Date()),
    demoDays,
  };
  const close = async () => {
    await services.documents.close();
    await Promise.all([db, numbers].map(({ $client }) => $client.end({ timeout: 5 })));
  };
  return { services, setupCode, close };
}

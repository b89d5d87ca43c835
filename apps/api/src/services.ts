import { openDatabase } from '@giaouoc/db';
import { createDocuments } from '@giaouoc/documents';
import { preparePlatform } from '@giaouoc/db/platform';
import { signInKeyOf } from '@giaouoc/db/sign-in-key';
import { sealerOf } from './security/sealer.ts';
import { signerOf } from './security/signer.ts';
import { openStore } from './store/open-store.ts';
import type { StoragePlace } from './store/storage-place.ts';
import type { Services } from './trpc/context.ts';
import { inTime } from './trpc/in-time.ts';

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

/** Milliseconds until what has no answer ends, so that nobody waits for ever and nothing is held for ever. */
const limits = {
  /** PostgreSQL gives a statement up, also one that waits for a lock. */
  statement: 30_000,
  /** PostgreSQL ends a transaction in which nothing is asked, with its locks. */
  idleTransaction: 60_000,
  /** Whoever asks is told (trpc/in-time.ts). */
  question: 45_000,
};

/** The connection's address with PostgreSQL's limits; one that names its own keeps them. */
function withLimits(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  for (const [name, value] of [
    ['statement_timeout', limits.statement],
    ['idle_in_transaction_session_timeout', limits.idleTransaction],
  ] as const)
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}

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
  const { privateKey, rootKey, setupCode, demoDays } = await preparePlatform(settings.ownerUrl);
  const { prepare = true } = settings;
  // A transaction pooler refuses settings it does not know: there they belong to the role (docs/outside-database.md).
  const databaseUrl = prepare ? withLimits(settings.databaseUrl) : settings.databaseUrl;
  const open = (max: number) => inTime(openDatabase(databaseUrl, { max, prepare }), limits.question);
  const db = open(settings.poolSize ?? 10);
  const numbers = open(2);
  const services: Services = {
    db,
    numbers,
    publicUrl: settings.publicUrl.replace(/\/$/, ''),
    signer: signerOf(privateKey),
    tokenSigner: signerOf(rootKey),
    sealer: sealerOf(rootKey),
    signInKey: signInKeyOf(rootKey),
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

import { sql } from 'drizzle-orm';
import type { Database } from '../scope.ts';

/** A public key of the server and when it signed; `untilAt` is null for the one that signs today. */
export type ServerKey = { publicKey: string; fromAt: string; untilAt: string | null };

/** All keys that ever signed, newest first. */
export async function serverKeys(db: Database): Promise<ServerKey[]> {
  const rows = await db.execute<ServerKey>(
    sql`select public_key as "publicKey", from_at as "fromAt", until_at as "untilAt" from app.server_public_keys()`,
  );
  return [...rows];
}

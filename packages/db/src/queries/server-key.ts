import { sql } from 'drizzle-orm';
import { openClient } from '../client.ts';
import type { Database } from '../scope.ts';

/** A public key of the server and the days on which it signed, in Việt Nam; `until` is null for the one that signs today. */
export type ServerKey = { publicKey: string; from: string; until: string | null };

const columns = `public_key as "publicKey", to_char(from_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as from,
  to_char(until_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as until`;

/** All keys that ever signed, newest first. */
export async function serverKeys(db: Database): Promise<ServerKey[]> {
  return [...(await db.execute<ServerKey>(sql`select ${sql.raw(columns)} from app.server_public_keys()`))];
}

/** The same for the person who runs the server. @param ownerUrl direct connection of the owning role. */
export async function readServerKeys(ownerUrl: string): Promise<ServerKey[]> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return [...(await owner<ServerKey[]>`select ${owner.unsafe(columns)} from app.server_public_keys()`)];
  } finally {
    await owner.end();
  }
}

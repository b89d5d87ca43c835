import postgres from 'postgres';
import { ensureDatabase } from './roles.ts';
import type { Embedded } from './start-embedded.ts';

/** Throws the embedded server's database away and makes an empty one in its place. Only for data that can be made again. */
export async function resetDatabase(server: Pick<Embedded, 'adminUrl' | 'ownerUrl'>): Promise<void> {
  const name = new URL(server.ownerUrl).pathname.slice(1);
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`drop database if exists "${name.replaceAll('"', '""')}" with (force)`);
    await ensureDatabase(admin, name);
  } finally {
    await admin.end();
  }
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tellWebApp } from '../../../api/src/config.ts';
import { hashProof } from '../../../api/src/security/proofs.ts';
import { buildServer, type WebHandler } from '../../../api/src/server.ts';
import { openServices } from '../../../api/src/services.ts';
import type { Services } from '../../../api/src/trpc/context.ts';
import { startEmbedded } from '../../../../packages/db/src/embedded/index.ts';
import { migrate } from '../../../../packages/db/src/migrate.ts';
import {
  buildFederation,
  buildPerson,
  openOwner,
  type BuiltFederation,
  type BuiltPerson,
  type Owner,
} from '../../../../packages/db/src/testing/builders.ts';
import { scratchFolder } from '../../../../packages/db/src/testing/scratch.ts';
import type { Role } from '../../../../packages/domain/src/access/index.ts';

export const password = 'mat-khau-thu-2026';
export const code = '271828';

/** The built product on a database of its own, thrown away at the end. */
export type WebServer = {
  url: string;
  services: Services;
  owner: Owner;
  /** What the time is for the server; set it to move the clock. */
  clock: { now: Date };
  federation: BuiltFederation;
  /** Somebody with an account: signs in with `userName` and `password`, signs with `code`. */
  person: (role: Role, unitCode: string | null) => Promise<BuiltPerson>;
  close: () => Promise<void>;
};

/**
 * Starts the built pages and the API in this process, with one federation of units and nobody in it yet.
 * @throws Error when the pages were not built.
 */
export async function startWeb({
  units = ['A', 'B', 'C'],
  now = '2026-12-20T03:00:00Z',
  port = 0,
}: { units?: string[]; now?: string; port?: number } = {}): Promise<WebServer> {
  const handlerFile = path.join(import.meta.dirname, '../../build/handler.js');
  if (!existsSync(handlerFile)) throw new Error('apps/web is not built: pnpm --dir apps/web build');
  const folder = mkdtempSync(path.join(scratchFolder(), 'giaouoc-web-'));
  const database = await startEmbedded({ dir: path.join(folder, 'pg'), durable: false });
  await migrate(database.ownerUrl);
  const clock = { now: new Date(now) };
  // The port is known only once it listens, and the address is part of what the services know.
  const settings = {
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    storageFolder: path.join(folder, 'evidence'),
    publicUrl: 'http://localhost',
    now: () => clock.now,
  };
  const { services, close } = await openServices(settings);
  tellWebApp();
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: WebHandler };
  const server = await buildServer({ services, web: handler });
  await server.listen({ host: '127.0.0.1', port });
  const url = `http://localhost:${(server.server.address() as AddressInfo).port}`;
  services.publicUrl = url;
  const owner = openOwner(database.ownerUrl);
  const federation = await buildFederation(owner, { units });
  const proofs = { passwordHash: await hashProof(password), codeHash: await hashProof(code) };
  return {
    url,
    services,
    owner,
    clock,
    federation,
    person: (role, unitCode) =>
      buildPerson(owner, federation.id, role, unitCode === null ? null : federation.units[unitCode]!.id, proofs),
    close: async () => {
      server.server.closeAllConnections();
      await server.close();
      await close();
      await owner.end({ timeout: 1 });
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

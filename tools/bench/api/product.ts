// The product in a process of its own: what a bench asks over HTTP.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tellWebApp } from '../../../apps/api/src/config.ts';
import { returnMemory } from '../../../apps/api/src/return-memory.ts';
import { buildServer, type WebHandler } from '../../../apps/api/src/server.ts';
import { openServices } from '../../../apps/api/src/services.ts';
import { tellMemory } from './tell-memory.ts';

const [databaseUrl = '', ownerUrl = '', storageFolder = '', now = ''] = process.argv.slice(2);
const built = path.join(import.meta.dirname, '../../../apps/web/build/handler.js');

// The year of the bench is always open, whenever it is run.
const ahead = Date.parse(now) - Date.now();
const { services } = await openServices({
  databaseUrl,
  ownerUrl,
  storage: { folder: storageFolder },
  publicUrl: 'http://localhost:3000',
  now: () => new Date(Date.now() + ahead),
});
tellWebApp();
// With the pages where they have been built: they are part of the process that people run.
const web = existsSync(built) ? ((await import(pathToFileURL(built).href)) as { handler: WebHandler }).handler : null;
const server = await buildServer({ services, ...(web && { web }), logLevel: 'error' });
await server.listen({ host: '127.0.0.1', port: 0 });
returnMemory();
tellMemory((server.server.address() as AddressInfo).port);

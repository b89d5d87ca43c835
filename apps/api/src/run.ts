import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tellWebApp, type Config } from './config.ts';
import { workJobs } from '@giaouoc/db/jobs/work-jobs';
import { enqueueFirst, schedule, tasksOf } from './jobs/tasks.ts';
import { returnMemory } from './return-memory.ts';
import { buildServer, type WebHandler } from './server.ts';
import { openServices } from './services.ts';
import type { StoragePlace } from './store/storage-place.ts';

/** Where the built web app lies; it is mounted by path and never imported by the code. */
const webBuild = path.join(import.meta.dirname, '../../web/build');

/** Why the product could not be started; the message is written for the person at the console. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Which database and evidence store a run works with. */
export interface Places {
  databaseUrl: string;
  ownerUrl: string;
  /** False behind a transaction pooler. */
  prepare: boolean;
  storage: StoragePlace;
}

export interface Running {
  /** One-time code for /setup while there is no federation, else null. */
  setupCode: string | null;
  /** Answers what is under way, at most a second and a half, and closes everything. */
  close(): Promise<void>;
}

/**
 * Runs the product in this process: pages and API on one port, on a migrated database.
 * @throws StartError when the port is taken or the web app is not built; StorageUnusable
 */
export async function run(config: Config, places: Places): Promise<Running> {
  const { services, setupCode, close } = await openServices({
    databaseUrl: places.databaseUrl,
    ownerUrl: places.ownerUrl,
    prepare: places.prepare,
    storage: places.storage,
    publicUrl: config.publicUrl,
  });
  try {
    const server = await buildServer({
      services,
      web: await webHandler(),
      trustProxy: config.trustedProxies,
      logLevel: config.logLevel,
      metricsToken: config.metricsToken,
    });
    await server.listen({ host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
      await server.close();
      throw explainListening(error, config);
    });
    const stopJobs = workJobs({
      ownerUrl: places.ownerUrl,
      tasks: tasksOf({ ...services, ownerUrl: places.ownerUrl }),
      schedule,
      failed: (error, task) => server.log.error({ err: error, task }, 'job failed'),
    });
    await enqueueFirst(services.db);
    returnMemory();
    let closing: Promise<void> | undefined;
    const stop = async () => {
      // A stream or a slow phone must not hold the console for longer than a person waits.
      const impatience = setTimeout(() => server.server.closeAllConnections(), 1_500);
      await server.close();
      clearTimeout(impatience);
      await stopJobs();
      await close();
    };
    return { setupCode, close: () => (closing ??= stop()) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function webHandler(): Promise<WebHandler> {
  const file = path.join(webBuild, 'handler.js');
  if (!existsSync(file)) {
    throw new StartError(
      'Chưa có giao diện đã dựng (apps/web/build). Hãy chạy "npm start", hoặc: pnpm --dir apps/web build',
    );
  }
  tellWebApp();
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: WebHandler };
  return handler;
}

/** Says why the server cannot listen at the address of the configuration. */
export function explainListening(error: NodeJS.ErrnoException, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port === 65_535 ? 3001 : port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `Tài khoản này không được mở cổng ${port}. Hãy chọn một cổng từ 1024 trở lên: PORT=3000 npm start`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartError(`HOST=${host} không phải là một địa chỉ của máy này. Hãy dùng 127.0.0.1 hoặc 0.0.0.0.`);
  }
  return error;
}

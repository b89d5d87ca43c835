// The server alone, for machines where a service manager starts it: everything comes from the environment, the
// database is one's own, and the web app has been built. `npm start` (tools/start.ts) is the way for everyone else.
import { ConfigError, readConfig } from './config.ts';
import { prepareOutsideDatabase } from './outside-database.ts';
import { run, StartError } from './run.ts';
import { StorageUnusable } from './store/open-store.ts';

try {
  const config = readConfig();
  if (config.database === null || config.storage === null) {
    throw new StartError(
      'Hãy đặt DATABASE_URL, DATABASE_OWNER_URL và STORAGE_URL; hoặc dùng "npm start" với cơ sở dữ liệu đi kèm.',
    );
  }
  await prepareOutsideDatabase(config.database);
  const { url, ownerUrl, prepare } = config.database;
  const running = await run(config, { databaseUrl: url, ownerUrl, prepare, storage: config.storage });
  console.log(`Giao Ước: ${config.publicUrl}`);
  if (running.setupCode !== null) console.log(`Thiết lập lần đầu: ${config.publicUrl}/setup  mã ${running.setupCode}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof StartError || error instanceof StorageUnusable;
  if (!expected) throw error;
  console.error(error.message);
  process.exit(1);
}

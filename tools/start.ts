// What `npm start` runs: everything the product needs on one machine, in one process beside PostgreSQL.
import net from 'node:net';
import path from 'node:path';
import { migrate } from '../packages/db/src/migrate.ts';
import { EmbeddedError, startEmbedded, type Embedded } from '../packages/db/src/embedded/index.ts';
import { folderModes, makeFolder } from '../packages/db/src/embedded/make-folder.ts';
import { ConfigError, readConfig, type Config } from '../apps/api/src/config.ts';
import { explainFault } from '../apps/api/src/explain-fault.ts';
import { prepareOutsideDatabase } from '../apps/api/src/outside-database.ts';
import { explainListening, run, StartError, type Places } from '../apps/api/src/run.ts';
import { StorageUnusable } from '../apps/api/src/store/open-store.ts';
import { buildWeb, webIsFresh } from './build-web.ts';
import { demoSignInsText, ensureDemo } from './demo-data.ts';

const usage = `npm start            chạy Giao Ước với cơ sở dữ liệu đi kèm và các liên đoàn mẫu
npm start -- --empty không có dữ liệu mẫu (mở /setup để tạo liên đoàn đầu tiên)`;

const say = (text: string) => console.log(text);

/** What is running, in the order in which it was started; stopped the other way round. */
const running: { stop: () => Promise<void> }[] = [];
let stopping: Promise<void> | undefined;
/** Gives up what has only been begun. */
const ending = new AbortController();

async function stopAll(): Promise<void> {
  for (const part of running.reverse()) await part.stop();
}

/** Stops everything once, however often it is asked for: npm and the shell pass the same Ctrl+C on. */
function shutDown(exitCode: number): void {
  ending.abort();
  stopping ??= stopAll().then(
    () => process.exit(exitCode),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

/** Refuses a taken port before the long work begins; nothing is ever moved to another port silently. */
async function portMustBeFree(config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const trial = net.createServer();
    trial.once('error', (error) => reject(explainListening(error, config)));
    trial.listen(config.port, config.host, () => trial.close(() => resolve()));
  });
}

/** The account that runs PostgreSQL for root must come through to its own folder; the evidence is not its business. */
function makeDataFolder(dataFolder: string): void {
  const { own, parents } = folderModes(process.getuid?.() === 0);
  makeFolder(dataFolder, own, parents);
  makeFolder(path.join(dataFolder, 'evidence'), 0o700, own);
}

/** Starts the embedded server again on its port when it dies under us; three deaths in a minute are too many. */
function keepAlive(dir: string, first: Embedded): void {
  const deaths: number[] = [];
  const current = { server: first };
  running.push({ stop: () => current.server.stop() });
  const watch = () =>
    void current.server.died.then(async (reason) => {
      if (stopping !== undefined) return;
      console.error(reason);
      deaths.push(Date.now());
      try {
        if (deaths.filter((time) => Date.now() - time < 60_000).length > 3)
          throw new EmbeddedError('PostgreSQL dừng quá nhiều lần.');
        current.server = await startEmbedded({ dir, durable: true, port: first.port });
        console.error('PostgreSQL đã được khởi động lại; những gì đã lưu vẫn còn nguyên.');
        watch();
      } catch (error) {
        console.error(
          `Không khởi động lại được PostgreSQL: ${(error as Error).message}\nGiao Ước dừng. Hãy chạy lại: npm start`,
        );
        shutDown(1);
      }
    });
  watch();
}

async function freshWeb(): Promise<void> {
  if (webIsFresh()) return;
  say('Đang dựng giao diện (chừng nửa phút, chỉ khi mã nguồn đã đổi)…');
  await buildWeb(ending.signal);
}

async function start(): Promise<void> {
  const flags = process.argv.slice(2);
  if (flags.some((flag) => flag !== '--empty')) throw new StartError(usage);
  const config = readConfig();
  const { dataFolder } = config;
  const storage = config.storage ?? { folder: path.join(dataFolder, 'evidence') };

  makeDataFolder(dataFolder);

  let places: Places;
  let hasDemo = false;
  if (config.database === null) {
    const dir = path.join(dataFolder, 'postgres');
    const server = await startEmbedded({ dir, durable: true });
    keepAlive(dir, server);
    await portMustBeFree(config);
    await migrate(server.ownerUrl);
    places = { databaseUrl: server.appSocketUrl, ownerUrl: server.ownerUrl, prepare: true, storage };
    // The build is a process of its own: on two cores both take hardly longer than one.
    const [filled] = await Promise.all([
      flags.includes('--empty') ? false : ensureDemo(server, places, config.publicUrl, dataFolder, say),
      freshWeb(),
    ]);
    hasDemo = filled;
  } else {
    await portMustBeFree(config);
    await prepareOutsideDatabase(config.database);
    const { url, ownerUrl, prepare } = config.database;
    places = { databaseUrl: url, ownerUrl, prepare, storage };
    await freshWeb();
  }

  const server = await run(config, places);
  running.push({ stop: server.close });

  say(`\nGiao Ước đang chạy: ${config.publicUrl}`);
  if (server.setupCode !== null) {
    say(`Chưa có liên đoàn nào. Mở ${config.publicUrl}/setup và nhập mã thiết lập: ${server.setupCode}`);
  }
  if (hasDemo) say(demoSignInsText());
  say(
    `Dữ liệu: ${config.database === null ? dataFolder : 'PostgreSQL theo DATABASE_URL'}; minh chứng: ${'folder' in storage ? storage.folder : storage.bucket.place}`,
  );
  say('Dừng: Ctrl+C');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shutDown(0));
// Whoever started us was killed (tools/bootstrap.mjs): a server nobody can stop by Ctrl+C must not stay behind.
process.on('disconnect', () => shutDown(0));

start().catch((error: unknown) => {
  // Whatever fails because everything is being stopped is no news.
  if (stopping !== undefined) return;
  const expected = [ConfigError, StartError, StorageUnusable, EmbeddedError].some((kind) => error instanceof kind);
  const said = expected ? (error as Error).message : explainFault(error);
  console.error(said ?? error);
  shutDown(1);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFor } from './account.ts';
import { closedToOthers, findBinaries } from './binaries.ts';
import { rootShelf } from './data-folder.ts';
import { adviceFor, EmbeddedError } from './error.ts';
import { holdServer, probeServer, type Hold } from './hold.ts';
import { initialise, plainEnvironment } from './initialise.ts';
import { folderModes, makeFolder } from './make-folder.ts';
import { clearSockets, hasSocket, socketFits } from './socket.ts';
import { clearStalePostmaster, readPostmaster, servesFolder, stopPostmaster } from './postmaster.ts';
import { appRole, ensureDatabase, ensureRoles, ownerRole } from './roles.ts';
import { secretsIn } from './secrets.ts';

export interface EmbeddedOptions {
  /** Folder of this server alone; created if missing. Holds the data, the log and the passwords. */
  dir: string;
  /** false: no flushing to disk, several times faster, everything lost when the machine stops. For tests only. */
  durable: boolean;
  /** The port to listen on, where it must stay the same; any free one otherwise. */
  port?: number;
  /** Server settings beyond ours, such as `{ max_connections: '200' }`. */
  settings?: Record<string, string>;
}

export interface Embedded {
  /** Of the role that owns the database; for migrations, jobs and LISTEN. */
  ownerUrl: string;
  /** Of the role the application asks with. */
  appUrl: string;
  /** The same by the socket of this machine; over the network where there is none. */
  appSocketUrl: string;
  /** Of the server's superuser; for the tests' databases and for backups, never for the product's questions. */
  adminUrl: string;
  port: number;
  /** The server of an earlier run was still alive and goes on serving. */
  reused: boolean;
  /** Settles with a sentence when the server dies without `stop` having been called. */
  died: Promise<string>;
  /** Stops the server and waits for it; safe to call twice. */
  stop(): Promise<void>;
}

const databaseName = 'giaouoc';
/** PostgreSQL reads the data of its own major version only. */
const majorVersion = '18';
/** Replaying the log of a killed server can take long; a start without news for this time has failed. */
const startPatience = 60_000;

/**
 * Starts the embedded PostgreSQL of one folder, or takes over the one that a killed run left alive, and makes sure that
 * database and roles exist. Only one process at a time holds a folder.
 * @throws EmbeddedError with a Vietnamese sentence when it cannot: held by another process, no binaries, bad data.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = path.resolve(options.dir);
  const data = path.join(dir, 'data');
  const account = accountFor(data);
  const { own, parents } = folderModes(account !== null);
  makeFolder(dir, own, parents);
  if (account !== null) {
    // Earlier versions closed the shelf when they made it.
    if (dir.startsWith(rootShelf + path.sep)) chmodSync(rootShelf, parents);
    const closed = closedToOthers(dir);
    if (closed !== null) {
      throw new EmbeddedError(
        `Tài khoản chạy PostgreSQL không đi qua được thư mục ${closed}. ` +
          `Hãy cho mọi tài khoản đi qua (chmod o+x "${closed}"), hoặc đặt dữ liệu ở nơi khác: DATA_FOLDER=${rootShelf}/du-lieu npm start`,
      );
    }
  }
  refuseOtherVersion(data);
  const secrets = secretsIn(dir);
  const binaries = findBinaries(account);
  initialise(binaries, data, account, secrets.admin, options.durable);

  const url = (port: number, role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = (port: number) => url(port, 'postgres', secrets.admin, 'postgres');

  let port = await livingServer(data, adminUrl);
  const reused = port !== null;
  let spawned: number | undefined;
  if (port === null) {
    const log = openLog(dir);
    try {
      for (let attempt = 1; port === null; attempt++) {
        clearStalePostmaster(data);
        clearSockets(data);
        const chosen = options.port ?? (await freePort());
        const child = spawn(path.join(binaries, 'bin/postgres'), serverArguments(data, chosen, options), {
          ...account,
          cwd: dir,
          env: plainEnvironment(dir),
          stdio: ['ignore', log.fd, log.fd],
          // A group of its own: Ctrl+C in the console is for us, who then stop it after the last request.
          detached: true,
        });
        child.unref();
        spawned = child.pid;
        port = await accepting(child, data, adminUrl);
        // A killed server's workers may hold its shared memory for another moment; so may a port be taken under us.
        if (port === null && attempt === 6) {
          throw new EmbeddedError(
            `PostgreSQL không khởi động được. ${adviceFor(tail(log.file), dir)}Những dòng cuối của ${log.file}:\n${tail(log.file)}`,
          );
        }
        if (port === null) await sleep(attempt * 250);
      }
    } finally {
      closeSync(log.fd);
    }
  }

  let hold: Hold;
  try {
    hold = await holdServer(adminUrl(port));
    await ensureRoles(hold.sql, secrets);
    await ensureDatabase(hold.sql, databaseName);
  } catch (error) {
    // Whoever holds the server needs it; one that we started and nobody holds must not stay behind.
    const started = readPostmaster(data);
    if (started !== null && started.pid === spawned && !(error instanceof EmbeddedError))
      await stopPostmaster(started.pid, data);
    throw error;
  }

  const running = readPostmaster(data);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await hold.release();
    if (running !== null) await stopPostmaster(running.pid, data);
  };
  return {
    ownerUrl: url(port, ownerRole, secrets.owner, databaseName),
    appUrl: url(port, appRole, secrets.app, databaseName),
    appSocketUrl:
      url(port, appRole, secrets.app, databaseName) +
      (hasSocket(data, port) ? `?host=${encodeURIComponent(data)}` : ''),
    adminUrl: adminUrl(port),
    port,
    reused,
    died: hold.lost.then(
      () => `PostgreSQL đã dừng đột ngột. Những dòng cuối của ${logFile(dir)}:\n${tail(logFile(dir))}`,
    ),
    stop: () => (stopping ??= stop()),
  };
}

/**
 * The URLs of the server of `dir` while another process of ours runs it (for `giaouoc backup` beside a running
 * product), or null when none runs.
 */
export async function runningEmbedded(dir: string): Promise<{ ownerUrl: string; appUrl: string } | null> {
  const folder = path.resolve(dir);
  const data = path.join(folder, 'data');
  const found = readPostmaster(data);
  if (found === null || !servesFolder(found.pid, data)) return null;
  const secrets = secretsIn(folder);
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${found.port}/${databaseName}`;
  return { ownerUrl: url(ownerRole, secrets.owner), appUrl: url(appRole, secrets.app) };
}

/** Refuses data that a PostgreSQL of another major version wrote: it would not start, and says so in a log only. */
function refuseOtherVersion(data: string): void {
  const file = path.join(data, 'PG_VERSION');
  const written = existsSync(file) ? readFileSync(file, 'utf8').trim() : majorVersion;
  if (written === majorVersion) return;
  throw new EmbeddedError(
    `Dữ liệu trong ${data} do PostgreSQL ${written} ghi, bản Giao Ước này chạy PostgreSQL ${majorVersion}. ` +
      'Hãy chạy bản Giao Ước đã ghi dữ liệu đó, sao lưu bằng "giaouoc backup", rồi khôi phục vào một DATA_FOLDER mới.',
  );
}

function serverArguments(data: string, port: number, options: EmbeddedOptions): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFits(data) ? data : '',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%a ',
    ...(options.durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }),
    ...options.settings,
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * The port of a server that already serves this folder and knows our password: left alive by a run that was killed, or
 * started a moment ago by another. Null when there is none, after making sure that none is half dead either.
 */
async function livingServer(data: string, adminUrl: (port: number) => string): Promise<number | null> {
  const until = Date.now() + startPatience;
  for (;;) {
    const found = readPostmaster(data);
    if (found === null || !servesFolder(found.pid, data)) return null;
    const answer = await probeServer(adminUrl(found.port));
    if (answer === 'ready') return found.port;
    if (answer === 'refused-password') {
      throw new EmbeddedError(
        `Tệp passwords.json trong ${path.dirname(data)} không khớp với dữ liệu. Hãy khôi phục tệp đó từ bản sao lưu.`,
      );
    }
    if (Date.now() > until) {
      await stopPostmaster(found.pid, data);
      return null;
    }
    await sleep(50);
  }
}

/** Waits until the server just spawned, or one that was faster, accepts connections; null when it gave up. */
async function accepting(
  child: ChildProcess,
  data: string,
  adminUrl: (port: number) => string,
): Promise<number | null> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const until = Date.now() + startPatience;
  while (!ended && Date.now() < until) {
    const found = readPostmaster(data);
    if (found !== null && found.pid === child.pid && (await probeServer(adminUrl(found.port))) === 'ready')
      return found.port;
    await sleep(20);
  }
  if (!ended && child.pid !== undefined) await stopPostmaster(child.pid, data);
  return livingServer(data, adminUrl);
}

const logFile = (dir: string) => path.join(dir, 'postgres.log');

/** Opens the server's log for appending, after putting a big one aside: a pipe would die with us, and the server with it. */
function openLog(dir: string): { fd: number; file: string } {
  const file = logFile(dir);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.old`);
  return { fd: openSync(file, 'a', 0o600), file };
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
}

/** A port of this machine that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

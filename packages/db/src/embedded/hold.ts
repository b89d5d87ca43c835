import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { EmbeddedError } from './error.ts';

/** Any number will do, as long as every version of the product uses the same. */
const holdKey = 7_205_118;
/** The session of a process that was killed or is stopping goes away within this time, in milliseconds. */
const patience = 2_500;
/** Starting up, shutting down, or not listening: answers that pass by themselves. */
const passing = new Set([
  '57P03',
  '57P01',
  '57P02',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECT_TIMEOUT',
]);
const holderName = /^giaouoc process (\d+)$/;

/** The one connection by which a process holds the embedded server. */
export interface Hold {
  /** A superuser's connection to the maintenance database. */
  sql: Sql;
  /** Settles when the connection breaks although nobody released it: the server has died. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/**
 * Holds the server at `url` for this process by an advisory lock. Unlike a file, such a lock is gone the moment its
 * process is killed, so nothing has to be cleaned up and no stale one can be mistaken for a living one.
 * @throws EmbeddedError naming the process that holds it.
 */
export async function holdServer(url: string): Promise<Hold> {
  let released = false;
  let reportLoss = () => {};
  const lost = new Promise<void>((resolve) => (reportLoss = resolve));
  let held = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: `giaouoc process ${process.pid}` },
    onnotice: () => {},
    onclose: () => {
      if (held && !released) reportLoss();
    },
  });
  try {
    const until = Date.now() + patience;
    for (;;) {
      const holder = await askForLock(sql).catch((error: unknown) => {
        // A server that is coming up, or going down under another process of ours, says so for a moment.
        if (Date.now() > until || !passing.has((error as { code?: string }).code ?? '')) throw error;
        return 'unknown';
      });
      if (holder === null) break;
      if (Date.now() > until) {
        const pid = holderName.exec(holder)?.[1];
        throw new EmbeddedError(
          `Giao Ước của thư mục này đang chạy rồi (tiến trình ${pid ?? holder}). ` +
            `Hãy dùng cửa sổ đang mở; hoặc dừng nó bằng Ctrl+C${pid === undefined ? '' : ` (hay lệnh: kill ${pid})`} rồi chạy lại.`,
        );
      }
      await sleep(100);
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  held = true;
  return {
    sql,
    lost,
    release: async () => {
      released = true;
      await sql.end({ timeout: 1 });
    },
  };
}

/** Null when the lock is ours now, else the name of the session that has it. */
async function askForLock(sql: Sql): Promise<string | null> {
  const [row] = await sql<{ got: boolean }[]>`select pg_try_advisory_lock(${holdKey}) as got`;
  if (row?.got === true) return null;
  const [holder] = await sql<{ name: string }[]>`
    select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = ${holdKey} and l.granted`;
  return holder?.name ?? 'unknown';
}

/** How the server at `url` answers right now. */
export async function probeServer(url: string): Promise<'ready' | 'not-yet' | 'refused-password'> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return 'ready';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'refused-password' : 'not-yet';
  } finally {
    await sql.end({ timeout: 1 });
  }
}

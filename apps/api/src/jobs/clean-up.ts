import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@giaouoc/db';
import { cleanUp } from '@giaouoc/db/queries/clean-up';

/** Rows of each kind in one transaction: short enough that nobody waits for it. */
const atOnce = 5_000;
/** More often than anything becomes due; the first time soon after the start, not in its way. */
const every = { first: 60_000, then: 3_600_000 };

/**
 * Takes away everything that is over now, piece by piece. Each piece is a transaction of its own and what it does not get
 * to is still there for the next one, so it may be killed anywhere (M3).
 */
export async function cleanUpAll(db: Database, most = atOnce): Promise<void> {
  for (;;) {
    const gone = await cleanUp(db, most);
    if (!gone || Object.values(gone).every((rows) => rows < most)) return;
  }
}

/**
 * Cleans up from time to time for as long as the process lives; several processes take turns by themselves. A database
 * that is away is asked again the next time.
 *
 * @param failed is told what went wrong, for the log.
 * @returns how to stop; settles when what is under way has ended.
 */
export function keepCleaningUp(
  db: Database,
  failed: (error: unknown) => void,
  { first, then } = every,
): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    for (let wait = first; ; wait = then) {
      // Does not keep a process alive that has nothing else to do.
      await sleep(wait, undefined, { signal: stop.signal, ref: false });
      await cleanUpAll(db).catch(failed);
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) failed(error);
  });
  return () => {
    stop.abort();
    return running;
  };
}

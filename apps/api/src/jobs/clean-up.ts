import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@giaouoc/db';
import { cleanUp } from '@giaouoc/db/queries/clean-up';
import type { EvidenceStore } from '../store/evidence-store.ts';

/** Rows of each kind in one transaction: short enough that nobody waits for it. */
const atOnce = 5_000;
/** More often than anything becomes due; the first time soon after the start, not in its way. */
const every = { first: 60_000, then: 3_600_000 };
/** Milliseconds after which no upload can still be under way. */
const uploadIsOver = 24 * 3_600_000;

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
 * Cleans up from time to time for as long as the process lives: rows that are over, and what killed uploads left in the
 * evidence store. Several processes take turns by themselves. A database or a store that is away is asked again the next
 * time, and keeps the other from nothing.
 *
 * @param failed is told what went wrong, for the log.
 * @returns how to stop; settles when what is under way has ended.
 */
export function keepCleaningUp(
  { db, store }: { db: Database; store: Pick<EvidenceStore, 'sweep'> },
  failed: (error: unknown) => void,
  { first, then } = every,
): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    for (let wait = first; ; wait = then) {
      // Does not keep a process alive that has nothing else to do.
      await sleep(wait, undefined, { signal: stop.signal, ref: false });
      await cleanUpAll(db).catch(failed);
      // Files carry the machine's time, whatever day a demonstration lives on.
      await store.sweep(new Date(Date.now() - uploadIsOver)).catch(failed);
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) failed(error);
  });
  return () => {
    stop.abort();
    return running;
  };
}

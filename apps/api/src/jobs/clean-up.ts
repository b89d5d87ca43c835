import type { Database } from '@giaouoc/db';
import { cleanUp } from '@giaouoc/db/queries/clean-up';

/** Rows of each kind in one transaction: short enough that nobody waits for it. */
const atOnce = 5_000;

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

import type { Database } from '@giaouoc/db';
import type { Task } from '@giaouoc/db/jobs/work-jobs';
import { enqueue } from '@giaouoc/db/queries/job';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { cleanUpAll } from './clean-up.ts';

/** Milliseconds after which no upload can still be under way. */
const uploadIsOver = 24 * 3_600_000;
/** Milliseconds from the start of a process to its first clean-up: not in the way of the start. */
const soon = 60_000;

type Places = { db: Database; store: Pick<EvidenceStore, 'sweep'> };

/** Everything that is done outside a request, by the name under which the queue knows it. Names stay: jobs outlive versions. */
export const tasksOf = ({ db, store }: Places): Record<string, Task> => ({
  'clean-up': () => cleanUpAll(db),
  // Files carry the machine's time, whatever day a demonstration lives on.
  'sweep-evidence': () => store.sweep(new Date(Date.now() - uploadIsOver)),
});

/** What comes again every hour, whichever process does it. */
export const schedule = { 'clean-up': '7 * * * *', 'sweep-evidence': '37 * * * *' };

/** After a start both are due, however long nothing ran; of several processes that start, one does it. */
export async function enqueueFirst(db: Database): Promise<void> {
  for (const task of Object.keys(schedule)) await enqueue(db, { task, key: task, runAt: new Date(Date.now() + soon) });
}

import type { Database } from '@giaouoc/db';
import type { Task } from '@giaouoc/db/jobs/work-jobs';
import { enqueue } from '@giaouoc/db/queries/job';
import { trailSealer } from '@giaouoc/db/trail/seal-trails';
import type { Signer } from '../security/signer.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import { cleanUpAll } from './clean-up.ts';

/** Milliseconds after which no upload can still be under way. */
const uploadIsOver = 24 * 3_600_000;
/** Milliseconds from the start of a process to its first clean-up: not in the way of the start. */
const soon = 60_000;

type Places = {
  db: Database;
  /** Direct connection of the owning role: seals are written by it alone. */
  ownerUrl: string;
  store: Pick<EvidenceStore, 'sweep'>;
  signer: Pick<Signer, 'sign'>;
};

/** Everything that is done outside a request, by the name under which the queue knows it. Names stay: jobs outlive versions. */
export const tasksOf = ({ db, ownerUrl, store, signer }: Places): Record<string, Task> => ({
  'clean-up': () => cleanUpAll(db),
  // Files carry the machine's time, whatever day a demonstration lives on.
  'sweep-evidence': () => store.sweep(new Date(Date.now() - uploadIsOver)),
  'seal-audit': trailSealer({ ownerUrl, sign: signer.sign }),
});

/** What comes again every hour, the seals every minute, whichever process does it. */
export const schedule = { 'clean-up': '7 * * * *', 'sweep-evidence': '37 * * * *', 'seal-audit': '* * * * *' };

/** After a start all are due, however long nothing ran; of several processes that start, one does it. */
export async function enqueueFirst(db: Database): Promise<void> {
  for (const task of Object.keys(schedule)) await enqueue(db, { task, key: task, runAt: new Date(Date.now() + soon) });
}

import { jobsToShow, type Job } from '@giaouoc/db/queries/job';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import type { jobsOutput } from './job.schema.ts';

const stateOf = ({ running, stuck, attempts }: Job) =>
  running ? 'running' : stuck ? 'stuck' : attempts > 0 ? 'failed' : 'waiting';

/** Work outside requests that waits or failed: the federation's, and the server's own. */
export async function listJobs(ctx: Member): Promise<z.infer<typeof jobsOutput>> {
  const jobs = await ctx.inScope((tx) => jobsToShow(tx));
  return {
    jobs: jobs.map((job) => ({
      id: job.id,
      task: job.task,
      since: new Date(job.since).toISOString(),
      nextAt: new Date(job.nextAt).toISOString(),
      attempts: job.attempts,
      state: stateOf(job),
      lastError: job.lastError,
    })),
  };
}

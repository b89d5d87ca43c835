import { allowed, router } from '../../trpc/procedures.ts';
import { jobsOutput } from './job.schema.ts';
import { listJobs } from './list-jobs.ts';

export const jobRouter = router({
  list: allowed('job.read')
    .output(jobsOutput)
    .query(({ ctx }) => listJobs(ctx)),
});

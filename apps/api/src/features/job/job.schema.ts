import { z } from 'zod';

export const jobsOutput = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      task: z.string(),
      since: z.string(),
      nextAt: z.string(),
      attempts: z.int(),
      state: z.enum(['running', 'stuck', 'failed', 'waiting']),
      /** Code of the last failure, for whoever runs the server. */
      lastError: z.string().nullable(),
    }),
  ),
});

import { z } from 'zod';

/** What decides grade and rank beside the points, in sentences. */
export const planRules = z.object({
  scale: z.array(z.string()),
  grades: z.array(z.object({ code: z.string(), title: z.string(), words: z.string() })),
  gates: z.array(z.object({ code: z.string(), title: z.string(), words: z.string(), basis: z.string().nullable() })),
  quotas: z.array(z.object({ code: z.string(), words: z.string() })),
  ranking: z.string(),
  stages: z.array(z.string()),
});

import { z } from 'zod';
import { clientId } from '../../trpc/write-once.ts';
import { federationFields } from '../setup/setup.schema.ts';

export const revision = z.int().min(1).max(1_000_000_000);

export const federationOutput = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  superior: z.string(),
  symbol: z.string(),
  place: z.string(),
  signsFor: z.string(),
  signsAs: z.string(),
  demo: z.boolean(),
  revision: z.int(),
});
export const updateInput = z.object({ clientId, revision, ...federationFields });
export type UpdateInput = z.infer<typeof updateInput>;

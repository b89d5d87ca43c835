import { allowed, router } from '../../trpc/procedures.ts';
import { evidenceOutput, uploadInput } from './evidence.schema.ts';
import { uploadEvidence } from './upload-evidence.ts';

export const evidenceRouter = router({
  upload: allowed('evidence.upload')
    .input(uploadInput)
    .output(evidenceOutput)
    .mutation(({ ctx, input }) => uploadEvidence(ctx, input)),
});

import { allowed, router } from '../../trpc/procedures.ts';
import { followPlan } from './follow-plan.ts';
import { getPlan } from './get-plan.ts';
import { getVersion } from './get-version.ts';
import {
  followInput,
  planOutput,
  publishedOutput,
  publishInput,
  savedOutput,
  saveInput,
  seenOutput,
  startInput,
  uploadInput,
  uploadOutput,
  versionInput,
  versionOutput,
  planInput,
} from './plan.schema.ts';
import { publishPlan } from './publish-plan.ts';
import { saveDraft } from './save-draft.ts';
import { startPlan } from './start-plan.ts';
import { uploadPlan } from './upload-plan.ts';

export const planRouter = router({
  /** The draft with its faults, what it is compared with, and what was published. */
  get: allowed('plan.read')
    .input(planInput)
    .output(planOutput)
    .query(({ ctx, input }) => ctx.inScope((tx) => getPlan(tx, ctx.scope, input.yearId))),
  /** A published version, whole. */
  version: allowed('plan.read')
    .input(versionInput)
    .output(versionOutput)
    .query(({ ctx, input }) => getVersion(ctx, input)),
  /** The version in force in words, as a unit sees it. */
  follow: allowed('plan.follow')
    .input(followInput)
    .output(seenOutput)
    .query(({ ctx, input }) => ctx.inScope((tx) => followPlan(tx, ctx.scope, input))),
  start: allowed('plan.write')
    .input(startInput)
    .output(savedOutput)
    .mutation(({ ctx, input }) => startPlan(ctx, input)),
  saveDraft: allowed('plan.write')
    .input(saveInput)
    .output(savedOutput)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  upload: allowed('plan.write')
    .input(uploadInput)
    .output(uploadOutput)
    .mutation(({ ctx, input }) => uploadPlan(ctx, input)),
  publish: allowed('plan.publish')
    .input(publishInput)
    .output(publishedOutput)
    .mutation(({ ctx, input }) => publishPlan(ctx, input)),
});

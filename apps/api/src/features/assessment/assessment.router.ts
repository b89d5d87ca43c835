import { allowed, router } from '../../trpc/procedures.ts';
import { acceptFigures } from './accept-figures.ts';
import { adjustFigure } from './adjust-figure.ts';
import * as schema from './assessment.schema.ts';
import { enterFigure } from './enter-figure.ts';
import { getEntries } from './get-entries.ts';
import { getItem } from './get-item.ts';
import { getQueue } from './get-queue.ts';
import { returnFigures } from './return-figures.ts';
import { undoAssessment } from './undo-assessment.ts';

export const assessmentRouter = router({
  queue: allowed('assessment.read')
    .input(schema.queueInput)
    .output(schema.queueOutput)
    .query(({ ctx, input }) => getQueue(ctx, input)),
  item: allowed('assessment.read')
    .input(schema.itemInput)
    .output(schema.itemOutput)
    .query(({ ctx, input }) => getItem(ctx, input)),
  /** What the federation enters itself. */
  entries: allowed('assessment.read')
    .input(schema.entriesInput)
    .output(schema.entriesOutput)
    .query(({ ctx, input }) => getEntries(ctx, input)),
  accept: allowed('assessment.write')
    .input(schema.acceptInput)
    .output(schema.judgedOutput)
    .mutation(({ ctx, input }) => acceptFigures(ctx, input)),
  adjust: allowed('assessment.write')
    .input(schema.adjustInput)
    .output(schema.judgedOutput)
    .mutation(({ ctx, input }) => adjustFigure(ctx, input)),
  return: allowed('assessment.write')
    .input(schema.returnInput)
    .output(schema.judgedOutput)
    .mutation(({ ctx, input }) => returnFigures(ctx, input)),
  undo: allowed('assessment.write')
    .input(schema.undoInput)
    .output(schema.judgedOutput)
    .mutation(({ ctx, input }) => undoAssessment(ctx, input)),
  enter: allowed('assessment.enter')
    .input(schema.enterInput)
    .output(schema.judgedOutput)
    .mutation(({ ctx, input }) => enterFigure(ctx, input)),
});

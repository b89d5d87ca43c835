import { z } from 'zod';
import { allowed, router } from '../../trpc/procedures.ts';
import { attachEvidence, detachEvidence } from './attach-evidence.ts';
import { extendDeadline } from './extend-deadline.ts';
import { getReport, listReports } from './get-report.ts';
import * as schema from './report.schema.ts';
import { saveFigures } from './save-figures.ts';
import { submitReport } from './submit-report.ts';
import { withdrawReport } from './withdraw-report.ts';

/** What a unit's people do with their own report, and what an officer does in their place (`…For`, marked so). */
export const reportRouter = router({
  list: allowed('report.readOwn')
    .input(schema.reportsInput.omit({ unitId: true }))
    .output(z.array(schema.periodOutput))
    .query(({ ctx, input }) => listReports(ctx, input)),
  get: allowed('report.readOwn')
    .input(schema.reportInput.omit({ unitId: true }))
    .output(schema.reportOutput)
    .query(({ ctx, input }) => getReport(ctx, input)),
  save: allowed('report.enter')
    .input(schema.saveInput.omit({ unitId: true }))
    .output(schema.saveOutput)
    .mutation(({ ctx, input }) => saveFigures(ctx, input)),
  submit: allowed('report.submit')
    .input(schema.submitInput.omit({ unitId: true }))
    .output(schema.submitOutput)
    .mutation(({ ctx, input }) => submitReport(ctx, input)),
  withdraw: allowed('report.submit')
    .input(schema.withdrawInput.omit({ unitId: true }))
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawReport(ctx, input)),
  attach: allowed('report.enter')
    .input(schema.attachInput.omit({ unitId: true }))
    .output(z.void())
    .mutation(({ ctx, input }) => attachEvidence(ctx, input)),
  detach: allowed('report.enter')
    .input(schema.detachInput.omit({ unitId: true }))
    .output(z.void())
    .mutation(({ ctx, input }) => detachEvidence(ctx, input)),

  listOf: allowed('report.read')
    .input(schema.reportsInput)
    .output(z.array(schema.periodOutput))
    .query(({ ctx, input }) => listReports(ctx, input)),
  getOf: allowed('report.read')
    .input(schema.reportInput)
    .output(schema.reportOutput)
    .query(({ ctx, input }) => getReport(ctx, input)),
  saveFor: allowed('report.enterFor')
    .input(schema.saveInput)
    .output(schema.saveOutput)
    .mutation(({ ctx, input }) => saveFigures(ctx, input)),
  submitFor: allowed('report.enterFor')
    .input(schema.submitInput)
    .output(schema.submitOutput)
    .mutation(({ ctx, input }) => submitReport(ctx, input)),
  withdrawFor: allowed('report.enterFor')
    .input(schema.withdrawInput)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawReport(ctx, input)),
  attachFor: allowed('report.enterFor')
    .input(schema.attachInput)
    .output(z.void())
    .mutation(({ ctx, input }) => attachEvidence(ctx, input)),
  detachFor: allowed('report.enterFor')
    .input(schema.detachInput)
    .output(z.void())
    .mutation(({ ctx, input }) => detachEvidence(ctx, input)),
  extend: allowed('report.extend')
    .input(schema.extendInput)
    .output(z.void())
    .mutation(({ ctx, input }) => extendDeadline(ctx, input)),
});

import { listYears } from '@giaouoc/db/queries/year';
import { allowed, router } from '../../trpc/procedures.ts';
import { addGrouping, removeGrouping, renameGrouping } from './change-groupings.ts';
import { changeYear, createYear, removeYear } from './create-year.ts';
import { getYear } from './get-year.ts';
import {
  addGroupingInput,
  changeInput,
  codeOutput,
  createdOutput,
  createInput,
  getInput,
  getOutput,
  listOutput,
  removeGroupingInput,
  removeInput,
  renameGroupingInput,
} from './year.schema.ts';

const write = () => allowed('year.write');

export const yearRouter = router({
  list: allowed('year.read')
    .output(listOutput)
    .query(({ ctx }) => ctx.inScope((tx) => listYears(tx, ctx.scope))),
  get: allowed('year.read')
    .input(getInput)
    .output(getOutput)
    .query(({ ctx, input }) => ctx.inScope((tx) => getYear(tx, ctx.scope, input.yearId))),
  create: write()
    .input(createInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => createYear(ctx, input)),
  change: write()
    .input(changeInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => changeYear(ctx, input)),
  remove: write()
    .input(removeInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => removeYear(ctx, input)),
  addBlock: write()
    .input(addGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => addGrouping(ctx, 'block', input)),
  renameBlock: write()
    .input(renameGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => renameGrouping(ctx, 'block', input)),
  removeBlock: write()
    .input(removeGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => removeGrouping(ctx, 'block', input)),
  addCluster: write()
    .input(addGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => addGrouping(ctx, 'cluster', input)),
  renameCluster: write()
    .input(renameGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => renameGrouping(ctx, 'cluster', input)),
  removeCluster: write()
    .input(removeGroupingInput)
    .output(codeOutput)
    .mutation(({ ctx, input }) => removeGrouping(ctx, 'cluster', input)),
});

import { allowed, router } from '../../trpc/procedures.ts';
import { carryOutImport } from './carry-out-import.ts';
import { checkImport } from './check-import.ts';
import { carryOutInput, carryOutOutput, checkInput, checkOutput } from './unit-import.schema.ts';

/** Units and their chairs from Excel: first what it would do, then all of it or nothing. */
export const unitImportRouter = router({
  check: allowed('unit.write')
    .input(checkInput)
    .output(checkOutput)
    .mutation(({ ctx, input }) => checkImport(ctx, input)),
  carryOut: allowed('unit.write')
    .input(carryOutInput)
    .output(carryOutOutput)
    .mutation(({ ctx, input }) => carryOutImport(ctx, input)),
});

import { z } from 'zod';
import { allowed, router } from '../../trpc/procedures.ts';
import { getReceipt, listReceipts } from './get-receipts.ts';
import { receiptInput, receiptOutput, receiptsInput } from './receipt.schema.ts';

/** The receipts of a unit's own reports and signatures (R4). */
export const receiptRouter = router({
  list: allowed('report.readOwn')
    .input(receiptsInput)
    .output(z.array(receiptOutput))
    .query(({ ctx, input }) => listReceipts(ctx, input.yearId)),
  get: allowed('report.readOwn')
    .input(receiptInput)
    .output(receiptOutput)
    .query(({ ctx, input }) => getReceipt(ctx, input.number)),
});

import { z } from 'zod';
import { typed } from '../../trpc/text-input.ts';

export const receiptInput = z.object({ number: typed(40, 1) });
export const receiptsInput = z.object({ yearId: z.uuid().optional() });

/** A receipt (R4) as pages and papers show it: everything in words, and the hash and signature that prove it. */
export const receiptOutput = z.object({
  number: z.string(),
  yearId: z.uuid(),
  /** Code of the period of a report; null for a signature. */
  period: z.string().nullable(),
  kind: z.enum(['report', 'signature']),
  /** What it is for: "Báo cáo Học kỳ I", "Ký giao ước thi đua". */
  title: z.string(),
  at: z.string(),
  /** In what capacity it was given. */
  as: z.string(),
  unit: z.string(),
  federation: z.string(),
  planVersion: z.number().int(),
  late: z.boolean(),
  /** Of what was sent or signed, without `sha256:`. */
  hash: z.string(),
  serverSignature: z.string(),
  withdrawnAt: z.string().nullable(),
  lines: z.array(z.object({ code: z.string(), title: z.string(), words: z.string(), evidence: z.number().int() })),
  leftOut: z.array(z.string()),
});
export type ReceiptOutput = z.infer<typeof receiptOutput>;

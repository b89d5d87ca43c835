import { z } from 'zod';
import { errorCodes } from '@giaouoc/domain/error-codes';
import { unitRowColumns } from '@giaouoc/domain/org/unit-rows';
import { clientId } from '../../trpc/write-once.ts';
import { yearId } from '../year/year.schema.ts';

/** A list of units is some dozen kilobytes; this is room for one with pictures of seals in it. */
const largestFile = 2 * 1024 * 1024;

export const checkInput = z.object({
  yearId,
  /** The Excel file in base64. */
  file: z.base64().max(Math.ceil(largestFile / 3) * 4),
});
export type CheckInput = z.infer<typeof checkInput>;

const cells = z.object(
  Object.fromEntries(unitRowColumns.map((column) => [column, z.string().max(500)])) as Record<
    (typeof unitRowColumns)[number],
    z.ZodString
  >,
);
const row = z.object({ row: z.int().min(1).max(1_048_576), values: cells });

export const carryOutInput = z.object({ clientId, yearId, rows: z.array(row).min(1).max(2001) });
export type CarryOutInput = z.infer<typeof carryOutInput>;

const faultOutput = z.object({
  row: z.int(),
  /** Letter of the column in the file; empty where the column is missing. */
  column: z.string(),
  /** Title of the column. */
  title: z.string(),
  code: z.enum(errorCodes),
  /** What stands in the cell. */
  value: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
});
export type FaultOutput = z.infer<typeof faultOutput>;

/** What an import does to one unit. */
const effects = ['new', 'changed', 'same'] as const;
const previewOutput = z.object({
  row: z.int(),
  effect: z.enum(effects),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Title of the block, and of the cluster. */
  block: z.string(),
  cluster: z.string().nullable(),
  foundedOn: z.string().nullable(),
  lastScore: z.string().nullable(),
  chair: z.string(),
  phone: z.string().nullable(),
  /** Columns that change. */
  changes: z.array(z.enum(unitRowColumns)),
});

const counts = z.object({ new: z.int(), changed: z.int(), same: z.int() });
export const checkOutput = z.object({
  /** The sheet that was read. */
  sheet: z.string(),
  /** To be sent back to apply what was previewed. */
  rows: z.array(row),
  faults: z.array(faultOutput),
  warnings: z.array(faultOutput),
  preview: z.array(previewOutput),
  counts,
  newBlocks: z.array(z.string()),
  newClusters: z.array(z.string()),
});
export const carryOutOutput = z.object({
  counts,
  /** Chairs who were added and can now be invited. */
  toInvite: z.array(z.uuid()),
});

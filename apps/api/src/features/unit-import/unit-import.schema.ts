import { z } from 'zod';
import { passedReasons } from '@giaouoc/documents';
import { errorCodes } from '@giaouoc/domain/error-codes';
import { unitRowColumns } from '@giaouoc/domain/org/unit-rows';
import { reference, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { yearId } from '../year/year.schema.ts';

/** A list of units is some dozen kilobytes; this is room for one with pictures of seals in it. */
export const largestFile = 2 * 1024 * 1024;

/** The name of a sheet, and what may stand in a cell of a list. */
const sheetName = reference(100);
const cellText = typed(500);

export const checkInput = z.object({
  yearId,
  /** The Excel file in base64, at most `largestFile` bytes; a larger one is answered with `workbook-file-too-large`. */
  file: z.base64(),
  /** Sheets to read, by name; without it every sheet with units that is shown. */
  sheets: z.array(sheetName).max(200).optional(),
  /** What the person says about words that name no block of the year: the block meant. */
  blocks: z
    .array(z.object({ words: cellText, code: reference(80, 1) }))
    .max(200)
    .default([]),
});
export type CheckInput = z.infer<typeof checkInput>;

const cells = z.object(
  Object.fromEntries(unitRowColumns.map((column) => [column, cellText])) as Record<
    (typeof unitRowColumns)[number],
    ReturnType<typeof typed>
  >,
);
const rowNumber = z.int().min(1).max(1_048_576);
const row = z.object({ sheet: sheetName, row: rowNumber, values: cells });

export const carryOutInput = z.object({ clientId, yearId, rows: z.array(row).min(1).max(2001) });
export type CarryOutInput = z.infer<typeof carryOutInput>;

const faultOutput = z.object({
  sheet: z.string(),
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
  sheet: z.string(),
  row: z.int(),
  effect: z.enum(effects),
  code: z.string(),
  /** The list has no code for it; this one is proposed. */
  codeProposed: z.boolean(),
  name: z.string(),
  /** What a unit that is renamed is called until now. */
  formerName: z.string().nullable(),
  kind: z.string(),
  /** Title of the block, and of the cluster. */
  block: z.string(),
  cluster: z.string().nullable(),
  foundedOn: z.string().nullable(),
  lastScore: z.string().nullable(),
  chair: z.string(),
  phone: z.string().nullable(),
  /** What the chair signs in with, or will be offered to. */
  login: z.string(),
  /** Columns that change. */
  changes: z.array(z.enum(unitRowColumns)),
});

/** A sheet of the file, and what of it is read and what is not. */
const sheetOutput = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** It has a table of units. */
  table: z.boolean(),
  /** Its units are in the preview. */
  read: z.boolean(),
  units: z.int(),
  /** Rows with anything in them. */
  filled: z.int(),
  /** Rows that are no units, with why and what stands there. */
  passed: z.array(z.object({ row: z.int(), reason: z.enum(passedReasons), text: z.string() })),
  /** Columns with content that are not imported. */
  unread: z.array(
    z.object({
      column: z.string(),
      title: z.string(),
      kind: z.enum(['ordinal', 'person', 'unknown']),
      cells: z.int(),
      sample: z.string(),
    }),
  ),
  /** Rows that are read although the file hides them. */
  hiddenRows: z.array(z.int()),
});

/** Words that name no block of the year, to be placed by the person. `words` is empty for rows that say nothing. */
const unplacedOutput = z.object({
  words: z.string(),
  rows: z.int(),
  first: z.object({ sheet: z.string(), row: z.int() }),
});

const counts = z.object({ new: z.int(), changed: z.int(), same: z.int() });
export const checkOutput = z.object({
  sheets: z.array(sheetOutput),
  /** To be sent back to apply what was previewed. */
  rows: z.array(row),
  faults: z.array(faultOutput),
  /** Their rows are among the faults too. */
  unplaced: z.array(unplacedOutput),
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

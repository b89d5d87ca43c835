import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import { isDay } from '@giaouoc/domain/numbers/day';
import { codeOf, line, reference, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { revision } from '../federation/federation.schema.ts';

export const yearId = z.uuid();

/** A code people write in file names and addresses: `2026-2027`, `tieu-hoc`. */
const code = codeOf(/^[0-9A-Za-z][0-9A-Za-z._-]*$/, 40);
/** A day of the calendar; which ones a year may have is the rule's (checkYearSpan), which says so. */
const day = typed(10).refine(isDay, 'day');
const span = { title: line(120), from: day, to: day };

/** A block or cluster; without a code it gets one from its name. */
const grouping = z.object({ code: code.optional(), name: line(120) });

export const createInput = z.object({
  clientId,
  code,
  ...span,
  blocks: z.array(grouping).max(50),
  clusters: z.array(grouping).max(200),
  /** The year whose blocks, clusters and places of units are taken over. */
  copyFrom: yearId.optional(),
});
export type CreateInput = z.infer<typeof createInput>;

export const changeInput = z.object({ clientId, yearId, revision, ...span });
export type ChangeInput = z.infer<typeof changeInput>;

export const removeInput = z.object({ clientId, yearId, revision });
export type RemoveInput = z.infer<typeof removeInput>;

export const addGroupingInput = grouping.extend({ clientId, yearId });
export type AddGroupingInput = z.infer<typeof addGroupingInput>;
export const renameGroupingInput = z.object({ clientId, yearId, code: reference(80, 1), name: line(120) });
export type RenameGroupingInput = z.infer<typeof renameGroupingInput>;
export const removeGroupingInput = z.object({ clientId, yearId, code: reference(80, 1) });
export type RemoveGroupingInput = z.infer<typeof removeGroupingInput>;

/** Without an id: the year people mean when they do not say which. */
export const getInput = z.object({ yearId: yearId.optional() });

const yearFields = {
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.enum(yearStatuses),
  planVersion: z.int().nullable(),
  revision: z.int(),
};
export const listOutput = z.array(
  z.object({
    ...yearFields,
    /** The year people mean when they do not say which, as every procedure without a year takes it. */
    current: z.boolean(),
  }),
);
const groupingOutput = z.object({
  code: z.string(),
  name: z.string(),
  position: z.int(),
  /** How many units; null for people of a unit, who see only their own. */
  units: z.int().nullable(),
});
export const getOutput = z.object({
  ...yearFields,
  blocks: z.array(groupingOutput),
  clusters: z.array(groupingOutput),
});
export const createdOutput = z.object({ yearId });
export const codeOutput = z.object({ code: z.string() });

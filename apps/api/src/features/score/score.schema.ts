import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import { cellStates } from '@giaouoc/domain/progress/index';
import type { PointsSoFar } from '@giaouoc/domain/progress/index';
import { notAssignedOutput } from '../../year/not-assigned.ts';
import { evidenceOutput } from '../evidence/evidence.schema.ts';

export const scoreInput = z.object({ yearId: z.uuid().optional() });
export const scoreOfInput = z.object({ yearId: z.uuid().optional(), unitId: z.uuid() });

/** One line of a score sheet, down to the why: rule, figure, working, evidence, person (S3). */
export const sheetLine = z.object({
  line: z.string(),
  title: z.string(),
  kind: z.enum(['target', 'task']),
  group: z.string(),
  max: z.string(),
  state: z.enum(cellStates),
  due: z.boolean(),
  /** Entered by the unit in its report, or by the federation or a partner. */
  byUnit: z.boolean(),
  /** By when the next figure is to be given; null when all were. */
  owedBy: z.string().nullable(),
  /** As it shows so far: judged where it was judged, else as sent; null where nothing is to be shown yet. */
  points: z.string().nullable(),
  verified: z.string(),
  rule: z.string(),
  figure: z.string().nullable(),
  /** How the points come about, in a sentence, and as a sum. */
  why: z.string().nullable(),
  formula: z.string().nullable(),
  target: z.string().nullable(),
  evidence: z.array(evidenceOutput),
  submittedAt: z.string().nullable(),
  judged: z.object({ by: z.string(), at: z.string(), decision: z.string(), reason: z.string().nullable() }).nullable(),
  returnedDue: z.string().nullable(),
});
export type SheetLine = z.infer<typeof sheetLine>;

/** What one step more on a line would bring. */
export const helpOutput = z.object({
  line: z.string(),
  title: z.string(),
  gain: z.string(),
  /** The figure now, in words; null when there is none. */
  now: z.string().nullable(),
  /** The least figure that gains it. */
  needed: z.string(),
});

export const sheetOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses), places: z.number().int() }),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), blockName: z.string() }),
  at: z.string(),
  soFar: z.custom<PointsSoFar>((value) => typeof value === 'object' && value !== null),
  groups: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      role: z.string(),
      /** Of the lines that have come due. */
      points: z.string(),
      max: z.string(),
      lines: z.array(z.string()),
    }),
  ),
  lines: z.array(sheetLine),
  /** Lines of its block that are not the unit's to fulfil, and why. */
  notAssigned: z.array(notAssignedOutput),
  help: z.array(helpOutput),
});
export type SheetOutput = z.infer<typeof sheetOutput>;

/** The own place among unnamed points; null in a block of fewer than five, or before anything is there. */
export const standingOutput = z
  .object({
    own: z.string(),
    others: z.array(z.string()),
    rank: z.number().int(),
    of: z.number().int(),
    blockName: z.string(),
  })
  .nullable();

import { z } from 'zod';
import { figureStatuses, type FieldFault, type FigureValue } from '@giaouoc/domain/figure/index';
import { reportStatuses, type ReportReceipt } from '@giaouoc/domain/report/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import { paragraph, reference, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { notAssignedOutput } from '../../year/not-assigned.ts';
import { evidenceOutput } from '../evidence/evidence.schema.ts';

const code = reference(80, 1);
/** Parts of the published plan and figures were checked when they were stored; here only that they are what we say. */
const stored = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

export const reportInput = z.object({ yearId: z.uuid().optional(), unitId: z.uuid().optional(), period: code });
export const reportsInput = z.object({ yearId: z.uuid().optional(), unitId: z.uuid().optional() });

/** One line as a form sends it: every field as it was typed; the API reads it, once. */
export const typedLine = z.object({
  line: code,
  period: code,
  fields: z
    .record(reference(120), z.union([typed(2000), z.array(typed(120)).max(300)]))
    .refine((fields) => Object.keys(fields).length <= 600),
  note: paragraph(1000).optional(),
  /** The revision the writer saw; 0 for a line that had no figure yet. */
  seen: z.number().int().min(0),
});

/** Nobody means two things by one line: which of them counts would be chance. */
const eachOnce = (lines: readonly { line: string; period: string }[]) =>
  new Set(lines.map(({ line, period }) => JSON.stringify([line, period]))).size === lines.length;

const target = { yearId: z.uuid(), unitId: z.uuid().optional() };

export const saveInput = z.object({ clientId, ...target, lines: z.array(typedLine).min(1).max(200).refine(eachOnce) });
export const submitInput = z.object({
  clientId,
  ...target,
  period: code,
  /** Typed since the last save; saved in the same transaction. */
  lines: z.array(typedLine).max(200).refine(eachOnce).default([]),
  leaveOut: z.array(code).max(200).default([]),
  again: z.array(code).max(200).default([]),
});
export const withdrawInput = z.object({ clientId, ...target, period: code });
export const extendInput = z.object({
  clientId,
  yearId: z.uuid(),
  unitId: z.uuid(),
  period: code,
  /** Local minute in Việt Nam. */
  due: typed(16),
  reason: paragraph(1000),
});
export const detachInput = z.object({ clientId, ...target, line: code, period: code, evidenceId: z.uuid() });
export const attachInput = z.object({
  clientId,
  ...target,
  evidenceIds: z.array(z.uuid()).min(1).max(20),
  places: z
    .array(z.object({ line: code, period: code }))
    .min(1)
    .max(50),
});

const recordOutput = z.object({
  status: z.enum(figureStatuses),
  value: stored<FigureValue>().nullable(),
  submitted: stored<FigureValue>().nullable(),
  settled: stored<FigureValue>().nullable(),
  note: z.string().nullable(),
  revision: z.number().int(),
  updatedAt: z.string().nullable(),
  enteredAs: z.string().nullable(),
  enteredFor: z.boolean(),
});
export type RecordOutput = z.infer<typeof recordOutput>;

export const askedLineOutput = z.object({
  line: stored<Line>(),
  /** Title of the top-level group it stands under. */
  group: z.object({ code: z.string(), title: z.string(), role: z.string() }),
  period: z.string(),
  periodTitle: z.string(),
  why: z.enum(['returned', 'due']),
  sort: z.enum(['value', 'partWhole', 'yesNo', 'oneLevel', 'manyLevels', 'items', 'faults', 'points']),
  accumulate: z.enum(['latest', 'sum', 'sumParts', 'max']),
  ask: z.object({
    question: z.string().optional(),
    partLabel: z.string().optional(),
    wholeLabel: z.string().optional(),
    valueLabel: z.string().optional(),
  }),
  help: z.string().nullable(),
  example: z.string().nullable(),
  /** The text that asks for this line. */
  basis: z.string().nullable(),
  evidenceNeeded: z.enum(['no', 'optional', 'required']),
  evidenceHint: z.string().nullable(),
  evidenceAtLeast: z.number().int(),
  target: z.string().nullable(),
  /** For a leader line: the best figure of the block or cluster as of the last scoring, without whose it is. */
  mark: z.object({ part: z.string(), whole: z.string() }).nullable(),
  /** ISO instant. */
  due: z.string(),
  reason: z.string().nullable(),
  returnedBy: z.string().nullable(),
  returnedAt: z.string().nullable(),
  before: z.object({ period: z.string(), words: z.string() }).nullable(),
  rule: z.string(),
  record: recordOutput,
  evidence: z.array(evidenceOutput),
  /** Figures of the line's other periods, which the year's figure is made of together with this one. */
  others: z.array(z.object({ period: z.string(), figure: stored<FigureValue>() })),
});
export type AskedLineOutput = z.infer<typeof askedLineOutput>;

export const missingOutput = z.object({
  line: z.string(),
  period: z.string(),
  what: z.enum(['figure', 'evidence', 'evidence-welcome']),
  blocks: z.boolean(),
});

const submissionOutput = z.object({
  number: z.string(),
  at: z.string(),
  as: z.string(),
  hash: z.string(),
  serverSignature: z.string(),
  receipt: stored<ReportReceipt>(),
  withdrawnAt: z.string().nullable(),
});
export type SubmissionOutput = z.infer<typeof submissionOutput>;

export const reportOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), places: z.number().int() }),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), block: z.string() }),
  plan: z.object({ version: z.number().int(), hash: z.string() }),
  period: z.object({
    code: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    due: z.string(),
    extendedReason: z.string().nullable(),
    open: z.boolean(),
    late: z.boolean(),
    /** As of the list of periods. */
    beforeJoining: z.string().nullable(),
  }),
  /** Codes of all periods in the order in which figures are put together. */
  order: z.array(z.string()),
  status: z.enum(reportStatuses),
  mayWithdraw: z.boolean(),
  lines: z.array(askedLineOutput),
  missing: z.array(missingOutput),
  /** Lines of this period that are not the unit's to fulfil, and why. */
  notAssigned: z.array(notAssignedOutput),
  submissions: z.array(submissionOutput),
});

export const periodOutput = z.object({
  code: z.string(),
  title: z.string(),
  from: z.string(),
  due: z.string(),
  open: z.boolean(),
  late: z.boolean(),
  status: z.enum(reportStatuses),
  asked: z.number().int(),
  done: z.number().int(),
  returned: z.number().int(),
  /** By when the first line that came back is to be answered. */
  returnedDue: z.string().nullable(),
  missing: z.number().int(),
  /** Since which day the unit takes part, where this period was due before it; nothing of it is asked then. */
  beforeJoining: z.string().nullable(),
});

/** What became of each line of a save: kept, at fault, or written by someone else meanwhile (R3). */
export const savedLine = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    line: z.string(),
    period: z.string(),
    /** Whether it says something else than what was there; if not, nothing was written. */
    changed: z.boolean(),
    record: recordOutput,
    warnings: z.array(stored<FieldFault>()),
  }),
  z.object({
    outcome: z.literal('refused'),
    line: z.string(),
    period: z.string(),
    faults: z.array(stored<FieldFault>()),
  }),
  z.object({ outcome: z.literal('stale'), line: z.string(), period: z.string(), current: recordOutput }),
]);
export type SavedLine = z.infer<typeof savedLine>;
export const saveOutput = z.object({ at: z.string(), lines: z.array(savedLine) });
export const submitOutput = submissionOutput;

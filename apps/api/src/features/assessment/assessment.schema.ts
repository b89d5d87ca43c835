import { z } from 'zod';
import { figureStatuses, type FigureValue } from '@giaouoc/domain/figure/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import { paragraph, reference, typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { evidenceOutput } from '../evidence/evidence.schema.ts';

const code = reference(80, 1);
/** A page may leave it to the API which year it shows; a write names it. */
const shownYear = z.uuid().optional();
const yearId = z.uuid();
const stored = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const fields = z
  .record(reference(120), z.union([typed(2000), z.array(typed(120)).max(300)]))
  .refine((given) => Object.keys(given).length <= 600);

/** The figure on the officer's screen, with the revision they saw. */
export const caseInput = z.object({ unitId: z.uuid(), line: code, period: code, seen: z.number().int().min(0) });
export type CaseInput = z.infer<typeof caseInput>;

export const acceptInput = z.object({ clientId, yearId, cases: z.array(caseInput).min(1).max(500) });
export const adjustInput = caseInput.extend({
  clientId,
  yearId,
  /** A figure as typed, or points as typed. */
  correction: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('figure'), fields }),
    z.object({ kind: z.literal('points'), typed: typed(40) }),
  ]),
  reason: paragraph(2000),
});
export const returnInput = z.object({
  clientId,
  yearId,
  cases: z.array(caseInput).min(1).max(200),
  reason: paragraph(2000),
  /** Local minute in Việt Nam. */
  due: typed(16).optional(),
});
export const undoInput = caseInput.extend({ clientId, yearId });
export const enterInput = caseInput.extend({ clientId, yearId, fields, note: paragraph(1000).optional() });

/** What became of each judgement of many. */
export const judgedOutput = z.object({
  /** Units whose score changed. */
  changed: z.number().int(),
  cases: z.array(
    z.object({
      unitId: z.uuid(),
      line: z.string(),
      period: z.string(),
      done: z.boolean(),
      /** Why not, when not. */
      code: z.string().nullable(),
      revision: z.number().int(),
    }),
  ),
});
export type JudgedOutput = z.infer<typeof judgedOutput>;

export const queueInput = z.object({
  yearId: shownYear,
  by: z.enum(['line', 'unit']).default('line'),
  /** The line code or unit id that is open; the first with something waiting when absent. */
  open: reference(80).optional(),
  block: reference(80).optional(),
  show: z.enum(['waiting', 'all']).default('waiting'),
  page: z.number().int().min(1).max(1000).default(1),
});

export const queueItem = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  blockCode: z.string(),
  line: z.string(),
  lineTitle: z.string(),
  period: z.string(),
  periodTitle: z.string(),
  status: z.enum(figureStatuses),
  revision: z.number().int(),
  words: z.string(),
  /** Points by the rule for the year's figure as it would be with this one; null where nobody can say yet. */
  points: z.string().nullable(),
  max: z.string(),
  evidence: z.number().int(),
  /** Things worth a second look: `floor`, `zero`, `whole-differs`, `no-evidence`, `again`. */
  flags: z.array(z.object({ code: z.string(), line: z.string().nullable() })),
  submittedAt: z.string().nullable(),
  enteredFor: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

export const queueOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string() }),
  groups: z.array(z.object({ key: z.string(), title: z.string(), waiting: z.number().int(), done: z.number().int() })),
  blocks: z.array(z.object({ code: z.string(), name: z.string() })),
  open: z.string().nullable(),
  waiting: z.number().int(),
  items: z.array(queueItem),
  pages: z.number().int(),
});

export const itemInput = z.object({ yearId: shownYear, unitId: z.uuid(), line: code, period: code });
export const itemOutput = z.object({
  item: queueItem,
  line: stored<Line>(),
  rule: z.string(),
  formula: z.string().nullable(),
  /** Guidance, the text that asks for the line, what evidence is asked for, and who was to verify it. */
  help: z.string().nullable(),
  basis: z.string().nullable(),
  evidenceRule: z.string(),
  verifiedBy: z.enum(['officer', 'partner']),
  value: stored<FigureValue>().nullable(),
  note: z.string().nullable(),
  target: z.string().nullable(),
  sort: z.string(),
  accumulate: z.string(),
  receipt: z.string().nullable(),
  submittedAs: z.string().nullable(),
  evidence: z.array(evidenceOutput),
  /** The same line in the unit's other periods. */
  others: z.array(z.object({ periodTitle: z.string(), words: z.string(), status: z.enum(figureStatuses) })),
  history: z.array(
    z.object({
      decision: z.string(),
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
      words: z.string().nullable(),
      points: z.string().nullable(),
      dueAt: z.string().nullable(),
      undoneAt: z.string().nullable(),
    }),
  ),
  mayUndo: z.boolean(),
});

export const entriesInput = z.object({ yearId: shownYear, line: code.optional(), period: code.optional() });
/** Lines that the federation enters, by period; of the open one every unit it is for. */
export const entriesOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string() }),
  lines: z.array(
    z.object({
      line: z.string(),
      title: z.string(),
      period: z.string(),
      periodTitle: z.string(),
      done: z.number().int(),
      of: z.number().int(),
    }),
  ),
  open: z
    .object({
      line: stored<Line>(),
      period: z.string(),
      periodTitle: z.string(),
      rule: z.string(),
      sort: z.enum(['value', 'partWhole', 'yesNo', 'oneLevel', 'manyLevels', 'items', 'faults', 'points']),
      ask: z.object({
        question: z.string().optional(),
        partLabel: z.string().optional(),
        wholeLabel: z.string().optional(),
        valueLabel: z.string().optional(),
      }),
      help: z.string().nullable(),
      rows: z.array(
        z.object({
          unitId: z.uuid(),
          unitName: z.string(),
          blockName: z.string(),
          value: stored<FigureValue>().nullable(),
          words: z.string().nullable(),
          revision: z.number().int(),
          enteredAs: z.string().nullable(),
          updatedAt: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});

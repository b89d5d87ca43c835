import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import { paragraph, reference } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';

export const yearInput = z.object({ yearId: z.uuid().optional() });
export const makeInput = z.object({
  clientId,
  yearId: z.uuid(),
  /** The blockers the officer saw and knowingly goes on with, by kind (only those that merely warn). */
  despite: z.array(reference(40)).max(20).default([]),
});

export const withdrawInput = z.object({ clientId, yearId: z.uuid(), reason: paragraph(1000) });

export const blockerOutput = z.object({
  kind: z.string(),
  blocks: z.boolean(),
  count: z.number().int(),
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  lines: z.array(z.string()),
});

export const snapshotFacts = z.object({
  id: z.uuid(),
  /** As printed: "BXH-2026-2027-03". */
  number: z.string(),
  kind: z.string(),
  planVersion: z.number().int(),
  digest: z.string(),
  createdAt: z.string(),
  createdAs: z.string(),
});

export const rankedRow = z.object({
  unit: z.string(),
  name: z.string(),
  /** "1", "2=", or null when not ranked. */
  rank: z.string().nullable(),
  base: z.string(),
  bonus: z.string(),
  penalty: z.string(),
  total: z.string(),
  grade: z.string().nullable(),
  gradeTitle: z.string().nullable(),
  scoredGrade: z.string().nullable(),
  undecided: z.boolean(),
  notGraded: z.string().nullable(),
  /** What separated it from the unit above, in a sentence. */
  why: z.string(),
  gradeWhy: z.string(),
  quotaWhy: z.array(z.string()),
  gates: z.array(z.string()),
});

export const rankedBlock = z.object({
  code: z.string(),
  name: z.string(),
  rows: z.array(rankedRow),
  /** Share of each grade in the block. */
  grades: z.array(z.object({ code: z.string(), title: z.string(), count: z.number().int() })),
  /** Marks on the scale: where each grade begins. */
  thresholds: z.array(z.object({ code: z.string(), title: z.string(), from: z.string() })),
  /** After which row (0-based) each quota cuts. */
  quotas: z.array(
    z.object({
      code: z.string(),
      gradeTitle: z.string(),
      share: z.string(),
      room: z.number().int(),
      pool: z.number().int(),
      after: z.number().int(),
    }),
  ),
});

export const rankingOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses) }),
  within: z.enum(['block', 'cluster', 'federation']),
  snapshot: snapshotFacts.nullable(),
  blocks: z.array(rankedBlock),
  /** Whether anything that counts has changed since the snapshot. */
  stale: z.boolean(),
  /** Why there is none any more, where the last step of the year took a provisional result back. */
  withdrawn: z.object({ reason: z.string(), byAs: z.string(), at: z.string() }).nullable(),
});
export type RankingOutput = z.infer<typeof rankingOutput>;
export type RankedBlock = z.infer<typeof rankedBlock>;

export const blockersOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses) }),
  blockers: z.array(blockerOutput),
  mayMake: z.boolean(),
  snapshots: z.array(snapshotFacts),
});

import type { PointsSoFar } from '@giaouoc/domain/progress/index';
import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';

/** What a unit owes and by when, its points so far, and what it was reminded of. */
export const homeOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses) }).nullable(),
  unit: z.object({ name: z.string(), blockName: z.string() }).nullable(),
  at: z.string(),
  /** False until the plan of the year is published, and for a unit that never had a place in the year. */
  ready: z.boolean(),
  tasks: z.array(
    z.object({
      kind: z.enum(['sign', 'sign-addendum', 'returned', 'report']),
      due: z.string().nullable(),
      daysLeft: z.number().int().nullable(),
      late: z.boolean(),
      period: z.string().nullable(),
      periodTitle: z.string().nullable(),
      line: z.string().nullable(),
      lineTitle: z.string().nullable(),
      reason: z.string().nullable(),
      done: z.number().int().nullable(),
      of: z.number().int().nullable(),
      without: z.array(z.string()),
      /** Of an addendum: the version that is signed already. */
      signedBefore: z.number().int().nullable(),
    }),
  ),
  soFar: z.custom<PointsSoFar>((value) => typeof value === 'object' && value !== null).nullable(),
  grades: z.array(z.object({ title: z.string(), from: z.string().nullable() })),
  reminders: z.array(z.object({ id: z.uuid(), text: z.string(), sentAt: z.string() })),
});

/** Whether the own unit takes part in a year, or took part until it was left out. */
export const partOutput = z.object({
  /** `none`: it never had a place in this year. */
  state: z.enum(['none', 'taking', 'left-out']),
  /** A day: since when it takes part, where it came during the year; or the instant it was left out. */
  since: z.string().nullable(),
  /** Why it was left out. */
  reason: z.string().nullable(),
});

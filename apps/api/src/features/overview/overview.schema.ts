import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import { cellStates, reminderChannels } from '@giaouoc/domain/progress/index';
import { reference } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';

export const overviewInput = z.object({ yearId: z.uuid().optional(), period: reference(80).optional() });

const count = z.number().int();

export const overviewOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string(), status: z.enum(yearStatuses) }),
  at: z.string(),
  /** The period the page speaks of: the one asked for, else the one whose due time is nearest. */
  period: z.object({ code: z.string(), title: z.string(), due: z.string(), late: z.boolean() }),
  periods: z.array(z.object({ code: z.string(), title: z.string() })),
  units: count,
  signed: z.object({
    offered: count,
    done: count,
    awaitingAddendum: count,
    of: count,
    onPaper: count,
    waitingPaper: count,
  }),
  reported: z.object({ done: count, of: count }),
  verified: z.object({ done: count, of: count, waiting: count }),
  late: z.object({ units: count, lines: count, remindedAt: z.string().nullable() }),
  blocks: z.array(z.object({ code: z.string(), name: z.string() })),
  lines: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      group: z.string(),
      groupTitle: z.string(),
      /** Entered by the unit in its report, or by the federation or a partner. */
      byUnit: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      unitId: z.uuid(),
      code: z.string(),
      name: z.string(),
      blockCode: z.string(),
      cells: z.array(z.enum(cellStates)),
      /** For each cell the period in which it is settled; null where there is nothing to settle. */
      periods: z.array(z.string().nullable()),
      done: count,
      due: count,
      overdue: count,
      returned: count,
      /** By when the first returned line is to be answered. */
      returnedDue: z.string().nullable(),
      /** Of the period the page speaks of: sent; lines still owed; those of them that are late. */
      /** How many lines it is asked for in this period; a unit that came after it was due is asked for none. */
      asked: count,
      reported: z.boolean(),
      owed: count,
      late: count,
      /** For how long the first line of any period is late. */
      daysLate: count,
      /** Asked to sign, and has not yet. */
      unsigned: z.boolean(),
      remindedAt: z.string().nullable(),
      reminderSeen: z.boolean(),
    }),
  ),
});
export type OverviewOutput = z.infer<typeof overviewOutput>;

export const remindTextInput = z.object({ yearId: z.uuid().optional(), unitIds: z.array(z.uuid()).min(1).max(500) });
export const remindTextOutput = z.array(
  z.object({ unitId: z.uuid(), name: z.string(), text: z.string(), link: z.string() }),
);
export const remindInput = z.object({
  clientId,
  yearId: z.uuid(),
  unitIds: z.array(z.uuid()).min(1).max(500),
  channel: z.enum(reminderChannels),
});

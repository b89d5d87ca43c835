import { markSeen } from '@giaouoc/db/queries/reminder';
import { partOf, yearById } from '@giaouoc/db/queries/year';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { partOutput } from './home.schema.ts';

/** Whether the own unit takes part in a year, or took part until it was left out, since when and why. @throws not-found */
export const getPart = (ctx: Member, yearId: string): Promise<z.infer<typeof partOutput>> =>
  ctx.inScope(async (tx) => {
    const { unitId } = ctx.scope;
    if (!unitId) throw new Refused('not-allowed');
    if (!(await yearById(tx, ctx.scope, yearId))) throw new Refused('not-found');
    const part = (await partOf(tx, ctx.scope, yearId, unitId))?.part;
    if (!part) return { state: 'none', since: null, reason: null };
    return part.leftOut
      ? { state: 'left-out', since: part.leftOutAt, reason: part.leftOutReason }
      : { state: 'taking', since: part.activeSince, reason: null };
  });

/** The unit has read its reminders. */
export const markRemindersSeen = (ctx: Member, yearId: string): Promise<void> =>
  ctx.inScope(async (tx) => {
    if (!ctx.scope.unitId) throw new Refused('not-allowed');
    await markSeen(tx, ctx.scope, yearId, ctx.scope.unitId, ctx.now().toISOString());
  });

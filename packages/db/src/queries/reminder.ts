import { and, desc, eq, isNull, max } from 'drizzle-orm';
import type { RowOf } from '../column-list.ts';
import { reminder } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = {
  id: reminder.id,
  unitId: reminder.unitId,
  text: reminder.text,
  channel: reminder.channel,
  sentAt: reminder.sentAt,
  seenAt: reminder.seenAt,
};
export type ReminderRow = RowOf<typeof reminder, typeof columns>;

export async function insertReminders(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  rows: Pick<ReminderRow, 'unitId' | 'text' | 'channel'>[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(reminder)
    .values(
      rows.map((row) => ({ federationId: scope.federationId, yearId, ...row, sentBy: scope.membershipId, sentAt: at })),
    );
}

/** What a unit was reminded of and has not opened yet, newest first. */
export function openReminders(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<ReminderRow[]> {
  return tx
    .select(columns)
    .from(reminder)
    .where(
      and(
        eq(reminder.federationId, scope.federationId),
        eq(reminder.yearId, yearId),
        eq(reminder.unitId, unitId),
        isNull(reminder.seenAt),
      ),
    )
    .orderBy(desc(reminder.sentAt));
}

/** The unit has seen its reminders. */
export async function markSeen(tx: Scoped, scope: Scope, yearId: string, unitId: string, at: string): Promise<void> {
  await tx
    .update(reminder)
    .set({ seenAt: at })
    .where(
      and(
        eq(reminder.federationId, scope.federationId),
        eq(reminder.yearId, yearId),
        eq(reminder.unitId, unitId),
        isNull(reminder.seenAt),
      ),
    );
}

/** When each unit was last reminded, and whether it has looked since. */
export function lastReminders(tx: Scoped, scope: Scope, yearId: string) {
  return tx
    .select({ unitId: reminder.unitId, sentAt: max(reminder.sentAt), seenAt: max(reminder.seenAt) })
    .from(reminder)
    .where(and(eq(reminder.federationId, scope.federationId), eq(reminder.yearId, yearId)))
    .groupBy(reminder.unitId);
}

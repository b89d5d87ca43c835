import type { Instant } from '../period/local-time.ts';
import { daysLeft } from '../period/period.ts';
import type { Task } from './tasks-of.ts';

/** How a reminder reaches a unit: here, or by a message that the officer sends. */
export const reminderChannels = ['product', 'zalo'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

/** How many days before its due time a report is worth a reminder: sooner, a reminder is noise. */
const soonDays = 7;

/** Whether something is due within the days in which a reminder helps, or was due already. */
export function isDueSoon(due: Instant, now: Instant): boolean {
  return daysLeft(due, now) <= soonDays;
}

/**
 * Of what a unit owes, what it is reminded of: signing and lines sent back at any time, for others wait for them; a
 * report only when it is due soon or late, not one that has months to go. Whoever is reminded with nothing urgent is told of
 * what comes first.
 */
export function tasksToRemind(tasks: readonly Task[], now: Instant): Task[] {
  const urgent = tasks.filter((task) => task.kind !== 'report' || task.due === undefined || isDueSoon(task.due, now));
  return urgent.length > 0 ? urgent : tasks.slice(0, 1);
}

import { type Instant, type LocalMinute, instantOf, isLocalMinute } from '../period/local-time.ts';
import { dueOn, type Extension } from '../period/period.ts';
import { isBeyondReach, latestDue } from '../period/within-reach.ts';
import type { Period } from '../plan/conduct.schema.ts';
import { ok, refuse, type Result } from '../result.ts';
import { storedText } from '../text/normalize.ts';

/**
 * Gives one unit longer for one period, with a reason people will read. The new time must be later than what it now has,
 * still to come, and at most a year after what the plan says; a deadline is never moved forward, because someone may rely
 * on it.
 */
export function extendDeadline(
  period: Pick<Period, 'due'>,
  current: Pick<Extension, 'due'> | undefined,
  due: LocalMinute,
  reason: string,
  now: Instant,
): Result<
  Extension,
  'reason-needed' | 'day-unreadable' | 'deadline-not-later' | 'due-in-the-past' | 'day-out-of-reach'
> {
  const said = storedText(reason);
  if (said === '') return refuse('reason-needed');
  if (!isLocalMinute(due)) return refuse('day-unreadable');
  if (instantOf(due) <= dueOn(period, current))
    return refuse('deadline-not-later', { due: current?.due ?? period.due });
  if (instantOf(due) <= now) return refuse('due-in-the-past');
  if (isBeyondReach(due, period.due)) return refuse('day-out-of-reach', { to: latestDue(period.due).slice(0, 10) });
  return ok({ due, reason: said });
}

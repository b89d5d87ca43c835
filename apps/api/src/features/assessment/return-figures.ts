import { returnFigure as decide } from '@giaouoc/domain/assessment/index';
import { instantOf, isLocalMinute } from '@giaouoc/domain/period/index';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { JudgedOutput, returnInput } from './assessment.schema.ts';
import { judge, judgeCases } from './judge.ts';

/**
 * Sends figures back with what was seen and what is missing, and until when.
 *
 * @throws reason-needed, due-in-the-past, day-unreadable when they hold for every case; else named case by case
 */
export function returnFigures(ctx: Member, input: z.infer<typeof returnInput>): Promise<JudgedOutput> {
  if (input.due !== undefined && !isLocalMinute(input.due)) throw new Refused('day-unreadable');
  const due = input.due === undefined ? undefined : instantOf(input.due);
  const now = ctx.now().getTime();
  if (input.reason.trim() === '') throw new Refused('reason-needed');
  return judge(ctx, 'assessment.return', input, input.cases, async (judging) => {
    // Asked only where there is work to do: a repeat is answered as the first time, also once that day has come (R2).
    if (due !== undefined && due <= now) throw new Refused('due-in-the-past');
    return judgeCases(judging, input.cases, ({ subject }) => decide(subject, input.reason, due, judging.by, now));
  });
}

import { acceptFigure } from '@giaouoc/domain/assessment/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import type { acceptInput, JudgedOutput } from './assessment.schema.ts';
import { holdCases, judgeCases, officerStage } from './judge.ts';

/**
 * Accepts figures as they were sent, one or many. Those that somebody judged or changed meanwhile are named in the answer
 * and left as they are. @throws not-found
 */
export function acceptFigures(ctx: Member, input: z.infer<typeof acceptInput>): Promise<JudgedOutput> {
  return writeOnce(ctx, 'assessment.accept', input, async (tx) => {
    const judging = await holdCases(tx, ctx, input.yearId, input.cases);
    const now = ctx.now().getTime();
    return judgeCases(judging, input.cases, 'assessment.accept', ({ subject }) =>
      acceptFigure(subject, officerStage, now),
    );
  });
}

import { acceptFigure } from '@giaouoc/domain/assessment/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import type { acceptInput, JudgedOutput } from './assessment.schema.ts';
import { judge, judgeCases } from './judge.ts';

/**
 * Accepts figures as they were sent, one or many. Those that somebody judged or changed meanwhile are named in the answer
 * and left as they are. @throws not-found
 */
export function acceptFigures(ctx: Member, input: z.infer<typeof acceptInput>): Promise<JudgedOutput> {
  const now = ctx.now().getTime();
  return judge(ctx, 'assessment.accept', input, input.cases, (judging) =>
    judgeCases(judging, input.cases, ({ subject }) => acceptFigure(subject, judging.by, now)),
  );
}

import { may } from '@giaouoc/domain/access/index';
import { undoAssessment as decide } from '@giaouoc/domain/assessment/index';
import { inForce } from '@giaouoc/domain/figure/index';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { JudgedOutput, undoInput } from './assessment.schema.ts';
import { judge, judgeCases } from './judge.ts';

/**
 * Takes the assessment in force back, whoever said it: those who judge share one queue, and none waits for another to be there. The
 * trail names both. The figure stands again where it stood.
 *
 * @throws not-allowed (an entry of the federation's own), nothing-to-undo, answered-since, stale-revision, not-found
 */
export function undoAssessment(ctx: Member, input: z.infer<typeof undoInput>): Promise<JudgedOutput> {
  return judge(ctx, 'assessment.undo', input, [input], (judging) =>
    judgeCases(judging, [input], ({ subject }) => {
      // What the federation entered is taken back by whoever may enter it.
      if (inForce(subject.assessments)?.entered && !may(ctx.scope.role, 'assessment.enter'))
        throw new Refused('not-allowed');
      return { ok: true, value: granted(decide(subject, judging.by)) };
    }),
  );
}

import { undoAssessment as decide } from '@giaouoc/domain/assessment/index';
import type { z } from 'zod';
import { granted } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { JudgedOutput, undoInput } from './assessment.schema.ts';
import { judge, judgeCases } from './judge.ts';

/**
 * Takes the assessment in force back; the figure stands again where it stood.
 *
 * @throws nothing-to-undo, answered-since, stale-revision, not-found
 */
export function undoAssessment(ctx: Member, input: z.infer<typeof undoInput>): Promise<JudgedOutput> {
  return judge(ctx, 'assessment.undo', input, [input], (judging) =>
    judgeCases(judging, [input], ({ subject }) => ({ ok: true, value: granted(decide(subject, judging.by)) })),
  );
}

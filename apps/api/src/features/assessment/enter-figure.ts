import { enterFigure as decide } from '@giaouoc/domain/assessment/index';
import { parseFigure } from '@giaouoc/domain/figure/index';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { enterInput, JudgedOutput } from './assessment.schema.ts';
import { judge, judgeCases } from './judge.ts';

/**
 * The federation enters a line that is its to enter (most deductions, judged points, penalties); nothing is left to verify.
 *
 * @throws line-not-asked (units enter this line), stale-revision, figure-empty; invalid-input with `current` = the faults
 */
export function enterFigure(ctx: Member, input: z.infer<typeof enterInput>): Promise<JudgedOutput> {
  return judge(ctx, 'figure.enter', input, [input], async (judging) => {
    const held = [...judging.held.values()][0]!;
    const parsed = parseFigure(held.line, input.fields, held.conduct.accumulate);
    if (!parsed.ok) throw new Refused('invalid-input', {}, parsed.faults);
    if (parsed.figure === undefined) throw new Refused('figure-empty');
    const { figure } = parsed;
    const now = ctx.now().getTime();
    return judgeCases(judging, [input], ({ subject, line, conduct }) => ({
      ok: true,
      value: granted(decide(subject, line, conduct, figure, judging.by, now)),
    }));
  });
}

import { adjustFigure as decide, type Correction } from '@giaouoc/domain/assessment/index';
import { parseFigure } from '@giaouoc/domain/figure/index';
import { parseNumber } from '@giaouoc/domain/text/parse-number';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { adjustInput, JudgedOutput } from './assessment.schema.ts';
import { judge, judgeCases, type Held } from './judge.ts';

/**
 * Puts another figure, or other points, in place of what was sent, with a reason the unit reads.
 *
 * @throws reason-needed, already-assessed, stale-revision, points-outside, … ; invalid-input with `current` = the faults of
 *   the typed figure
 */
export function adjustFigure(ctx: Member, input: z.infer<typeof adjustInput>): Promise<JudgedOutput> {
  return judge(ctx, 'assessment.adjust', input, [input], async (judging) => {
    const [held] = judging.held.values();
    const correction = correctionOf(held!, input.correction);
    const places = judging.year.plan.document.scoring.places ?? 2;
    const now = ctx.now().getTime();
    return judgeCases(judging, [input], ({ subject, line, conduct }) => {
      const decided = decide(subject, line, conduct, correction, input.reason, judging.by, now, places);
      return { ok: true, value: granted(decided) };
    });
  });
}

/** The typed correction, read once. */
function correctionOf({ line, conduct }: Held, typed: z.infer<typeof adjustInput>['correction']): Correction {
  if (typed.kind === 'points') {
    const read = granted(parseNumber(typed.typed, { atMost: line.max }));
    if (read.kind === 'ambiguous') throw new Refused('number-ambiguous', { values: [...read.values] });
    return { points: read.value };
  }
  const parsed = parseFigure(line, typed.fields, conduct.accumulate);
  if (!parsed.ok) throw new Refused('invalid-input', {}, parsed.faults);
  if (parsed.figure === undefined) throw new Refused('figure-empty');
  return { figure: parsed.figure };
}

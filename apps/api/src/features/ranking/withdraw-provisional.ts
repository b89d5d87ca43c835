import { recordAudit } from '@giaouoc/db/queries/audit';
import { lockYear } from '@giaouoc/db/queries/year';
import { takeYearStep } from '@giaouoc/db/queries/year-step';
import { storedText } from '@giaouoc/domain/text/normalize';
import { stepYear } from '@giaouoc/domain/year-status/index';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import type { withdrawInput } from './ranking.schema.ts';

/**
 * Takes a provisional result back, with a reason that units read: the year runs again, judgements and reports go on, and units
 * see their points so far as before. The snapshot stays in the list of papers.
 *
 * @throws not-found, year-step-not-now, reason-needed
 */
export function withdrawProvisional(ctx: Member, input: z.infer<typeof withdrawInput>): Promise<void> {
  return writeOnce(ctx, 'ranking.withdrawProvisional', input, async (tx) => {
    const { scope } = ctx;
    const year = await lockYear(tx, scope, input.yearId);
    if (!year) throw new Refused('not-found');
    const reason = storedText(input.reason);
    const after = granted(stepYear(year.status, 'withdraw-provisional', reason));
    await takeYearStep(tx, scope, year.id, {
      step: 'withdraw-provisional',
      before: year.status,
      after,
      reason,
      snapshotId: null,
      at: ctx.now().toISOString(),
    });
    await recordAudit(tx, scope, {
      action: 'ranking.withdrawProvisional',
      subject: year.title,
      yearId: year.id,
      before: { status: year.status, snapshotId: year.snapshotId },
      after: { status: after, reason },
    });
  });
}

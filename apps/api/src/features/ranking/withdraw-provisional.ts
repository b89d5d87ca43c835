import { recordAudit } from '@giaouoc/db/queries/audit';
import { takeYearStep } from '@giaouoc/db/queries/year-step';
import { storedText } from '@giaouoc/domain/text/normalize';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { stepInYear } from '../../year/write-in-year.ts';
import type { withdrawInput } from './ranking.schema.ts';

/**
 * Takes a provisional result back, with a reason that units read: the year runs again, judgements and reports go on, and units
 * see their points so far as before. The snapshot stays in the list of papers.
 *
 * @throws not-found, year-step-not-now, reason-needed
 */
export function withdrawProvisional(ctx: Member, input: z.infer<typeof withdrawInput>): Promise<void> {
  const reason = storedText(input.reason);
  const deed = { action: 'ranking.withdrawProvisional', step: 'withdraw-provisional' } as const;
  return stepInYear(ctx, deed, { ...input, reason }, async (tx, year, after) => {
    const { scope } = ctx;
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

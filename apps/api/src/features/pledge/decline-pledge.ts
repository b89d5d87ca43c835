import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { decidePaper, updatePledge } from '@giaouoc/db/queries/pledge';
import { declinePledge as decide, offerAgain as decideAgain } from '@giaouoc/domain/pledge/index';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { lockPledge } from './lock-pledge.ts';
import type { declineInput, offerAgainInput } from './pledge.schema.ts';

/** The unit does not sign, and says why. @throws reason-needed, pledge-step-not-now, pledge-not-offered */
export function declinePledge(ctx: Member, input: z.infer<typeof declineInput>): Promise<void> {
  const { unitId } = ctx.scope;
  if (!unitId) throw new Refused('not-allowed');
  return writeInRunningYear(ctx, { action: 'pledge.decline', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, unitId);
    const declined = granted(decide(pledge.record, pledge.plan.document.conduct.signing, input.reason));
    await updatePledge(
      tx,
      ctx.scope,
      year.id,
      pledge.row,
      { declinedReason: declined.declined ?? null },
      ctx.now().toISOString(),
    );
    await recordAudit(tx, ctx.scope, {
      action: 'pledge.decline',
      subject: pledge.unit.name,
      yearId: year.id,
      before: { state: pledge.state },
      after: { state: 'declined', reason: declined.declined },
    });
  });
}

/** The officer offers a declined pledge again. @throws pledge-step-not-now, pledge-not-offered */
export function offerAgain(ctx: Member, input: z.infer<typeof offerAgainInput>): Promise<void> {
  return writeInRunningYear(ctx, { action: 'pledge.offerAgain', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, input.unitId);
    granted(decideAgain(pledge.record, pledge.plan.document.conduct.signing));
    const at = ctx.now().toISOString();
    // A sheet sent before the unit declined does not come back to life.
    if (pledge.paper?.state === 'waiting')
      await decidePaper(
        tx,
        ctx.scope,
        pledge.paper.id,
        { state: 'refused', refusedReason: 'Giao ước được mời ký lại' },
        at,
      );
    await updatePledge(tx, ctx.scope, year.id, pledge.row, { declinedReason: null }, at);
    await recordAudit(tx, ctx.scope, {
      action: 'pledge.offerAgain',
      subject: pledge.unit.name,
      unitId: pledge.unit.unitId,
      yearId: year.id,
      before: { state: 'declined', reason: pledge.row.declinedReason },
      after: { state: 'offered' },
    });
  });
}

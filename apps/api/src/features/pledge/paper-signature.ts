import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { evidenceById } from '@giaouoc/db/queries/evidence';
import { decidePaper, insertPaper } from '@giaouoc/db/queries/pledge';
import {
  confirmPaper as decideConfirm,
  refusePaper as decideRefuse,
  sendPaper as decideSend,
} from '@giaouoc/domain/pledge/index';
import { dayOf } from '@giaouoc/domain/period/index';
import { storedText } from '@giaouoc/domain/text/normalize';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { actingUnit } from '../../year/acting-unit.ts';
import { giveSignatures } from './give-signatures.ts';
import { lockPledge } from './lock-pledge.ts';
import type { confirmPaperInput, refusePaperInput, sendPaperInput } from './pledge.schema.ts';

/**
 * A photo of the sheet signed in ink arrives, from the unit or scanned by the officer; it counts once confirmed. A newer
 * photo takes the place of one that still waits.
 *
 * @throws not-found (no such file of this unit), target-missing, pledge-step-not-now, day-out-of-reach
 */
export function sendPaper(ctx: Member, input: z.infer<typeof sendPaperInput>): Promise<void> {
  const { unitId } = actingUnit(ctx, input.unitId, 'pledge.confirmPaper');
  return writeInRunningYear(ctx, { action: 'pledge.sendPaper', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, unitId);
    const file = await evidenceById(tx, ctx.scope, input.evidenceId);
    if (file?.unitId !== unitId) throw new Refused('not-found');
    const day = { signedOn: input.signedOn, yearFrom: year.from, today: dayOf(ctx.now().getTime()) };
    granted(decideSend(pledge.record, pledge.plan.document.conduct.signing, pledge.open, day));
    const at = ctx.now().toISOString();
    await insertPaper(tx, ctx.scope, year.id, {
      unitId,
      version: pledge.row.version,
      evidenceId: input.evidenceId,
      signedOn: input.signedOn,
      signedBy: input.signedBy,
      sentAt: at,
    });
    await recordAudit(tx, ctx.scope, {
      action: 'pledge.sendPaper',
      subject: pledge.unit.name,
      unitId,
      yearId: year.id,
      before: { state: pledge.state },
      after: { state: 'paper', evidenceId: input.evidenceId, signedOn: input.signedOn },
    });
  });
}

/** The officer has compared the photo with the pledge. @throws pledge-content-changed, pledge-step-not-now */
export function confirmPaper(ctx: Member, input: z.infer<typeof confirmPaperInput>): Promise<void> {
  return writeInRunningYear(ctx, { action: 'pledge.confirmPaper', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, input.unitId);
    const at = ctx.now().toISOString();
    const confirmed = granted(decideConfirm(pledge.record, pledge.plan.document.conduct.signing, input.hash, at));
    const { paper } = pledge;
    if (!paper) throw new Refused('pledge-step-not-now');
    await decidePaper(tx, ctx.scope, paper.id, { state: 'confirmed', refusedReason: null }, at);
    await giveSignatures(tx, ctx, year, pledge.federation, [
      {
        pledge,
        after: confirmed.pledge,
        signatures: confirmed.signatures,
        paper: { evidenceId: paper.evidenceId, signedBy: paper.signedBy },
      },
    ]);
  });
}

/** The officer cannot accept the sheet and says why. @throws reason-needed, pledge-step-not-now */
export function refusePaper(ctx: Member, input: z.infer<typeof refusePaperInput>): Promise<void> {
  return writeInRunningYear(ctx, { action: 'pledge.refusePaper', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, input.unitId);
    granted(decideRefuse(pledge.record, pledge.plan.document.conduct.signing, input.reason));
    const { paper } = pledge;
    if (!paper) throw new Refused('pledge-step-not-now');
    const refusedReason = storedText(input.reason);
    await decidePaper(tx, ctx.scope, paper.id, { state: 'refused', refusedReason }, ctx.now().toISOString());
    await recordAudit(tx, ctx.scope, {
      action: 'pledge.refusePaper',
      subject: pledge.unit.name,
      unitId: pledge.unit.unitId,
      yearId: year.id,
      before: { state: 'paper' },
      after: { state: pledge.row.state, reason: refusedReason },
    });
  });
}

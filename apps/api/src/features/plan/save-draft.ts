import { recordAudit } from '@giaouoc/db/queries/audit';
import { storePlanDraft } from '@giaouoc/db/queries/plan';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { draftChanges } from './draft-changes.ts';
import { draftAt } from './draft-at.ts';
import type { SaveInput } from './plan.schema.ts';

/**
 * Saves the draft as a whole at the revision seen, faults and all: the check list says what is still missing, and only
 * publishing asks that nothing is.
 *
 * @throws not-found, stale-revision with both versions' other half
 */
export function saveDraft(ctx: Member, input: SaveInput): Promise<{ revision: number; savedAt: string }> {
  const { yearId, document } = input;
  return writeInYear(ctx, { action: 'plan.saveDraft', work: 'plan-draft', hold: true }, input, async (tx) => {
    const draft = await draftAt(tx, ctx.scope, yearId, input.revision);
    if (!draft) throw new Refused('not-found');
    const at = ctx.now();
    const revision = await storePlanDraft(tx, ctx.scope, { yearId, document, at });
    const { before, after } = draftChanges(draft.document, document);
    await recordAudit(tx, ctx.scope, { action: 'plan.write', subject: document.scoring.title, yearId, before, after });
    return { revision, savedAt: at.toISOString() };
  });
}

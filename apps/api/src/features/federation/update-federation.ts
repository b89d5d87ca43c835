import { recordAudit } from '@giaouoc/db/queries/audit';
import { getFederation, updateFederation as update } from '@giaouoc/db/queries/federation';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import type { UpdateInput } from './federation.schema.ts';

/**
 * Changes name and letterhead. Papers already made keep what they were made with.
 *
 * @throws stale-revision with what stands now
 */
export function updateFederation(ctx: Member, input: UpdateInput) {
  return writeOnce(ctx, 'federation.update', input, async (tx) => {
    const { clientId: _clientId, revision, ...change } = input;
    const before = await getFederation(tx, ctx.scope);
    const after = await update(tx, ctx.scope, revision, change);
    if (!after) throw new Refused('stale-revision', undefined, before);
    await recordAudit(tx, ctx.scope, { action: 'federation.update', subject: after.name, before, after });
    return after;
  });
}

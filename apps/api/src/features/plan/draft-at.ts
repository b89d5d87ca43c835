import type { Scope, Scoped } from '@giaouoc/db';
import { planDraftOf, type DraftRow } from '@giaouoc/db/queries/plan';
import { Refused } from '../../trpc/errors.ts';
import { iso } from './get-plan.ts';

/**
 * The draft of a year that is held, at the revision a person saw (0: there was none), so that nobody writes over what they have
 * not seen (R3).
 *
 * @throws stale-revision with the draft as it stands now
 */
export async function draftAt(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  revision: number,
): Promise<DraftRow | undefined> {
  const draft = await planDraftOf(tx, scope, yearId);
  if ((draft?.revision ?? 0) !== revision) throw stale(draft);
  return draft;
}

function stale(draft: DraftRow | undefined): Refused {
  const current = draft && {
    document: draft.document,
    revision: draft.revision,
    savedAt: iso(draft.updatedAt),
    savedBy: draft.updatedBy,
  };
  return new Refused('stale-revision', { revision: draft?.revision ?? 0 }, current ?? null);
}

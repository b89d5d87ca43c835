import type { Scope, Scoped } from '@giaouoc/db';
import { planDraftOf, type DraftRow } from '@giaouoc/db/queries/plan';
import { lockYear, type YearRow } from '@giaouoc/db/queries/year';
import { Refused } from '../../trpc/errors.ts';
import { iso } from './get-plan.ts';

/**
 * Locks the year's row and reads its draft at the revision a person saw (0: there was none), so that nobody writes over
 * what they have not seen (R3).
 *
 * @throws not-found; stale-revision with the draft as it stands now
 */
export async function holdDraft(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  revision: number,
): Promise<{ year: YearRow; draft: DraftRow | undefined }> {
  const year = await lockYear(tx, scope, yearId);
  if (!year) throw new Refused('not-found');
  const draft = await planDraftOf(tx, scope, yearId);
  if ((draft?.revision ?? 0) !== revision) throw stale(draft);
  return { year, draft };
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

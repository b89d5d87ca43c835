import { uncapital } from '@giaouoc/domain/words/texts';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { federationCode, storePlanDraft } from '@giaouoc/db/queries/plan';
import { publishedPlan } from '@giaouoc/db/queries/year';
import { carryOver } from '@giaouoc/domain/plan/carry-over';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { emptyPlan } from '@giaouoc/domain/plan/empty-plan';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { draftAt } from './draft-at.ts';
import type { StartInput } from './plan.schema.ts';

/**
 * Starts the year's plan: empty, as a copy of a version of this year (back to what was published), or of another year's
 * with its days moved. Replaces the draft at the revision seen.
 *
 * @throws not-found, stale-revision
 */
export function startPlan(ctx: Member, input: StartInput): Promise<{ revision: number; savedAt: string }> {
  const { yearId, source } = input;
  return writeInYear(ctx, { action: 'plan.start', work: 'plan-draft', hold: true }, input, async (tx, year) => {
    const draft = await draftAt(tx, ctx.scope, yearId, input.revision);
    const fresh = {
      code: `${await federationCode(tx, ctx.scope)}-${year.code}`,
      title: `Kế hoạch thi đua ${uncapital(year.title)}`,
      from: year.from,
      to: year.to,
    };
    let document: PlanDocument;
    let based: { basedOnYear: string | null; basedOnVersion: number | null } = {
      basedOnYear: null,
      basedOnVersion: null,
    };
    if (source.kind === 'empty') document = emptyPlan(fresh);
    else {
      const origin = await publishedPlan(tx, ctx.scope, source.yearId, source.version);
      if (!origin) throw new Refused('not-found');
      const copied = origin.document;
      document = source.yearId === yearId ? copied : carryOver(copied, fresh);
      based = { basedOnYear: source.yearId, basedOnVersion: source.version };
    }
    const at = ctx.now();
    const revision = await storePlanDraft(tx, ctx.scope, { yearId, document, ...based, at });
    await recordAudit(tx, ctx.scope, {
      action: 'plan.start',
      subject: document.scoring.title,
      yearId,
      before: draft ? { revision: draft.revision, document: draft.document } : null,
      after: { revision, source },
    });
    return { revision, savedAt: at.toISOString() };
  });
}

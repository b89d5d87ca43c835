import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { planDocuments, planPlaces, storePlanDraft, storePlanVersion } from '@giaouoc/db/queries/plan';
import { checkDraft } from '@giaouoc/domain/plan/check-draft';
import { linesOf } from '@giaouoc/domain/plan/document';
import { publishNext } from '@giaouoc/domain/plan/publish';
import { signatureAsked } from '@giaouoc/domain/pledge/pledge-changes';
import { ENGINE } from '@giaouoc/domain/scoring/results';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { rescoreYear } from '../../scoring/rescore-year.ts';
import { runningYear } from '../../year/running-year.ts';
import { draftAt } from './draft-at.ts';
import type { PublishInput, publishedOutput } from './plan.schema.ts';

/**
 * Publishes the draft as the next version: it never changes afterwards (R6), names its engine (S5), and scores everyone
 * from now on, whether they have signed its addendum or not. Pledges of earlier versions stay what they are.
 *
 * @throws plan-invalid with all faults in `current`; plan-unchanged, plan-code-changed, line-meaning-changed,
 *   signature-needed (units are to set numbers of their own), stale-revision, not-found
 */
export function publishPlan(ctx: Member, input: PublishInput): Promise<z.infer<typeof publishedOutput>> {
  const { yearId } = input;
  const note = input.note?.trim() || null;
  return writeInYear(ctx, { action: 'plan.publish', work: 'plan', hold: true }, input, async (tx) => {
    const draft = await draftAt(tx, ctx.scope, yearId, input.revision);
    if (!draft) throw new Refused('not-found');
    const places = await planPlaces(tx, ctx.scope, yearId);
    const blocks = places.blocks.map(({ code }) => code);
    const { faults } = checkDraft(draft.document, places);
    if (faults.length > 0) throw new Refused('plan-invalid', { faults: faults.length }, { faults });
    const previous = await planDocuments(tx, ctx.scope, yearId);
    const next = granted(publishNext(previous, draft.document, blocks));
    const needsSignature = granted(signatureAsked(previous.at(-1)?.document, next.document, input.needsSignature));

    const at = ctx.now();
    const lines = linesOf(next.document.scoring).map(({ line }) => ({
      code: line.code,
      title: line.title,
      kind: line.kind,
    }));
    const { version, document, hash } = next;
    await storePlanVersion(tx, ctx.scope, {
      yearId,
      version,
      document,
      hash,
      engine: ENGINE,
      note,
      needsSignature,
      at,
      lines,
    });
    await rescoreYear(tx, ctx, await runningYear(tx, ctx.scope, yearId));
    // The draft goes on from here: what is changed next is changed against this version.
    const based = { basedOnYear: yearId, basedOnVersion: version };
    const revision = await storePlanDraft(tx, ctx.scope, { yearId, document, ...based, at });
    await recordAudit(tx, ctx.scope, {
      action: 'plan.publish',
      subject: `${document.scoring.title}, bản ${version}`,
      yearId,
      before: previous.length > 0 ? { version: version - 1 } : null,
      after: { version, hash, engine: ENGINE, note, needsSignature, lines: lines.length, changes: next.changes },
    });
    return {
      version,
      hash,
      engine: ENGINE,
      needsSignature,
      publishedAt: at.toISOString(),
      revision,
      changes: [...next.changes],
    };
  });
}

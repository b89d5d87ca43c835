import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { planBlocks, storePlanDraft } from '@giaouoc/db/queries/plan';
import { cleanDocument } from '@giaouoc/domain/plan/clean-document';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { readUpload, type ReadUpload } from '@giaouoc/domain/plan/read-upload';
import { uploadRefusals } from '@giaouoc/domain/plan/upload-refusals';
import { fileBounds, jsonExcess } from '@giaouoc/domain/text/json-bounds';
import type { Member } from '../../trpc/procedures.ts';
import { writeInYear } from '../../year/write-in-year.ts';
import { largestPlan, unbounded } from './bounded-json.ts';
import { draftAt } from './draft-at.ts';
import type { UploadInput, uploadOutput } from './plan.schema.ts';

/**
 * Replaces the draft by a file: the `plan` of a year file, a whole year file (its plan), or a document as downloaded
 * here. A file that cannot be read changes nothing; all its faults come back.
 *
 * @throws not-found, stale-revision
 */
export function uploadPlan(ctx: Member, input: UploadInput): Promise<z.infer<typeof uploadOutput>> {
  const { yearId } = input;
  return writeInYear(ctx, { action: 'plan.upload', work: 'plan-draft', hold: true }, input, async (tx) => {
    const draft = await draftAt(tx, ctx.scope, yearId, input.revision);
    const blocks = (await planBlocks(tx, ctx.scope, yearId)).map(({ code }) => code);
    const { document, ...read } = readText(input.text, blocks, draft?.document);
    if (!document) return { ...read, revision: null };
    const revision = await storePlanDraft(tx, ctx.scope, { yearId, document, at: ctx.now() });
    await recordAudit(tx, ctx.scope, {
      action: 'plan.upload',
      subject: document.scoring.title,
      yearId,
      before: draft ? { revision: draft.revision, document: draft.document } : null,
      after: { revision, document },
    });
    return { ...read, revision };
  });
}

/** The text of a file as far as a plan; whatever it is, faults and never an exception. */
function readText(text: string, blocks: readonly string[], before: PlanDocument | undefined): ReadUpload {
  const refused = (
    code: Exclude<keyof typeof uploadRefusals, 'too-many'>,
    why: keyof typeof uploadRefusals = code,
  ): ReadUpload => ({
    kind: 'document',
    faults: [{ pointer: '', code, message: uploadRefusals[why](String(largestPlan / 1000)) }],
    warnings: [],
  });
  switch (jsonExcess(text, fileBounds)) {
    case 'too-deep':
      return refused('too-deep');
    case 'too-many':
      return refused('too-large', 'too-many');
    case null:
  }
  let json: unknown;
  try {
    // A byte order mark is what Notepad puts in front of a file it saves.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('not-json');
  }
  // A whole year brings figures along; only its plan is kept, so only that is measured.
  const year = typeof json === 'object' && json !== null && 'plan' in json ? json : undefined;
  const kept = year ? year.plan : json;
  switch (unbounded(kept)) {
    case 'too-large':
      return refused('too-large');
    case 'too-deep':
      return refused('too-deep');
    case 'not-text':
      return refused('not-text');
    case null:
      return readUpload(year ? { ...year, plan: cleanDocument(kept) } : cleanDocument(kept), blocks, before);
  }
}

import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { planBlocks, storePlanDraft } from '@giaouoc/db/queries/plan';
import { cleanDocument } from '@giaouoc/domain/plan/clean-document';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { readUpload, type ReadUpload } from '@giaouoc/domain/plan/read-upload';
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

const tooDeep = 'Kế hoạch trong tệp lồng nhau quá nhiều tầng. Bớt các tầng nhóm rồi tải lên lại.';

/** The text of a file as far as a plan; whatever it is, faults and never an exception. */
function readText(text: string, blocks: readonly string[], before: PlanDocument | undefined): ReadUpload {
  const refused = (code: string, message: string): ReadUpload => ({
    kind: 'document',
    faults: [{ pointer: '', code, message }],
    warnings: [],
  });
  switch (jsonExcess(text, fileBounds)) {
    case 'too-deep':
      return refused('too-deep', tooDeep);
    case 'too-many':
      return refused(
        'too-large',
        'Tệp này có quá nhiều mục để là một kế hoạch hay một năm. Tải bản kế hoạch xuống, sửa trong tệp đó rồi tải lên lại.',
      );
    case null:
  }
  let json: unknown;
  try {
    // A byte order mark is what Notepad puts in front of a file it saves.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused(
      'not-json',
      'Tệp này không đọc được: không phải JSON. Tải bản kế hoạch xuống, sửa trong tệp đó rồi tải lên lại.',
    );
  }
  // A whole year brings figures along; only its plan is kept, so only that is measured.
  const year = typeof json === 'object' && json !== null && 'plan' in json ? json : undefined;
  const kept = year ? year.plan : json;
  switch (unbounded(kept)) {
    case 'too-large':
      return refused(
        'too-large',
        `Kế hoạch trong tệp dài quá ${largestPlan / 1000} nghìn ký tự. Rút gọn phần hướng dẫn rồi tải lên lại.`,
      );
    case 'too-deep':
      return refused('too-deep', tooDeep);
    case 'not-text':
      return refused(
        'not-text',
        'Kế hoạch trong tệp có ký tự không lưu được. Mở tệp bằng bảng mã UTF-8, xóa các ký tự lạ rồi tải lên lại.',
      );
    case null:
      return readUpload(year ? { ...year, plan: cleanDocument(kept) } : cleanDocument(kept), blocks, before);
  }
}

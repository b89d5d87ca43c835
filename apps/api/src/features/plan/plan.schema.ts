import { yearStatuses } from '@giaouoc/domain/year-status/index';
import { z } from 'zod';
import type { Json } from '@giaouoc/domain/hash/index';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { paragraph, reference, uncleaned } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { draftDocument } from './draft-shape.ts';
import { planRules } from './plan-rules.schema.ts';

const yearId = z.uuid();
const version = z.int().min(1).max(10_000);
/** The revision of the draft that was seen; 0 where there was none. */
const revision = z.int().min(0).max(1_000_000_000);

export const planInput = z.object({ yearId });
export const versionInput = z.object({ yearId, version });
/** `block` is for the officer, who looks at the plan as one block's units do. */
export const followInput = z.object({ yearId, block: reference(80).optional() });

export const startInput = z.object({
  clientId,
  yearId,
  revision,
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('version'), yearId, version }),
  ]),
});
export const saveInput = z.object({ clientId, yearId, revision: revision.min(1), document: draftDocument });
export const uploadInput = z.object({
  clientId,
  yearId,
  revision,
  text: z.string().max(4_000_000).register(uncleaned, { door: 'document' }),
});
export const publishInput = z.object({
  clientId,
  yearId,
  revision: revision.min(1),
  note: paragraph(2000).optional(),
  /** Whether units are asked to sign this version; left out, they are. */
  needsSignature: z.boolean().optional(),
});

export type StartInput = z.infer<typeof startInput>;
export type SaveInput = z.infer<typeof saveInput>;
export type UploadInput = z.infer<typeof uploadInput>;
export type PublishInput = z.infer<typeof publishInput>;

/** A document of ours: shaped like a plan, checked by whoever wrote it. */
const document = z.custom<PlanDocument>((value) => typeof value === 'object' && value !== null);
const json = z.custom<Json>((value) => value !== undefined);

export const faultOutput = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.string(),
});

export const changeOutput = z.object({
  subject: z.enum(['line', 'group', 'period', 'stage', 'gate', 'grade', 'quota', 'plan']),
  code: z.string(),
  title: z.string(),
  what: z.enum(['added', 'removed', 'moved', 'changed']),
  field: z.string().optional(),
  before: json.optional(),
  after: json.optional(),
});

const versionFacts = z.object({
  version: z.int(),
  hash: z.string(),
  engine: z.string(),
  note: z.string().nullable(),
  needsSignature: z.boolean(),
  publishedAt: z.string(),
  publishedBy: z.string().nullable(),
});

/** A block or cluster with how many units take part in it. */
const place = z.object({ code: z.string(), name: z.string(), units: z.int() });

export const planOutput = z.object({
  year: z.object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    status: z.enum(yearStatuses),
  }),
  blocks: z.array(place),
  clusters: z.array(place),
  /** What is being written; null until someone starts. */
  draft: z.object({ document, revision: z.int(), savedAt: z.string(), savedBy: z.string().nullable() }).nullable(),
  /** What the draft is compared with: the version it began from, or the latest of its year. */
  base: z.object({ yearId: z.uuid(), yearTitle: z.string(), version: z.int(), document }).nullable(),
  faults: z.array(faultOutput),
  warnings: z.array(faultOutput),
  versions: z.array(versionFacts),
  /** Codes of lines that were ever published: they keep their meaning and are not given to another line. */
  publishedCodes: z.array(z.string()),
  /** What a draft could begin as a copy of. */
  sources: z.array(z.object({ yearId: z.uuid(), yearTitle: z.string(), version: z.int(), publishedAt: z.string() })),
});

export const savedOutput = z.object({ revision: z.int(), savedAt: z.string() });

/** A refused file lists everything that is wrong with it and changes nothing (`revision` null). */
export const uploadOutput = z.object({
  kind: z.enum(['plan', 'year', 'document']),
  revision: z.int().nullable(),
  faults: z.array(faultOutput),
  warnings: z.array(faultOutput),
});

export const publishedOutput = z.object({
  version: z.int(),
  hash: z.string(),
  engine: z.string(),
  needsSignature: z.boolean(),
  publishedAt: z.string(),
  revision: z.int(),
  changes: z.array(changeOutput),
});

export const versionOutput = versionFacts
  .omit({ note: true, needsSignature: true, publishedBy: true })
  .extend({ document });

const seenLine = z.object({
  code: z.string(),
  title: z.string(),
  kind: z.enum(['target', 'task']),
  max: z.string(),
  brief: z.string(),
  words: z.string(),
  ownTarget: z.boolean(),
  targetFloor: z.string().nullable(),
  due: z.array(z.object({ title: z.string(), due: z.string() })),
  enteredBy: z.enum(['unit', 'federation', 'partner']).nullable(),
  evidence: z.enum(['no', 'optional', 'required']).nullable(),
  evidenceHint: z.string().nullable(),
  evidenceWords: z.string().nullable(),
  verifiedBy: z.enum(['officer', 'partner']).nullable(),
  help: z.string().nullable(),
  example: z.string().nullable(),
  basis: z.string().nullable(),
});

export const seenOutput = z
  .object({
    version: z.int(),
    hash: z.string(),
    publishedAt: z.string(),
    block: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    base: z.string().nullable(),
    groups: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        role: z.enum(['base', 'bonus', 'penalty', 'fact']),
        depth: z.int(),
        lines: z.array(seenLine),
      }),
    ),
    rules: planRules,
  })
  .nullable();

import { z } from 'zod';
import { periodSchema, type Period } from '../period/period.schema.ts';
import { type StageCode, type StageKind, stageKinds } from '../figure/stage.ts';
import { code, minute, text } from '../period/fields.ts';
import { accumulateWays, type Accumulate } from '../rules/accumulate.ts';
import { visibilitySchema } from './visibility.schema.ts';

export { accumulateWays, periodSchema, stageKinds, type Accumulate, type Period, type StageCode, type StageKind };

/**
 * The second part of a plan document: how the year is conducted, beside `scoring`, which says how it is scored.
 * Everything that speaks of a line is keyed by the line's code. Sizes keep a document below a megabyte.
 */

/** Who types a line's figure. */
export const enteredByList = ['unit', 'federation', 'partner'] as const;
/** Who verifies a line. */
export const verifiedByList = ['officer', 'partner'] as const;
/** Is a picture or paper asked for with the figure? */
export const evidenceNeeds = ['no', 'optional', 'required'] as const;
/** In what capacity a person signs for the unit: its chair, and where the plan asks for it a second officer. */
export const unitCapacities = ['chair', 'deputy'] as const;

/**
 * What lines count as that were due wholly before a unit took part: not assigned to it, or missing. Absent in plans of before
 * there was a choice, where they count as missing.
 */
export const beforeJoiningWays = ['not-assigned', 'missing'] as const;

export type BeforeJoining = (typeof beforeJoiningWays)[number];
export type EnteredBy = (typeof enteredByList)[number];
export type VerifiedBy = (typeof verifiedByList)[number];
export type EvidenceNeed = (typeof evidenceNeeds)[number];
export type UnitCapacity = (typeof unitCapacities)[number];

const decimal = z.string().regex(/^(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$/, 'Cần một số không âm, ví dụ 95 hoặc 97,5.');

export const evidenceSchema = z.strictObject({
  needed: z.enum(evidenceNeeds),
  hint: text(500).exactOptional(),
  atLeast: z.int().min(1).max(20).exactOptional(),
});

export const askSchema = z.strictObject({
  question: text(300).exactOptional(),
  partLabel: text(120).exactOptional(),
  wholeLabel: text(120).exactOptional(),
  valueLabel: text(120).exactOptional(),
});

export const lineConductSchema = z.strictObject({
  due: z.array(code).min(1, 'Chọn ít nhất một kỳ báo cáo cho tiêu chí này.').max(60),
  accumulate: z.enum(accumulateWays),
  enteredBy: z.enum(enteredByList),
  verifiedBy: z.enum(verifiedByList),
  evidence: evidenceSchema,
  targetFloor: decimal.exactOptional(),
  ask: askSchema,
  example: text(500).exactOptional(),
  help: text(2000).exactOptional(),
  basis: text(500).exactOptional(),
});

/** Who says which units score which: somebody by hand, each the next ones in a round, or a draw. */
export const assignments = ['hand', 'round', 'draw'] as const;
export type Assignment = (typeof assignments)[number];

/** How the points of several scorers become one. */
export const peerTakes = ['median', 'mean'] as const;
export type PeerTake = (typeof peerTakes)[number];

/** How units of a cluster score each other; `take`, `spread` and `places` are the rule of cross-scores (proofs, section 2). */
export const peerSchema = z.strictObject({
  /** How many score one unit. */
  scorers: z.int().min(1).max(20),
  assigned: z.enum(assignments),
  take: z.enum(peerTakes),
  /** The widest spread that needs no third scorer; without it none is called. */
  spread: decimal.exactOptional(),
  places: z.literal([0, 1, 2, 3, 4]),
});

/** One step of judging. Without `kind`, as in plans of before stages had kinds, the code says it (`kindOf`). */
export const stageSchema = z.strictObject({
  code,
  kind: z.enum(stageKinds).exactOptional(),
  title: text(120),
  /** From when until when it works. */
  opens: minute.exactOptional(),
  closes: minute.exactOptional(),
  /** Codes of the lines it judges; all where there is none. */
  lines: z
    .array(code)
    .min(1, 'Chọn ít nhất một tiêu chí, hoặc bỏ mục này để chấm mọi tiêu chí.')
    .max(1000)
    .exactOptional(),
  peer: peerSchema.exactOptional(),
});

/** The most stages a plan may have. */
export const mostStages = 20;

export const signingSchema = z.strictObject({
  due: minute.exactOptional(),
  unitSigns: z.array(z.enum(unitCapacities)).min(1, 'Ít nhất một người của đơn vị phải ký.').max(unitCapacities.length),
  witness: z.literal('principal').exactOptional(),
});

export const conductSchema = z.strictObject({
  periods: z.array(periodSchema).min(1, 'Kế hoạch cần ít nhất một kỳ báo cáo.').max(60, 'Nhiều nhất 60 kỳ báo cáo.'),
  lines: z
    .record(code, lineConductSchema)
    .refine((lines) => Object.keys(lines).length <= 1000, 'Nhiều nhất 1000 tiêu chí.'),
  stages: z
    .array(stageSchema)
    .min(1, 'Cần ít nhất một bước chấm.')
    .max(mostStages, `Nhiều nhất ${mostStages} bước chấm.`),
  /** The stage whose word counts, by its code. */
  countsFrom: code,
  unverifiedCounts: z.boolean(),
  signing: signingSchema,
  rescaleNote: text(500).exactOptional(),
  beforeJoining: z.enum(beforeJoiningWays).exactOptional(),
  visibility: visibilitySchema.exactOptional(),
});

export type EvidenceRule = z.infer<typeof evidenceSchema>;
export type Ask = z.infer<typeof askSchema>;
export type LineConduct = z.infer<typeof lineConductSchema>;
export type PeerSettings = z.infer<typeof peerSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type Signing = z.infer<typeof signingSchema>;
export type Conduct = z.infer<typeof conductSchema>;

import { z } from 'zod';
import { cleanDocument } from '@giaouoc/domain/plan/clean-document';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { coded, text } from '@giaouoc/domain/rules/draft-fields';
import { draftRuleSchema } from '@giaouoc/domain/rules/settings';
import { boundedJson } from './bounded-json.ts';

const decimal = z.union([text, z.record(text, text)]);

const line = coded.extend({ kind: text, max: text, blocks: z.array(text).optional(), rule: draftRuleSchema });
const group: z.ZodType = z.lazy(() =>
  coded.extend({ groups: z.array(group).optional(), lines: z.array(line).optional() }),
);

const scoring = coded.extend({
  from: text,
  to: text,
  scale: z.looseObject({ base: decimal }),
  groups: z.array(group),
  grades: z.array(coded),
  quotas: z
    .array(z.looseObject({ code: text, grade: text, share: text, of: text, within: text, ties: text }))
    .optional(),
  gates: z.array(coded.extend({ when: z.looseObject({}), effect: z.looseObject({}) })).optional(),
  ranking: z.looseObject({ within: text, by: z.array(text) }),
});

const lineConduct = z.looseObject({
  due: z.array(text),
  accumulate: text,
  enteredBy: text,
  verifiedBy: text,
  evidence: z.looseObject({ needed: text }),
  ask: z.looseObject({}),
});
const conduct = z.looseObject({
  periods: z.array(coded.extend({ from: text, to: text, due: text })),
  lines: z.record(text, lineConduct),
  stages: z.array(
    coded.extend({
      kind: text.optional(),
      opens: text.optional(),
      closes: text.optional(),
      lines: z.array(text).optional(),
      peer: z.looseObject({ assigned: text, take: text, spread: text.optional() }).optional(),
    }),
  ),
  countsFrom: text,
  unverifiedCounts: z.boolean(),
  signing: z.looseObject({ unitSigns: z.array(text) }),
  visibility: z.record(text, z.record(text, text)).optional(),
});

/**
 * A draft may be unfinished and full of faults, but it has the shape the editor works on: groups with lines with rules
 * of a known kind, texts where texts belong. What the texts say is the check list's business.
 */
const shape = z.looseObject({ scoring, conduct });

/** A whole draft on its way in: bounded first, then of the editor's shape, then without what nobody sees. */
export const draftDocument = boundedJson
  .pipe(z.custom<PlanDocument>((value) => shape.safeParse(value).success))
  .transform(cleanDocument);

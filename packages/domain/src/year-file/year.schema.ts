import { z } from 'zod';
import { figureValueSchema } from '../schema/figure.schema.ts';
import { planSchema } from './plan.schema.ts';
import { code, count, day, list, number, object, some, words } from '../schema/primitives.ts';

const unit = object({
  code,
  name: words,
  block: code,
  cluster: code.exactOptional(),
  activeSince: day.exactOptional(),
  previousTotal: number.exactOptional(),
});

// Exactly one of `target` and `assigned`: checked apart, so that the fault names the entry.
const target = object({
  unit: code,
  line: code,
  target: number.exactOptional(),
  assigned: z.literal(false, { error: 'only-false' }).exactOptional(),
});

/** One entry of `figures`. */
export const figureSchema = figureValueSchema.extend({ unit: code, line: code });

const adjustment = object({ unit: code, line: code, points: number, reason: code });

const decision = object({ quota: code, keep: some(code), reason: code });

/** A whole emulation year of one federation, format 1. */
export const yearSchema = object({
  format: z.literal('giaouoc-year/1', { error: 'format' }),
  plan: planSchema,
  units: list(unit),
  targets: list(target).exactOptional(),
  figures: list(figureSchema),
  adjustments: list(adjustment).exactOptional(),
  lots: z.record(z.string(), count, { error: 'object' }).exactOptional(),
  decisions: list(decision).exactOptional(),
});

export type YearFile = z.infer<typeof yearSchema>;
export type Unit = z.infer<typeof unit>;
export type Target = z.infer<typeof target>;
export type Figure = z.infer<typeof figureSchema>;
export type Adjustment = z.infer<typeof adjustment>;
export type Decision = z.infer<typeof decision>;

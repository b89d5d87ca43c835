import { z } from 'zod';
import type { Json } from '../hash/index.ts';
import { wellFormed } from './well-formed.ts';

/** A moment in UTC with six decimals, as PostgreSQL keeps it: `2026-12-01T05:08:38.120000Z`. */
export const microInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
export const eventId = z.int().positive();
const uuidText = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const text = z.string().refine(wellFormed);
/** Absent things are null, never left out: a missing key would give another leaf. */
const json = z.custom<Json>((value) => value !== undefined && wellFormed(value));

/** A trace of a change (R5) as it enters the chain and as `audit.jsonl` holds it, one in a line. */
export const auditEventSchema = z.strictObject({
  /** The federation's code. */
  federation: text,
  id: eventId,
  at: microInstant,
  account: uuidText.nullable(),
  membership: uuidText.nullable(),
  role: text,
  title: text,
  unit: uuidText.nullable(),
  year: uuidText.nullable(),
  action: text,
  subject: text,
  before: json,
  after: json,
  request: text,
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, decimal, federationId, id, instant, walls } from './columns.ts';
import { unit, year } from './org.ts';
import { planLine } from './plan.ts';

/** A unit's report of one period. Rows come into being with the first thing that happens to a report. */
export const report = pgTable(
  'report',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    periodCode: text().notNull(),
    state: text().notNull().default('open'),
    /** The officer's extension of this one unit's deadline. */
    dueAt: instant(),
    dueReason: text(),
    submittedAt: instant(),
    revision: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.periodCode] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'own', officerWrites: true }),
  ],
);

/**
 * What one unit says of one line in one period. `value` is what was typed last (a draft until sent), `submitted` what
 * was last sent, `settled` what the federation accepted or put in its place.
 */
export const figure = pgTable(
  'figure',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    periodCode: text().notNull(),
    status: text().notNull().default('draft'),
    value: jsonb().$type<unknown>(),
    note: text(),
    submitted: jsonb().$type<unknown>(),
    settled: jsonb().$type<unknown>(),
    revision: integer().notNull().default(1),
    /** Membership that typed it, its title then, and whether the federation typed it for the unit. */
    enteredBy: uuid().notNull(),
    enteredAs: text().notNull(),
    enteredFor: boolean().notNull().default(false),
    updatedAt: createdAt(),
    submittedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.lineCode, t.periodCode] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.lineCode],
      foreignColumns: [planLine.federationId, planLine.yearId, planLine.code],
    }),
    // With the unit, so that what waits is counted from the index alone.
    index('figure_by_status').on(t.federationId, t.yearId, t.status, t.lineCode, t.unitId),
    ...walls({ unitReads: 'own', unitWrites: 'own', officerWrites: true }),
  ],
);

/** What was sent, as it was sent, with its receipt (R4). Never changed but for the mark that it was withdrawn. */
export const submission = pgTable(
  'submission',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    periodCode: text().notNull(),
    number: text().notNull(),
    content: jsonb().$type<unknown>().notNull(),
    hash: text().notNull(),
    serverSignature: text().notNull(),
    submittedBy: uuid().notNull(),
    submittedAs: text().notNull(),
    at: createdAt(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('submission_number').on(t.federationId, t.number),
    index('submission_of_report').on(t.federationId, t.yearId, t.unitId, t.periodCode),
    foreignKey({
      columns: [t.federationId, t.yearId, t.unitId, t.periodCode],
      foreignColumns: [report.federationId, report.yearId, report.unitId, report.periodCode],
    }),
    ...walls({ unitReads: 'own', unitWrites: 'own', officerWrites: true }),
  ],
);

/** A stored file; the bytes lie under federation/SHA-256 of the stored bytes and are never overwritten (R7). */
export const evidence = pgTable(
  'evidence',
  {
    federationId: federationId(),
    id: id(),
    unitId: uuid().notNull(),
    sha256: text().notNull(),
    /** SHA-256 of the bytes as received, before re-encoding: the same upload sent twice answers as the first time. */
    receivedSha256: text().notNull(),
    bytes: integer().notNull(),
    mediaType: text().notNull(),
    name: text().notNull(),
    width: integer(),
    height: integer(),
    uploadedBy: uuid().notNull(),
    uploadedAs: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    index('evidence_received').on(t.federationId, t.unitId, t.receivedSha256),
    ...walls({ unitReads: 'own', unitWrites: 'own', officerWrites: true }),
  ],
);

/** Which file speaks for which line and period; one file may speak for several lines. */
export const figureEvidence = pgTable(
  'figure_evidence',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    periodCode: text().notNull(),
    evidenceId: uuid().notNull(),
    addedAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.lineCode, t.periodCode, t.evidenceId] }),
    foreignKey({ columns: [t.federationId, t.evidenceId], foreignColumns: [evidence.federationId, evidence.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.lineCode],
      foreignColumns: [planLine.federationId, planLine.yearId, planLine.code],
    }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'own', officerWrites: true }),
  ],
);

/** One judgement of one line in one period at one stage. Never changed (R6); an undone one carries the mark. */
export const assessment = pgTable(
  'assessment',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    periodCode: text().notNull(),
    stage: text().notNull(),
    decision: text().notNull(),
    /** The figure put in place of the unit's, or the points put in place of the rule's. */
    figure: jsonb().$type<unknown>(),
    points: decimal(),
    reason: text(),
    dueAt: instant(),
    /** Entered by the federation itself, not in answer to a unit. */
    entered: boolean().notNull().default(false),
    by: uuid('by_membership').notNull(),
    byAs: text().notNull(),
    at: createdAt(),
    undoneAt: instant(),
    undoneBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    index('assessment_of_line').on(t.federationId, t.yearId, t.unitId, t.lineCode, t.periodCode),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.lineCode],
      foreignColumns: [planLine.federationId, planLine.yearId, planLine.code],
    }),
    ...walls({ unitReads: 'own', unitWrites: 'none', officerWrites: true }),
  ],
);

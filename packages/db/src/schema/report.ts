import { sql } from 'drizzle-orm';
import { type FigureValue, assessmentDecisions, figureStates, figureStatuses } from '@giaouoc/domain/figure/index';
import { storedMediaTypes } from '@giaouoc/domain/evidence/file-kind';
import { type ReportReceipt, reportStates } from '@giaouoc/domain/report/index';
import {
  boolean,
  check,
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
import { createdAt, decimal, federationId, has, id, instant, isOneOf, oneOf, walls } from './columns.ts';
import { unit, year } from './org.ts';
import { planLine, planStage } from './plan.ts';

/** A unit's report of one period. Rows come into being with the first thing that happens to a report. */
export const report = pgTable(
  'report',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    periodCode: text().notNull(),
    /** The unit's side; that nobody owes anything any more is worked out from the figures. */
    state: oneOf(reportStates).notNull().default('open'),
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
    isOneOf('report_state', t.state, reportStates),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write', judgeHolds: true }),
  ],
);

/**
 * The unit's side of one line in one period: `value` is what was typed last (a draft until sent), `submitted` what was last
 * sent, while that stands. No stage of judging writes here; how the figure reads is worked out (`figure_status`).
 */
export const figure = pgTable(
  'figure',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    periodCode: text().notNull(),
    state: oneOf(figureStates).notNull().default('draft'),
    value: jsonb().$type<FigureValue>(),
    note: text(),
    submitted: jsonb().$type<FigureValue>(),
    /** How often it was sent; an assessment names the sending it is about. */
    sending: integer().notNull().default(0),
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
    isOneOf('figure_state', t.state, figureStates),
    // What was sent is there exactly while it stands.
    check('figure_sent', sql`(${t.state} = 'sent') = (${t.submitted} is not null)`),
    ...walls({ unitReads: 'own', unitWrites: 'own', given: 'line', writes: 'federation.write' }),
  ],
);

/**
 * How a figure reads at a stage: a projection of both sides for the queue's index. Written by PostgreSQL alone
 * (packages/db/sql/figure.sql), in the statement that changes either side; there is a row once a figure was sent or judged.
 */
export const figureStatus = pgTable(
  'figure_status',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    periodCode: text().notNull(),
    stage: text().notNull(),
    status: oneOf(figureStatuses).notNull(),
    /** The stage's assessment in force. */
    assessmentId: uuid(),
    /** Grows by one when the figure is sent or withdrawn and when the stage judges it or takes that back (R3). */
    revision: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.lineCode, t.periodCode, t.stage] }),
    // With the unit, so that what waits is counted from the index alone.
    index('figure_status_queue').on(t.federationId, t.yearId, t.stage, t.status, t.lineCode, t.unitId),
    foreignKey({
      columns: [t.federationId, t.yearId, t.stage],
      foreignColumns: [planStage.federationId, planStage.yearId, planStage.code],
    }),
    isOneOf('figure_status_status', t.status, figureStatuses),
    ...walls({ unitReads: 'own', unitWrites: 'none', given: 'line', writes: 'nobody' }),
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
    content: jsonb().$type<ReportReceipt>().notNull(),
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
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
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
    mediaType: oneOf(storedMediaTypes).notNull(),
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
    isOneOf('evidence_media_type', t.mediaType, storedMediaTypes),
    index('evidence_received').on(t.federationId, t.unitId, t.receivedSha256),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
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
    ...walls({ unitReads: 'own', unitWrites: 'own', given: 'line', writes: 'federation.write' }),
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
    decision: oneOf(assessmentDecisions).notNull(),
    /** Which sending of the unit it is about; 0 where the federation entered the figure itself. */
    sending: integer().notNull().default(0),
    /** The figure put in place of the unit's, or the points put in place of the rule's. */
    figure: jsonb().$type<FigureValue>(),
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
    foreignKey({
      columns: [t.federationId, t.yearId, t.stage],
      foreignColumns: [planStage.federationId, planStage.yearId, planStage.code],
    }),
    isOneOf('assessment_decision', t.decision, assessmentDecisions),
    // What the federation entered itself is not a judgement of a unit's figure.
    ...walls({
      unitReads: 'own',
      unitWrites: 'none',
      writes: 'federation.judge',
      given: 'line',
      only: sql`(not entered or ${has('federation.write')})`,
    }),
  ],
);

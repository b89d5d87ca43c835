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
import { type PlanDocument, stageKinds } from '@giaouoc/domain/plan/index';
import {
  capacities,
  paperStates,
  parties,
  type PledgeContent,
  pledgeStates,
  type SignatureReceipt,
  type SigningLines,
  strengths,
} from '@giaouoc/domain/pledge/index';
import { lineKinds } from '@giaouoc/domain/year-file/index';
import { createdAt, decimal, federationId, id, instant, isOneOf, oneOf, walls } from './columns.ts';
import { unit, year } from './org.ts';

/** The plan while it is being written; one per year, replaced as a whole at a revision. */
export const planDraft = pgTable(
  'plan_draft',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    /** A document in the making: of a plan's shape, and not yet one that could be published. */
    document: jsonb().$type<PlanDocument>().notNull(),
    /** The published version it began as a copy of, of this year or of another; what it differs from is shown. */
    basedOnYear: uuid(),
    basedOnVersion: integer(),
    revision: integer().notNull().default(1),
    /** Membership of the officer who changed it last. */
    updatedBy: uuid().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({
      columns: [t.federationId, t.basedOnYear, t.basedOnVersion],
      foreignColumns: [planVersion.federationId, planVersion.yearId, planVersion.version],
    }),
    ...walls({ unitReads: 'none', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/** A published version never changes (R6): the application's role may insert rows here and nothing else. */
export const planVersion = pgTable(
  'plan_version',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    version: integer().notNull(),
    document: jsonb().$type<PlanDocument>().notNull(),
    hash: text().notNull(),
    engine: text().notNull(),
    note: text(),
    /** Whether units are asked to sign this version; the publisher says so. Without it their earlier signature suffices. */
    needsSignature: boolean().notNull().default(true),
    publishedBy: uuid().notNull(),
    publishedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.version] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/** The lines ever published in a year, for foreign keys: a code keeps its meaning from version to version. */
export const planLine = pgTable(
  'plan_line',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    kind: oneOf(lineKinds).notNull(),
    position: integer().notNull(),
    sinceVersion: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.code] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.sinceVersion],
      foreignColumns: [planVersion.federationId, planVersion.yearId, planVersion.version],
    }),
    isOneOf('plan_line_kind', t.kind, lineKinds),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/**
 * The stages of judging ever published in a year, for foreign keys: a code keeps its kind from version to version. What the
 * latest version says of them stands in its document.
 */
export const planStage = pgTable(
  'plan_stage',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    code: text().notNull(),
    kind: oneOf(stageKinds).notNull(),
    sinceVersion: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.code] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.sinceVersion],
      foreignColumns: [planVersion.federationId, planVersion.yearId, planVersion.version],
    }),
    isOneOf('plan_stage_kind', t.kind, stageKinds),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/** The unit's own number for a line, or that the line is not its to fulfil. */
export const unitTarget = pgTable(
  'unit_target',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    lineCode: text().notNull(),
    target: decimal(),
    assigned: boolean().notNull().default(true),
    /** Of a line taken from the unit: why, and since when. */
    unassignedReason: text(),
    unassignedAt: instant(),
    revision: integer().notNull().default(1),
    updatedBy: uuid().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.lineCode] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.lineCode],
      foreignColumns: [planLine.federationId, planLine.yearId, planLine.code],
    }),
    ...walls({ unitReads: 'own', unitWrites: 'own', given: 'line', writes: 'federation.write' }),
  ],
);

/** One unit's pledge on one plan version. `content` and `hash` are frozen when the first party signs. */
export const pledge = pgTable(
  'pledge',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    version: integer().notNull(),
    state: oneOf(pledgeStates).notNull(),
    content: jsonb().$type<PledgeContent>(),
    hash: text(),
    declinedReason: text(),
    revision: integer().notNull().default(1),
    offeredAt: createdAt(),
    changedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId, t.version] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.version],
      foreignColumns: [planVersion.federationId, planVersion.yearId, planVersion.version],
    }),
    isOneOf('pledge_state', t.state, pledgeStates),
    index('pledge_by_hash').on(t.hash),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
  ],
);

/** One party's signature: who, in what capacity, when, how strong, on which hash. Insert only (R6). */
export const signature = pgTable(
  'signature',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    version: integer().notNull(),
    party: oneOf(parties).notNull(),
    accountId: uuid().notNull(),
    membershipId: uuid().notNull(),
    capacity: oneOf(capacities).notNull(),
    method: oneOf(strengths).notNull(),
    hash: text().notNull(),
    receiptNumber: text().notNull(),
    receipt: jsonb().$type<SignatureReceipt>().notNull(),
    serverSignature: text().notNull(),
    /** For a paper signature: the photo of the sheet, and the officer who confirmed it. */
    evidenceId: uuid(),
    confirmedBy: uuid(),
    /** The lines of the signature on paper, as they were at signing; null for signatures given before they were kept. */
    signingLines: jsonb().$type<SigningLines>(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('signature_receipt_number').on(t.federationId, t.receiptNumber),
    isOneOf('signature_party', t.party, parties),
    isOneOf('signature_capacity', t.capacity, capacities),
    isOneOf('signature_method', t.method, strengths),
    index('signature_of_pledge').on(t.federationId, t.yearId, t.unitId, t.version),
    foreignKey({
      columns: [t.federationId, t.yearId, t.unitId, t.version],
      foreignColumns: [pledge.federationId, pledge.yearId, pledge.unitId, pledge.version],
    }),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
  ],
);

/** A sheet signed on paper, photographed, waiting for the officer to confirm it. */
export const paperSignature = pgTable(
  'paper_signature',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    version: integer().notNull(),
    evidenceId: uuid().notNull(),
    signedOn: text().notNull(),
    signedBy: text().notNull(),
    sentBy: uuid().notNull(),
    sentAt: createdAt(),
    state: oneOf(paperStates).notNull().default('waiting'),
    refusedReason: text(),
    decidedBy: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.unitId, t.version],
      foreignColumns: [pledge.federationId, pledge.yearId, pledge.unitId, pledge.version],
    }),
    isOneOf('paper_signature_state', t.state, paperStates),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
  ],
);

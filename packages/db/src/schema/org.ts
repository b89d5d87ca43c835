import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { roles, unitRoles } from '@giaouoc/domain/access/roles';
import { yearStatuses, yearSteps } from '@giaouoc/domain/year-status/index';
import { createdAt, decimal, federationId, id, instant, isOneOf, listed, oneOf, walls } from './columns.ts';
import { bytes } from './platform.ts';

/** The tenant. Kind, name and letterhead are data: "quận", "phường" or whatever the next reorganisation brings. */
export const federation = pgTable(
  'federation',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    provinceId: uuid(),
    code: text().notNull().unique(),
    /** A code of the domain's kinds, or words typed for a kind that nobody foresaw: not a closed list. */
    kind: text().notNull(),
    name: text().notNull(),
    /** The body above it, as printed over its own name. */
    superior: text().notNull(),
    /** Symbol used in document numbers ("LĐLĐ") and the place named beside dates. */
    symbol: text().notNull(),
    place: text().notNull(),
    /** Who signs its papers, e.g. "TM. BAN THƯỜNG VỤ" / "CHỦ TỊCH". */
    signsFor: text().notNull(),
    signsAs: text().notNull(),
    /** Demonstration data carries this mark wherever it is printed. */
    demo: boolean().notNull().default(false),
    /** The day a demonstration federation lives on, so that its deadlines stay ahead of it. */
    demoDay: date(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  () => walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write', federation: sql`id` }),
);

export const unit = pgTable(
  'unit',
  {
    federationId: federationId(),
    id: id(),
    code: text().notNull(),
    name: text().notNull(),
    /** As that of a federation: not a closed list. */
    kind: text().notNull(),
    foundedOn: date(),
    archivedAt: instant(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    /** Equal to `id`; lets the policy that guards every other table by `unit_id` guard this one too. */
    unitId: uuid()
      .notNull()
      .generatedAlwaysAs(sql`id`),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('unit_code').on(t.federationId, t.code),
    foreignKey({ columns: [t.federationId], foreignColumns: [federation.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'none', given: 'name', writes: 'federation.write' }),
  ],
);

export const membership = pgTable(
  'membership',
  {
    federationId: federationId(),
    id: id(),
    accountId: uuid().notNull(),
    role: oneOf(roles).notNull(),
    unitId: uuid(),
    title: text().notNull(),
    /**
     * Where the federation reaches the person, E.164. Not what they sign in with: that is the account's, set by the
     * person, so that entering a number here never tells whether somebody has an account (A7).
     */
    phone: text(),
    /** A user name the federation proposes; the person may choose another one when they accept the invitation. */
    proposedName: text(),
    endedAt: instant(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    foreignKey({ columns: [t.federationId], foreignColumns: [federation.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    isOneOf('membership_role', t.role, roles),
    // A role of a unit names its unit, every other one none.
    check('membership_unit', sql`(${t.role} in (${listed(unitRoles)})) = (${t.unitId} is not null)`),
    index('membership_of_account').on(t.accountId),
    index('membership_of_unit').on(t.federationId, t.unitId),
    ...walls({ unitReads: 'own', unitWrites: 'none', given: 'none', writes: 'federation.people' }),
  ],
);

/** A one-time link that lets a person set a password and a six-digit code for the membership it names. */
export const invitation = pgTable(
  'invitation',
  {
    federationId: federationId(),
    id: id(),
    membershipId: uuid().notNull(),
    tokenHash: bytes().notNull(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('invitation_token').on(t.federationId, t.tokenHash),
    index('invitation_by_token').on(t.tokenHash),
    index('invitation_of_membership').on(t.federationId, t.membershipId),
    foreignKey({ columns: [t.federationId, t.membershipId], foreignColumns: [membership.federationId, membership.id] }),
    ...walls({ unitReads: 'none', unitWrites: 'none', reads: 'federation.people', writes: 'federation.people' }),
  ],
);

/** One emulation year of a federation. Its row is what judgements lock, so that two officers never leave a mixture. */
export const year = pgTable(
  'year',
  {
    federationId: federationId(),
    id: id(),
    code: text().notNull(),
    title: text().notNull(),
    from: date('from_date').notNull(),
    to: date('to_date').notNull(),
    /** Where it stands; PostgreSQL refuses writes to a year that does not take them (packages/db/sql/year.sql). */
    status: oneOf(yearStatuses).notNull().default('running'),
    /** The latest published plan version; it scores everyone. */
    planVersion: integer(),
    /**
     * Stages whose queue is kept as a projection (`figure_status`): those of the published plan that verify what units send
     * (packages/db/sql/plan.sql). The first decides how a figure reads.
     */
    verifyingStages: text().array().notNull().default(['federation']),
    /** Set when someone has made the year provisional; the snapshot everyone then sees. */
    snapshotId: uuid(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('year_code').on(t.federationId, t.code),
    foreignKey({ columns: [t.federationId], foreignColumns: [federation.id] }),
    isOneOf('year_status', t.status, yearStatuses),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write', judgeHolds: true }),
  ],
);

/** Each step of a year's life, with its reason where it takes something back. Never changed. */
export const yearStep = pgTable(
  'year_step',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    number: integer().notNull(),
    step: oneOf(yearSteps).notNull(),
    before: oneOf(yearStatuses).notNull(),
    after: oneOf(yearStatuses).notNull(),
    reason: text(),
    /** The snapshot that everyone sees from this step on. */
    snapshotId: uuid(),
    by: uuid('by_membership').notNull(),
    byAs: text().notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.number] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    isOneOf('year_step_step', t.step, yearSteps),
    isOneOf('year_step_before', t.before, yearStatuses),
    isOneOf('year_step_after', t.after, yearStatuses),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

export const block = pgTable(
  'block',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.code] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

export const cluster = pgTable(
  'cluster',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.code] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    ...walls({ unitReads: 'all', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/** A unit's place in one year: block, cluster, since when, last year's total; or left out of the year. */
export const yearUnit = pgTable(
  'year_unit',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    blockCode: text().notNull(),
    clusterCode: text(),
    activeSince: date(),
    previousTotal: decimal(),
    leftOut: boolean().notNull().default(false),
    leftOutReason: text(),
    /** When it was left out; null where that was before this was kept. */
    leftOutAt: instant(),
    revision: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.blockCode],
      foreignColumns: [block.federationId, block.yearId, block.code],
    }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.clusterCode],
      foreignColumns: [cluster.federationId, cluster.yearId, cluster.code],
    }),
    ...walls({ unitReads: 'own', unitWrites: 'none', given: 'name', writes: 'federation.write' }),
  ],
);

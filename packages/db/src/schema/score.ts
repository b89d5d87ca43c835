import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Whys } from '@giaouoc/domain/explain/index';
import { type PointsSoFar, reminderChannels } from '@giaouoc/domain/progress/index';
import type { Mark, Results, StoredResult, StoredWhys } from '@giaouoc/domain/scoring/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import { snapshotKinds } from '@giaouoc/domain/year-status/index';
import { createdAt, decimal, federationId, id, instant, isOneOf, oneOf, walls } from './columns.ts';
import { unit, year } from './org.ts';

/** What one unit has, stored when it changes: totals, points and whys in one row (S3), and with what it was worked out. */
export const unitScore = pgTable(
  'unit_score',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    planVersion: integer().notNull(),
    engine: text().notNull(),
    total: decimal().notNull(),
    /** The unit's entry of the results (scoring.md, section 8), as worked out from what counts. */
    result: jsonb().$type<StoredResult>().notNull(),
    /** Structured explanations of that entry. */
    whys: jsonb().$type<StoredWhys>().notNull(),
    /** The best figures of the unit's places on leader lines, by line, without whose they are: what it is measured against. */
    marks: jsonb().$type<Record<string, Mark>>().notNull().default({}),
    /** Hash of plan, engine and all that the score is made of: what says, without reading it, that nothing changed. */
    contentHash: text().notNull(),
    revision: integer().notNull().default(1),
    scoredAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'none', writes: 'federation.judge' }),
  ],
);

/**
 * "Tạm tính": points of what is due so far, reported and verified apart. A row of its own, because a unit's submission
 * writes it, and a unit must have no right on the row that counts.
 */
export const unitProgress = pgTable(
  'unit_progress',
  {
    federationId: federationId(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    planVersion: integer().notNull(),
    soFar: jsonb().$type<PointsSoFar>().notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.yearId, t.unitId] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.judge' }),
  ],
);

/** A whole year as it stood at one moment: what screen, PDF and Excel of a ranking are all drawn from (S6). */
export const snapshot = pgTable(
  'snapshot',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    number: integer().notNull(),
    kind: oneOf(snapshotKinds).notNull(),
    planVersion: integer().notNull(),
    engine: text().notNull(),
    yearFile: jsonb().$type<YearFile>().notNull(),
    results: jsonb().$type<Results>().notNull(),
    whys: jsonb().$type<Whys>().notNull(),
    digest: text().notNull(),
    /** What of the stored scores it was made from (scoreBasis): as long as that is the same, nothing that counts changed. */
    basis: text().notNull().default(''),
    createdBy: uuid().notNull(),
    createdAs: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('snapshot_number').on(t.federationId, t.yearId, t.number),
    isOneOf('snapshot_kind', t.kind, snapshotKinds),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    ...walls({ unitReads: 'none', unitWrites: 'none', writes: 'federation.write' }),
  ],
);

/** A reminder an officer sent, and the moment its link was opened. */
export const reminder = pgTable(
  'reminder',
  {
    federationId: federationId(),
    id: id(),
    yearId: uuid().notNull(),
    unitId: uuid().notNull(),
    text: text().notNull(),
    channel: oneOf(reminderChannels).notNull(),
    sentBy: uuid().notNull(),
    sentAt: createdAt(),
    seenAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    isOneOf('reminder_channel', t.channel, reminderChannels),
    index('reminder_of_unit').on(t.federationId, t.yearId, t.unitId),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    ...walls({ unitReads: 'own', unitWrites: 'own', writes: 'federation.write' }),
  ],
);

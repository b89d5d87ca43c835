import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, federationId, id, walls } from './columns.ts';
import { block, membership, unit, year } from './org.ts';
import { planLine } from './plan.ts';

/**
 * What somebody who sees only what is given to them is given in a year: a unit, the units of a block, or a line, one in each row.
 * Read by `app.assigned_units()` and `app.assigned_lines()` (packages/db/sql/scope.sql); taken away by deleting the row.
 */
export const assignment = pgTable(
  'assignment',
  {
    federationId: federationId(),
    id: id(),
    membershipId: uuid().notNull(),
    yearId: uuid().notNull(),
    unitId: uuid(),
    blockCode: text(),
    lineCode: text(),
    givenBy: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.federationId, t.id] }),
    unique('assignment_once')
      .on(t.federationId, t.membershipId, t.yearId, t.unitId, t.blockCode, t.lineCode)
      .nullsNotDistinct(),
    check('assignment_of_one', sql`num_nonnulls(${t.unitId}, ${t.blockCode}, ${t.lineCode}) = 1`),
    foreignKey({ columns: [t.federationId, t.membershipId], foreignColumns: [membership.federationId, membership.id] }),
    foreignKey({ columns: [t.federationId, t.yearId], foreignColumns: [year.federationId, year.id] }),
    foreignKey({ columns: [t.federationId, t.unitId], foreignColumns: [unit.federationId, unit.id] }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.blockCode],
      foreignColumns: [block.federationId, block.yearId, block.code],
    }),
    foreignKey({
      columns: [t.federationId, t.yearId, t.lineCode],
      foreignColumns: [planLine.federationId, planLine.yearId, planLine.code],
    }),
    ...walls({ unitReads: 'none', unitWrites: 'none', writes: 'federation.people' }),
  ],
);

import { sql, type SQL } from 'drizzle-orm';
import { pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Serves requests; owns nothing, bypasses nothing. Created by the launcher or by the database's administrator. */
export const appRole = pgRole('giaouoc_app').existing();
/** Owns the tables and runs migrations, jobs and the named functions of the schema `app`. */
export const ownerRole = pgRole('giaouoc_owner').existing();

export const federationId = () => uuid().notNull();
export const id = () =>
  uuid()
    .notNull()
    .default(sql`uuidv7()`);
export const instant = () => timestamp({ withTimezone: true, mode: 'string' });
export const createdAt = () => instant().notNull().defaultNow();
/** A decimal of the year file: kept as text, never as a binary float. */
export const decimal = () => text();

/** What the units of a federation may do with a tenant table; officers' rights come beside it. */
type Walls = {
  /** Rows a unit's people may read: none, those of their own unit, or all of the federation. */
  unitReads: 'none' | 'own' | 'all';
  /** Rows a unit's people may insert and change. */
  unitWrites: 'none' | 'own';
  /** Whether the officer may insert and change rows, or only read them. */
  officerWrites: boolean;
  /** The column holding the federation, where it is not `federation_id`. */
  federation?: SQL;
};

/**
 * The fixed walls of one tenant table (promise A1): policies for reading and for writing, each with a condition.
 * The owner's policy binds the owner too (row-level security is forced): it sees one federation at a time, or all of
 * them only inside a named function or job that says so (`app.platform()`).
 */
export function walls({ unitReads, unitWrites, officerWrites, federation = sql`federation_id` }: Walls) {
  const here = sql`${federation} = (select app.federation_id())`;
  const officer = sql`${here} and (select app.role()) = 'officer'`;
  const ofUnit = sql`(select app.role()) in ('chair', 'deputy', 'principal')`;
  const ownUnit = sql`${here} and ${ofUnit} and unit_id = (select app.unit_id())`;
  const platform = sql`(select app.platform()) or ${here}`;
  const list = [
    pgPolicy('owner', { for: 'all', to: ownerRole, using: platform, withCheck: platform }),
    pgPolicy('officer_reads', { for: 'select', to: appRole, using: officer }),
  ];
  if (officerWrites)
    list.push(
      pgPolicy('officer_inserts', { for: 'insert', to: appRole, withCheck: officer }),
      pgPolicy('officer_updates', { for: 'update', to: appRole, using: officer, withCheck: officer }),
      pgPolicy('officer_deletes', { for: 'delete', to: appRole, using: officer }),
    );
  if (unitReads !== 'none')
    list.push(
      pgPolicy('unit_reads', {
        for: 'select',
        to: appRole,
        using: unitReads === 'own' ? ownUnit : sql`${here} and ${ofUnit}`,
      }),
    );
  if (unitWrites === 'own')
    list.push(
      pgPolicy('unit_inserts', { for: 'insert', to: appRole, withCheck: ownUnit }),
      pgPolicy('unit_updates', { for: 'update', to: appRole, using: ownUnit, withCheck: ownUnit }),
    );
  return list;
}

import { sql, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, check, pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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

/** A text column that holds one of a list of the domain; `isOneOf` is the check beside it. */
export const oneOf = <const L extends readonly [string, ...string[]]>(list: L) =>
  text({ enum: list as unknown as [L[number], ...L[number][]] });

/** The check of a column made with `oneOf`, from the same list. Null passes where the column takes it. */
export const isOneOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(name, sql`${column} in (${quoted(list)})`);

const quoted = (list: readonly string[]): SQL =>
  sql.raw(list.map((one) => `'${one.replaceAll("'", "''")}'`).join(', '));

/** The same for a column that holds several of a list. */
export const areOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(name, sql`${column} <@ array[${quoted(list)}]::text[]`);

/** What the people of a federation may do with a tenant table; officers read all of it. */
type Walls = {
  /** Rows a unit's people may read: none, those of their own unit, or all of the federation. */
  unitReads: 'none' | 'own' | 'all';
  /** The column holding the federation, where it is not `federation_id`. */
  federation?: SQL;
} & (
  | {
      /** Whether the officer may insert and change rows, or only read them. */
      officerWrites: true;
      /** Rows a unit's people may insert and change too. */
      unitWrites: 'none' | 'own';
    }
  | { officerWrites: false; unitWrites: 'none' }
);

const here = (federation: SQL): SQL => sql`${federation} = (select app.federation_id())`;
const officer = sql`(select app.role()) = 'officer'`;
const members = sql`(select app.role()) in ('officer', 'chair', 'deputy', 'principal')`;
/** `app.own_unit()` is the unit of a unit's people, and null for everyone else. */
const ownUnit = sql`unit_id = (select app.own_unit())`;

/**
 * The fixed walls of one tenant table (promise A1): policies for reading and for writing, each with a condition. One policy
 * for each kind of statement says it for all roles: PostgreSQL sets every condition up anew for each table of each statement.
 * The owner's policy binds the owner too (row-level security is forced): it sees one federation at a time, or all of
 * them only inside a named function or job that says so (`app.platform()`).
 */
export function walls({ unitReads, unitWrites, officerWrites, federation = sql`federation_id` }: Walls) {
  const inside = here(federation);
  const platform = sql`(select app.platform()) or ${inside}`;
  const readers = { none: officer, own: sql`(${officer} or ${ownUnit})`, all: members }[unitReads];
  const read = sql`${inside} and ${readers}`;
  const list = [
    pgPolicy('owner', { for: 'all', to: ownerRole, using: platform, withCheck: platform }),
    pgPolicy('members_read', { for: 'select', to: appRole, using: read }),
  ];
  if (officerWrites) {
    const write = sql`${inside} and ${unitWrites === 'own' ? sql`(${officer} or ${ownUnit})` : officer}`;
    list.push(
      pgPolicy('members_insert', { for: 'insert', to: appRole, withCheck: write }),
      pgPolicy('members_update', { for: 'update', to: appRole, using: write, withCheck: write }),
      pgPolicy('officer_deletes', { for: 'delete', to: appRole, using: sql`${inside} and ${officer}` }),
    );
  }
  return list;
}

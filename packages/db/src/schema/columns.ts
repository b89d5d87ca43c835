import { sql, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, check, pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Capability } from '@giaouoc/domain/access/capabilities';

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

/** The words of such a list for the `in (…)` of a check. */
export const listed = (list: readonly string[]): SQL =>
  sql.raw(list.map((one) => `'${one.replaceAll("'", "''")}'`).join(', '));

/** The check of a column made with `oneOf`, from the same list. Null passes where the column takes it. */
export const isOneOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(name, sql`${column} in (${listed(list)})`);

/** A question to the capabilities of whoever asks (packages/domain/src/access), answered once for a statement. */
export const has = (capability: Capability): SQL => sql.raw(`(select app.has('${capability}'))`);

/** What the people of a federation may do with a tenant table. */
type Walls = {
  /** Rows a unit's people may read: none, those of their own unit, or all of the federation. */
  unitReads: 'none' | 'own' | 'all';
  /** Who reads all rows, where it is not everyone who reads the whole federation. */
  reads?: 'federation.see' | 'federation.people';
  /**
   * Of rows that a unit's people read of their own: those that people see to whom units or blocks were given, lines too
   * (`line`, for tables with a line's code), or what a line's figures are named by (`name`). `unit` where nothing is said.
   */
  given?: 'unit' | 'line' | 'name' | 'none';
  /** The column holding the federation, where it is not `federation_id`. */
  federation?: SQL;
} & (
  | {
      /** Who may insert, change and delete rows of the whole federation, as far as the rights on the table go. */
      writes: 'federation.write' | 'federation.judge' | 'federation.people';
      /** Rows a unit's people may insert and change too. */
      unitWrites: 'none' | 'own';
      /** Whether who judges may hold rows (`for update`) without changing them. */
      judgeHolds?: boolean;
      /** What a row must be besides, to be inserted or changed. */
      only?: SQL;
    }
  | { writes: 'nobody'; unitWrites: 'none' }
);

const here = (federation: SQL): SQL => sql`${federation} = (select app.federation_id())`;
/** `app.own_unit()` is the unit of a unit's people, and null for everyone else. */
const ownUnit = sql`unit_id = (select app.own_unit())`;
const givenUnit = sql`unit_id = any ((select app.assigned_units())::uuid[])`;
const given = {
  none: sql``,
  unit: sql` or ${givenUnit}`,
  line: sql` or ${givenUnit} or year_id || ' ' || line_code = any ((select app.assigned_lines())::text[])`,
  name: sql` or ${givenUnit} or (select app.assigned_lines()) <> '{}'`,
};

/**
 * The fixed walls of one tenant table (promise A1): policies for reading and for writing, each with a condition. One policy
 * for each kind of statement says it for all scopes: PostgreSQL sets every condition up anew for each table of each statement.
 * What is cheap and common is asked first: the rest of an `or` is worked out only where that says no.
 * The owner's policy binds the owner too (row-level security is forced): it sees one federation at a time, or all of
 * them only inside a named function or job that says so (`app.platform()`).
 */
export function walls({ federation = sql`federation_id`, ...what }: Walls) {
  const inside = here(federation);
  const platform = sql`(select app.platform()) or ${inside}`;
  const all = has(what.reads ?? 'federation.see');
  const readers = {
    none: all,
    own: sql`(${all} or ${ownUnit}${given[what.given ?? 'unit']})`,
    all: has('any.belong'),
  }[what.unitReads];
  const list = [
    pgPolicy('owner', { for: 'all', to: ownerRole, using: platform, withCheck: platform }),
    pgPolicy('members_read', { for: 'select', to: appRole, using: sql`${inside} and ${readers}` }),
  ];
  if (what.writes !== 'nobody') {
    const writer = has(what.writes);
    const own = what.unitWrites === 'own' ? sql` or ${ownUnit}` : sql``;
    const held = what.judgeHolds ? sql` or ${has('federation.judge')}` : sql``;
    const only = what.only ? sql` and ${what.only}` : sql``;
    const write = sql`${inside} and (${writer}${own})${only}`;
    list.push(
      pgPolicy('members_insert', { for: 'insert', to: appRole, withCheck: write }),
      pgPolicy('members_update', {
        for: 'update',
        to: appRole,
        using: sql`${inside} and (${writer}${own}${held})${only}`,
        withCheck: write,
      }),
      pgPolicy('members_delete', { for: 'delete', to: appRole, using: sql`${inside} and ${writer}` }),
    );
  }
  return list;
}

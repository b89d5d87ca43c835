import type { Sql } from 'postgres';
import type { Secrets } from './secrets.ts';

/** Owns the database and all in it, runs migrations and jobs; bound by forced row-level security like everyone. */
export const ownerRole = 'giaouoc_owner';
/** The role the application asks with; owns nothing and sees no row without a scope. */
export const appRole = 'giaouoc_app';

/**
 * Creates the two roles of the product where they are missing and gives them the passwords kept beside the data.
 * `admin` is a connection of the server's superuser.
 */
export async function ensureRoles(admin: Sql, secrets: Secrets): Promise<void> {
  for (const [role, password] of [
    [ownerRole, secrets.owner],
    [appRole, secrets.app],
  ] as const) {
    const found = await admin`select from pg_roles where rolname = ${role}`;
    if (found.length === 0) await admin.unsafe(`create role ${role}`);
    // Our own passwords hold letters, digits, - and _ only, so they cannot leave the quotes.
    await admin.unsafe(
      `alter role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
    );
  }
}

/**
 * Creates database `name`, empty or as a copy of `template`, if it is not there: owned by the owner role, closed to
 * everyone but the two roles of the product (rights on a database are not copied with a template).
 */
export async function ensureDatabase(admin: Sql, name: string, template?: string): Promise<void> {
  const found = await admin`select from pg_database where datname = ${name}`;
  if (found.length > 0) return;
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const copy = template === undefined ? '' : ` template "${template.replaceAll('"', '""')}" strategy file_copy`;
  await admin.unsafe(`create database ${quoted} owner ${ownerRole}${copy}`);
  await admin.unsafe(`revoke all on database ${quoted} from public`);
  await admin.unsafe(`grant connect on database ${quoted} to ${appRole}`);
}

import path from 'node:path';
import { capabilitiesOf, foundingRole, roles, scopeKindOf } from '@giaouoc/domain/access/index';

/** Where PostgreSQL's copy of the list of roles stands. */
export const rolesFile = path.join(import.meta.dirname, '../sql/roles.sql');

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The list of roles (packages/domain/src/access/roles.ts) as PostgreSQL is told it; a test compares it with the file. */
export function rolesSql(): string {
  const width = Math.max(...roles.map((role) => `${scopeKindOf(role)} ${role}`.length));
  const cases = roles.map((role) => {
    const key = `${scopeKindOf(role)} ${role}`;
    const may = capabilitiesOf(role).map(quoted).join(', ');
    return `    when ${quoted(key).padEnd(width + 2)} then capability in (${may})`;
  });
  return `-- Written by \`node tools/write-schema.ts\` from packages/domain/src/access/roles.ts. The one place of PostgreSQL that names roles.

-- Whether a role has a capability in a scope, both in one text ('unit chair'): a role in another kind of scope than its own
-- has nothing, and so has a role that is not listed. Never null.
create or replace function app.role_has(scope_and_role text, capability text) returns boolean language sql immutable parallel safe
  as $$ select case scope_and_role
${cases.join('\n')}
    else false end $$;

-- What the first person of a federation is.
create or replace function app.founding_role() returns text language sql immutable parallel safe
  as $$ select ${quoted(foundingRole)} $$;

grant execute on function app.role_has(text, text) to giaouoc_app;
`;
}

import { openClient } from './client.ts';

/** Why a role may not be the application's (A1): row-level security would not bind it, or it could undo it. */
export type RoleFault = 'superuser' | 'bypasses-row-security' | 'owner';

/**
 * Looks at the role of `url` and every role it can become, and tells what forbids its use by the application:
 * superuser, exempt from row-level security, or owner of the database or anything in it.
 *
 * @param prepare false behind a transaction pooler.
 */
export async function checkRole(url: string, { prepare = true } = {}): Promise<RoleFault[]> {
  const sql = openClient(url, { max: 1, prepare, connect_timeout: 10, onnotice: () => {} });
  try {
    const [found] = await sql<{ superuser: boolean; bypasses: boolean; owns: boolean }[]>`
      with mine as (
        select r.oid, r.rolsuper, r.rolbypassrls from pg_roles r
        where pg_has_role(session_user, r.oid, 'member') or pg_has_role(current_user, r.oid, 'member')
      )
      select
        bool_or(rolsuper) as superuser,
        bool_or(rolbypassrls) as bypasses,
        exists (select from pg_database d join mine on mine.oid = d.datdba where d.datname = current_database())
          or exists (
            select from pg_namespace n join mine on mine.oid = n.nspowner
            where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema')
          or exists (
            select from pg_class c join mine on mine.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace
            where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema')
          or exists (
            select from pg_proc p join mine on mine.oid = p.proowner join pg_namespace n on n.oid = p.pronamespace
            where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema') as owns
      from mine`;
    // A superuser is a member of every role, so the rest says nothing about it.
    if (found?.superuser === true) return ['superuser'];
    const faults: RoleFault[] = [];
    if (found?.bypasses !== false) faults.push('bypasses-row-security');
    if (found?.owns !== false) faults.push('owner');
    return faults;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

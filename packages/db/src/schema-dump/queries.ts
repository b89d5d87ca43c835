/*
 * Questions to PostgreSQL's catalogue, each ordered by names, never by ids, so that two databases with the same schema answer the
 * same. Every row is one line or block of the dump.
 */

const ours = `n.nspname in ('app', 'platform', 'public')`;
/** Rights without those that the owner has anyway, one grant for each grantee. */
const grants = (on: string) => `
  select format('grant %s on %s to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), ${on},
    case when a.grantee = 0 then 'public' else a.grantee::regrole::text end) as text`;

export type Line = { table: string; text: string };

/** Tables with their columns, in the order of the columns. */
export const columns = `
  select c.oid::regclass::text as "table",
    format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation and a.attcollation <> 0 then ' collate ' || a.attcollation::regcollation else '' end,
      case when a.attnotnull then ' not null' else '' end,
      case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
        when a.attidentity <> '' then ' generated always as identity'
        when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${ours} and c.relkind in ('r', 'p') order by n.nspname, c.relname, a.attnum`;

/** Keys and checks. Foreign keys follow all tables, since they name other ones. */
export const constraints = `
  select c.oid::regclass::text as "table", k.contype = 'f' as foreign,
    format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and k.contype in ('p', 'u', 'c', 'f', 'x')
  order by n.nspname, c.relname, position(k.contype in 'pucxf'), k.conname`;

/** Indexes that no constraint makes. */
export const indexes = `
  select i.indrelid::regclass::text as "table", pg_get_indexdef(i.indexrelid) || ';' as text
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by n.nspname, c.relname`;

export const rowSecurity = `
  select c.oid::regclass::text as "table", format('alter table %s %s row level security;', c.oid::regclass, w.what) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace,
    lateral (values ('enable', c.relrowsecurity), ('force', c.relforcerowsecurity)) w (what, is_on)
  where ${ours} and c.relkind in ('r', 'p') and w.is_on order by n.nspname, c.relname, w.what`;

export const policies = `
  select format('%I.%I', p.schemaname, p.tablename)::regclass::text as "table",
    format('create policy %I on %s for %s to %s', p.policyname, format('%I.%I', p.schemaname, p.tablename)::regclass,
      lower(p.cmd), (select string_agg(r::text, ', ' order by r) from unnest(p.roles) r))
      || coalesce(E'\\n  using ' || p.qual, '') || coalesce(E'\\n  with check ' || p.with_check, '') || ';' as text
  from pg_policies p where p.schemaname in ('app', 'platform', 'public') order by p.schemaname, p.tablename, p.policyname`;

export const triggers = `
  select t.tgrelid::regclass::text as "table", pg_get_triggerdef(t.oid) || ';' as text
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not t.tgisinternal order by n.nspname, c.relname, t.tgname`;

export const tableGrants = `
  select s."table", s.text from (
    select c.oid::regclass::text as "table", n.nspname, c.relname, '' as col, g.text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      lateral (${grants('c.oid::regclass')} from aclexplode(c.relacl) a where a.grantee <> c.relowner group by a.grantee) g
    where ${ours} and c.relkind in ('r', 'p', 'S', 'v')
    union all
    select c.oid::regclass::text, n.nspname, c.relname, t.attname,
      format('grant %s (%I) on %s to %s;', lower(a.privilege_type), t.attname, c.oid::regclass, a.grantee::regrole)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid,
      lateral aclexplode(t.attacl) a
    where ${ours} and a.grantee <> c.relowner) s
  order by s.nspname, s.relname, s.col, s.text collate "C"`;

/** Functions by what a caller sees of them; their bodies stand in packages/db/sql. */
export const functions = `
  select '' as "table", format('create function %s returns %s language %s %s%s%s;', p.oid::regprocedure,
      pg_get_function_result(p.oid), l.lanname, case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case p.proparallel when 's' then ' parallel safe' else '' end || case when p.prosecdef then ' security definer' else '' end,
      coalesce((select ' set ' || string_agg(s, ' set ' order by s) from unnest(p.proconfig) s), ''))
    || coalesce((select string_agg(E'\\ngrant execute on function ' || p.oid::regprocedure || ' to '
        || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ';', '' order by a.grantee::regrole::text)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), '') as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where ${ours} order by n.nspname, p.proname, p.oid::regprocedure::text collate "C"`;

/** Schemas with their rights, collations, rights of what is made later. */
export const others = `
  select '' as "table", s.text from (
    select 1 as place, n.nspname as name, format('create schema if not exists %I;', n.nspname)
      || coalesce((select string_agg(E'\\ngrant ' || lower(a.privilege_type) || ' on schema ' || n.nspname || ' to '
          || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ';', '' order by a.grantee::regrole::text,
          a.privilege_type) from aclexplode(n.nspacl) a where a.grantee <> n.nspowner), '') as text
    from pg_namespace n where ${ours}
    union all
    select 2, c.collname, format('create collation %s (provider = %s, locale = %L);', c.oid::regcollation,
      case c.collprovider when 'i' then 'icu' when 'c' then 'libc' else 'builtin' end, coalesce(c.colllocale, c.collcollate))
    from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${ours}
    union all
    select 3, d.defaclobjtype::text, format('-- default rights of %s on new objects of kind %s%s: %s', d.defaclrole::regrole, d.defaclobjtype,
      case when d.defaclnamespace = 0 then '' else ' in ' || d.defaclnamespace::regnamespace end, d.defaclacl::text)
    from pg_default_acl d) s
  order by s.place, s.name`;

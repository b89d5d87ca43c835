-- Written by `node tools/write-schema.ts` from packages/domain/src/access/roles.ts. The one place of PostgreSQL that names roles.

-- Whether a role has a capability in a scope, both in one text ('unit chair'): a role in another kind of scope than its own
-- has nothing, and so has a role that is not listed. Never null.
create or replace function app.role_has(scope_and_role text, capability text) returns boolean language sql immutable parallel safe
  as $$ select case scope_and_role
    when 'unit chair'          then capability in ('any.belong', 'unit.act')
    when 'unit deputy'         then capability in ('any.belong', 'unit.act')
    when 'unit principal'      then capability in ('any.belong', 'unit.act')
    when 'federation officer'  then capability in ('any.belong', 'federation.see', 'federation.write', 'federation.judge', 'federation.people')
    when 'federation verifier' then capability in ('any.belong', 'federation.see', 'federation.judge')
    when 'federation reader'   then capability in ('any.belong', 'federation.see')
    when 'province province'   then capability in ('province.see')
    else false end $$;

-- What the first person of a federation is.
create or replace function app.founding_role() returns text language sql immutable parallel safe
  as $$ select 'officer' $$;

grant execute on function app.role_has(text, text) to giaouoc_app;

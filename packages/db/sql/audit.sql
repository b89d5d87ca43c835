-- Append-only (R5).
grant select, insert on audit_event to giaouoc_app;
-- Seals are written by the job of the owner's role (packages/db/src/queries/audit-seal.ts) and by nobody else.
grant select on audit_seal to giaouoc_app;

-- Trace is of the person and the moment: as a membership they have, a unit's people about their own unit only, at the time of the
-- database. Runs as the owner, since not every role may read memberships. Looks at all rows of a statement at once, and each
-- membership up by key: as one join, the trace of a submission read every membership of the federation.
create or replace function app.guard_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  account uuid := app.account_id();
  as_role text := app.role();
  own_unit uuid := app.unit_id();
  unit boolean := app.acts_for_unit();
  one record;
begin
  -- Outside a scope there is only the owner: invitations, setting up, restoring a backup.
  if as_role is null then return null; end if;
  for one in select distinct a.federation_id, a.membership_id, a.unit_id, a.at from added a loop
    if unit and one.unit_id is distinct from own_unit then
      raise insufficient_privilege using message = 'a unit leaves trace about itself only';
    end if;
    perform from public.membership m
      where m.federation_id = one.federation_id and m.id = one.membership_id and m.account_id = account and m.role = as_role;
    if not found then raise insufficient_privilege using message = 'everyone leaves trace as themselves'; end if;
    if one.at <> now() then raise insufficient_privilege using message = 'trace is of the moment'; end if;
  end loop;
  return null;
end $$;

create or replace trigger guard_audit after insert on audit_event referencing new table as added
  for each statement execute function app.guard_audit();

-- How far each federation's trail is sealed, for the public page: codes and heads tell nothing of what is in it.
create or replace function app.newest_heads() returns table (federation text, "to" bigint, at timestamp with time zone, head text)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
begin
  perform set_config('app.platform', 'on', true);
  return query select f.code, s.to_id, s.at, s.head from public.federation f cross join lateral (
    select a.to_id, a.at, a.head from public.audit_seal a where a.federation_id = f.id order by a.to_id desc limit 1) s
  order by f.code collate "C";
  perform set_config('app.platform', '', true);
end $$;

grant execute on function app.newest_heads() to giaouoc_app;

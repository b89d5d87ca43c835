-- Append-only (R5).
grant select, insert on audit_event to giaouoc_app;

-- Trace is of the person and the moment: as a membership they have, a unit's people about their own unit only, at the time of the
-- database. Runs as the owner, since not every role may read memberships. Looks at all rows of a statement at once, and each
-- membership up by key: as one join, the trace of a submission read every membership of the federation.
create or replace function app.guard_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  account uuid := app.account_id();
  as_role text := app.role();
  own_unit uuid := app.unit_id();
  unit boolean := app.is_unit();
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

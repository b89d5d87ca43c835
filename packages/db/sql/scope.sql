-- What PostgreSQL knows of who is asking. The application tells it at the start of each transaction
-- (packages/db/src/scope.ts); without it every function answers null or false and every policy lets nothing through.
-- Policies use these functions: one that a new policy needs must be created by a migration before that policy.

create or replace function app.federation_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.federation_id', true), '')::uuid $$;

create or replace function app.unit_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.unit_id', true), '')::uuid $$;

create or replace function app.province_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.province_id', true), '')::uuid $$;

create or replace function app.account_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

create or replace function app.membership_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;

-- For trace, and for whether somebody acts as who they are. What somebody may do is asked with app.has.
create or replace function app.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;

-- On only inside the named functions that must look across federations (sign-in, invitations, public check) and in the
-- owner's jobs. Policies honour it for the owner alone; the application's role gains nothing by setting it.
create or replace function app.platform() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.platform', true), '') = 'on' $$;

-- The kind of scope (packages/domain/src/access/capabilities.ts), with the narrowing that belongs to it; null without.
create or replace function app.scope_kind() returns text language sql stable parallel safe
  as $$ select case current_setting('app.scope', true)
    when 'federation' then 'federation'
    when 'unit' then case when app.unit_id() is not null then 'unit' end
    when 'assigned' then case when app.membership_id() is not null then 'assigned' end
    when 'province' then case when app.province_id() is not null then 'province' end end $$;

-- Whether whoever asks has a capability in the scope they ask from. In policies as `(select app.has('…'))`, which is worked out
-- once for a statement. Never null.
create or replace function app.has(capability text) returns boolean language sql stable parallel safe
  as $$ select app.role_has(app.scope_kind() || ' ' || app.role(), capability) $$;

-- Whether one of a unit's people is asking. Row-level security knows rows, not columns: what a unit's people may not write in
-- their own rows is held by the guards, which ask this first.
create or replace function app.acts_for_unit() returns boolean language sql stable parallel safe
  as $$ select app.has('unit.act') $$;

-- The unit of a unit's people; null for everyone else, so that nothing is theirs by unit.
create or replace function app.own_unit() returns uuid language sql stable parallel safe
  as $$ select case when app.has('unit.act') then app.unit_id() end $$;

-- The units given to whoever sees only what is given to them, by themselves or with their block; none for everyone else. Runs as
-- the owner: what decides which rows are seen is not itself hidden by that.
create or replace function app.assigned_units() returns uuid[] language sql stable security definer set search_path = pg_catalog
  as $$ select array(
      select a.unit_id from public.assignment a
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()
        and a.unit_id is not null
      union
      select yu.unit_id from public.assignment a
      join public.year_unit yu on yu.federation_id = a.federation_id and yu.year_id = a.year_id and yu.block_code = a.block_code
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()) $$;

-- The lines given to them, each as its year and its code with a blank between.
create or replace function app.assigned_lines() returns text[] language sql stable security definer set search_path = pg_catalog
  as $$ select array(
      select a.year_id || ' ' || a.line_code from public.assignment a
      where app.has('assigned.see') and a.federation_id = app.federation_id() and a.membership_id = app.membership_id()
        and a.line_code is not null) $$;

-- Whether this is an open membership of whoever asks, in the role they ask in.
create or replace function app.is_own_membership(of_federation uuid, membership uuid) returns boolean language sql stable
  as $$ select exists (select 1 from membership m where m.federation_id = of_federation and m.id = membership
          and m.account_id = app.account_id() and m.role = app.role() and m.ended_at is null) $$;

grant execute on function
  app.federation_id(),
  app.unit_id(),
  app.province_id(),
  app.account_id(),
  app.membership_id(),
  app.role(),
  app.platform(),
  app.scope_kind(),
  app.has(text),
  app.acts_for_unit(),
  app.own_unit(),
  app.assigned_units(),
  app.assigned_lines(),
  app.is_own_membership(uuid, uuid)
  to giaouoc_app;

-- What PostgreSQL knows of who is asking. The application tells it at the start of each transaction
-- (packages/db/src/scope.ts); without it every function answers null and every policy lets nothing through.
-- Policies use these functions: one that a new policy needs must be created by a migration before that policy.

create or replace function app.federation_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.federation_id', true), '')::uuid $$;

create or replace function app.unit_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.unit_id', true), '')::uuid $$;

create or replace function app.account_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

create or replace function app.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;

-- On only inside the named functions that must look across federations (sign-in, invitations, public check) and in the
-- owner's jobs. Policies honour it for the owner alone; the application's role gains nothing by setting it.
create or replace function app.platform() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.platform', true), '') = 'on' $$;

-- Whether one of a unit's people is asking. Row-level security knows rows, not columns: what a unit's people may not write in
-- their own rows is held by the guards, which ask this first.
create or replace function app.is_unit() returns boolean language sql stable
  as $$ select app.role() in ('chair', 'deputy', 'principal') $$;

-- The unit of a unit's people; null for everyone else, so that nothing is theirs by unit.
create or replace function app.own_unit() returns uuid language sql stable parallel safe
  as $$ select case when app.role() in ('chair', 'deputy', 'principal') then app.unit_id() end $$;

-- Whether this is an open membership of whoever asks, in the role they ask in.
create or replace function app.is_own_membership(of_federation uuid, membership uuid) returns boolean language sql stable
  as $$ select exists (select 1 from membership m where m.federation_id = of_federation and m.id = membership
          and m.account_id = app.account_id() and m.role = app.role() and m.ended_at is null) $$;

grant execute on function
  app.federation_id(),
  app.unit_id(),
  app.account_id(),
  app.role(),
  app.platform(),
  app.is_unit(),
  app.own_unit(),
  app.is_own_membership(uuid, uuid)
  to giaouoc_app;

-- Setting up a server and its federations.

-- Whether anything is set up yet.
create or replace function app.any_federation() returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select exists (select 1 from public.federation) $$;

-- Whether this one-time code (its SHA-256) opens /setup.
create or replace function app.setup_code_open(code bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select 1 from platform.setup_code c where c.code_hash = code and c.used_at is null) $$;

-- Uses the one-time code and makes the federation and its first officer, or gives null if the code is not open (any more).
create or replace function app.set_up(code bytea, federation jsonb, name text, phone_number text, officer_title text, new_password_hash text, new_code_hash text)
  returns table (federation_id uuid, account_id uuid, membership_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
#variable_conflict use_column
declare f uuid; a uuid; m uuid;
begin
  perform set_config('app.platform', 'on', true);
  update platform.setup_code c set used_at = now() where c.code_hash = code and c.used_at is null;
  if not found then return; end if;
  insert into public.federation (code, kind, name, superior, symbol, place, signs_for, signs_as, demo)
    values (federation->>'code', federation->>'kind', federation->>'name', federation->>'superior', federation->>'symbol',
            federation->>'place', federation->>'signsFor', federation->>'signsAs', coalesce((federation->>'demo')::boolean, false))
    returning id into f;
  insert into platform.account (user_name, phone, password_hash, code_hash)
    values (name, phone_number, new_password_hash, new_code_hash) returning id into a;
  insert into public.membership (federation_id, account_id, role, title) values (f, a, app.founding_role(), officer_title) returning id into m;
  insert into public.audit_event (federation_id, account_id, membership_id, role, title, action, subject, after, request_id)
    values (f, a, m, app.founding_role(), officer_title, 'federation.setUp', federation->>'name', federation, 'set-up');
  return query select f, a, m;
end $$;

grant execute on function
  app.any_federation(),
  app.setup_code_open(bytea),
  app.set_up(bytea, jsonb, text, text, text, text, text)
  to giaouoc_app;

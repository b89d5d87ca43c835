-- Accounts.
-- Of the named functions through which the application reaches what belongs to no federation. Each does one thing, runs as the
-- owner, and gives back no more than its caller needs. `app.platform` is set for the transaction (a function's own SET clause
-- would need a superuser); it opens nothing to the application's role.

-- For signing in: by user name or phone. The only function that gives a password's hash for a name; nothing without proof.
create or replace function app.account_by_name(name text, proof bytea) returns table (id uuid, password_hash text, disabled boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.id, a.password_hash, a.disabled_at is not null from platform.account a
        where (a.user_name = name or a.phone = name) and app.is_proven(E'name\n' || name, proof) $$;

-- Whether the account of this name has signed in on this device before. False for nobody's name and no device.
create or replace function app.is_known_device(name text, device bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select 1 from platform.account a join platform.known_device d on d.account_id = a.id
          where (a.user_name = name or a.phone = name) and d.device_hash = device) $$;

-- Leaves trace that attempts to sign in with this name are locked, in every federation its account works for. Nothing for a name
-- that nobody has.
create or replace function app.trace_locked_sign_in(name text, request text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        insert into public.audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
        select m.federation_id, a.id, m.id, m.role, m.title, m.unit_id, 'session.locked', m.title, request
        from platform.account a join public.membership m on m.account_id = a.id and m.ended_at is null
        where a.user_name = name or a.phone = name $$;

-- What the person of this session proves themselves with (A4).
create or replace function app.account_proofs(token bytea) returns table (password_hash text, code_hash text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.password_hash, a.code_hash from platform.account a where a.id = app.account_of_session(token) $$;

-- What the person of this session signs in with, for their own account page.
create or replace function app.account_names(token bytea) returns table (user_name text, phone text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.user_name, a.phone from platform.account a where a.id = app.account_of_session(token) $$;

-- Sets a new password, a new code, or both; null leaves what is there. False when there is no such session (any more). A new
-- password ends the half sign-ins that the old one opened.
create or replace function app.set_proofs(token bytea, new_password_hash text, new_code_hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare own uuid := app.account_of_session(token);
begin
  update platform.account a set password_hash = coalesce(new_password_hash, a.password_hash),
    code_hash = coalesce(new_code_hash, a.code_hash) where a.id = own;
  if not found then return false; end if;
  delete from platform.half_sign_in h where h.account_id = own and new_password_hash is not null;
  return true;
end $$;

-- Accounts without any way in and without a name anyone chose: one for each person an officer adds.
create or replace function app.new_accounts(how_many integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.account (user_name)
        select 'cho-' || gen_random_uuid() from generate_series(1, how_many)
        where app.has('federation.people') and app.federation_id() is not null and how_many <= 10000
        returning id $$;

-- Names and phones of the accounts behind this federation's memberships.
create or replace function app.accounts_of_federation() returns table (account_id uuid, user_name text, phone text, activated boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.id, a.user_name, a.phone, a.password_hash is not null from platform.account a
        where app.has('federation.people') and exists (
          select 1 from public.membership m where m.account_id = a.id and m.federation_id = app.federation_id()) $$;

-- As what an account can work, oldest membership first.
create or replace function app.memberships_of(account uuid)
  returns table (federation_id uuid, federation_name text, membership_id uuid, role text, title text, unit_id uuid, unit_name text)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select m.federation_id, f.name, m.id, m.role, m.title, m.unit_id, u.name
        from public.membership m
        join public.federation f on f.id = m.federation_id
        left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
        where m.account_id = account and m.ended_at is null
        order by m.created_at $$;

-- As what the account of a session worked until it was ended, the latest first; what it works as again since is left out.
create or replace function app.ended_memberships(by_session bytea)
  returns table (federation_name text, role text, title text, unit_name text, ended_at timestamptz)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select f.name, m.role, m.title, u.name, m.ended_at
        from public.membership m
        join public.federation f on f.id = m.federation_id
        left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
        where m.account_id = app.account_of_session(by_session) and m.ended_at is not null and not exists (
          select 1 from public.membership o where o.account_id = m.account_id and o.federation_id = m.federation_id
            and o.unit_id is not distinct from m.unit_id and o.role = m.role and o.ended_at is null)
        order by m.ended_at desc limit 20 $$;

grant execute on function
  app.ended_memberships(bytea),
  app.account_by_name(text, bytea),
  app.is_known_device(text, bytea),
  app.trace_locked_sign_in(text, text),
  app.account_proofs(bytea),
  app.account_names(bytea),
  app.set_proofs(bytea, text, text),
  app.new_accounts(integer),
  app.accounts_of_federation(),
  app.memberships_of(uuid)
  to giaouoc_app;

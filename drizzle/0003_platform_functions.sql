-- The named functions through which the application reaches what belongs to no federation. Each does one thing, runs as
-- the owner, and gives back no more than its caller needs. None is executable by the public. `app.platform` is set for
-- the transaction (a function's own SET clause would need a superuser); it opens nothing to the application's role.

-- Accounts ------------------------------------------------------------------------------------------------------------

create function app.account_by_name(name text) returns table (id uuid, password_hash text, disabled boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.id, a.password_hash, a.disabled_at is not null from platform.account a
        where a.user_name = name or a.phone = name $$;--> statement-breakpoint

create function app.account_proofs(account uuid) returns table (password_hash text, code_hash text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.password_hash, a.code_hash from platform.account a where a.id = account $$;--> statement-breakpoint

-- A new account without any way in yet: the invitation gives it one. Null when the name or the phone is taken.
create function app.create_account(name text, phone_number text) returns uuid
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.account (user_name, phone) values (name, phone_number) on conflict do nothing returning id $$;--> statement-breakpoint

create function app.user_name_taken(names text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.user_name from platform.account a where a.user_name = any(names)
        union select a.phone from platform.account a where a.phone = any(names) $$;--> statement-breakpoint

-- Names and phones of the accounts behind this federation's memberships.
create function app.accounts_of_federation() returns table (account_id uuid, user_name text, phone text, activated boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.id, a.user_name, a.phone, a.password_hash is not null from platform.account a
        where app.role() = 'officer' and exists (
          select 1 from public.membership m where m.account_id = a.id and m.federation_id = app.federation_id()) $$;--> statement-breakpoint

create function app.memberships_of(account uuid)
  returns table (federation_id uuid, federation_name text, membership_id uuid, role text, title text, unit_id uuid, unit_name text)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select m.federation_id, f.name, m.id, m.role, m.title, m.unit_id, u.name
        from public.membership m
        join public.federation f on f.id = m.federation_id
        left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
        where m.account_id = account and m.ended_at is null
        order by m.created_at $$;--> statement-breakpoint

-- Sessions ------------------------------------------------------------------------------------------------------------

create function app.create_session(token bytea, account uuid, federation uuid, membership uuid, device text, lifetime interval)
  returns uuid language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.session (token_hash, account_id, federation_id, membership_id, device, expires_at)
        values (token, account, federation, membership, device, now() + lifetime) returning id $$;--> statement-breakpoint

-- Who is asking, in one query. Nothing for a session that is unknown, revoked, expired, or whose membership has ended.
create function app.session_by_token(token bytea)
  returns table (session_id uuid, account_id uuid, user_name text, federation_id uuid, federation_name text, province_id uuid,
                 membership_id uuid, role text, title text, unit_id uuid, unit_name text, demo boolean)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
#variable_conflict use_column
begin
  perform set_config('app.platform', 'on', true);
  update platform.session s set seen_at = now()
    where s.token_hash = token and s.revoked_at is null and s.expires_at > now() and s.seen_at < now() - interval '5 minutes';
  return query
    select s.id, a.id, a.user_name, m.federation_id, f.name, f.province_id, m.id, m.role, m.title, m.unit_id, u.name, f.demo
    from platform.session s
    join platform.account a on a.id = s.account_id and a.disabled_at is null
    left join public.membership m on m.federation_id = s.federation_id and m.id = s.membership_id
      and m.account_id = a.id and m.ended_at is null
    left join public.federation f on f.id = m.federation_id
    left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
    where s.token_hash = token and s.revoked_at is null and s.expires_at > now();
end $$;--> statement-breakpoint

create function app.use_membership(token bytea, membership uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        with target as (
          select m.federation_id, m.id from public.membership m
          join platform.session s on s.account_id = m.account_id and s.token_hash = token and s.revoked_at is null
          where m.id = membership and m.ended_at is null)
        , changed as (
          update platform.session s set federation_id = t.federation_id, membership_id = t.id from target t
          where s.token_hash = token returning 1)
        select exists (select 1 from changed) $$;--> statement-breakpoint

create function app.sessions_of(account uuid) returns table (id uuid, device text, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.id, s.device, s.created_at, s.seen_at from platform.session s
        where s.account_id = account and s.revoked_at is null and s.expires_at > now() order by s.seen_at desc $$;--> statement-breakpoint

create function app.revoke_session(account uuid, session uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.id = session and s.account_id = account and s.revoked_at is null returning 1)
        select exists (select 1 from done) $$;--> statement-breakpoint

create function app.revoke_other_sessions(account uuid, keep uuid) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.account_id = account and s.id is distinct from keep and s.revoked_at is null returning 1)
        select count(*)::integer from done $$;--> statement-breakpoint

-- Limits (A7): failures per key within a window; a key that failed too often is locked for a while. -----------------------

create function app.locked_until(attempt_key text) returns timestamptz
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.locked_until from platform.attempt a where a.key = attempt_key and a.locked_until > now() $$;--> statement-breakpoint

create function app.record_failure(attempt_key text, allowed integer, attempt_window interval, lock_for interval) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.attempt as a (key, failures, window_start) values (attempt_key, 1, now())
        on conflict (key) do update set
          failures = case when a.window_start < now() - attempt_window then 1 else a.failures + 1 end,
          window_start = case when a.window_start < now() - attempt_window then now() else a.window_start end,
          locked_until = case when a.window_start >= now() - attempt_window and a.failures + 1 >= allowed then now() + lock_for
                         else null end
        returning locked_until $$;--> statement-breakpoint

create function app.forget_failures(attempt_key text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.attempt where key = attempt_key $$;--> statement-breakpoint

-- Invitations ---------------------------------------------------------------------------------------------------------

create function app.invitation_by_token(token bytea)
  returns table (federation_id uuid, federation_name text, invitation_id uuid, membership_id uuid, account_id uuid, user_name text,
                 phone text, role text, title text, unit_id uuid, unit_name text, activated boolean, elsewhere boolean,
                 used boolean, revoked boolean, expired boolean)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select i.federation_id, f.name, i.id, m.id, a.id, a.user_name, a.phone, m.role, m.title, m.unit_id, u.name,
          a.password_hash is not null,
          exists (select 1 from public.membership o where o.account_id = a.id and o.ended_at is null and o.federation_id <> i.federation_id),
          i.used_at is not null, i.revoked_at is not null or m.ended_at is not null, i.expires_at <= now()
        from public.invitation i
        join public.membership m on m.federation_id = i.federation_id and m.id = i.membership_id
        join public.federation f on f.id = i.federation_id
        join platform.account a on a.id = m.account_id
        left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
        where i.token_hash = token $$;--> statement-breakpoint

-- Uses an invitation once: sets the ways in and ends every older session of the account. False when it was not open any more.
-- An account that also works for another federation keeps its password: nobody's officer may take over somebody else's.
create function app.use_invitation(token bytea, name text, phone_number text, new_password_hash text, new_code_hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare found_account uuid;
begin
  perform set_config('app.platform', 'on', true);
  update public.invitation i set used_at = now()
    from public.membership m
    where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > now()
      and m.federation_id = i.federation_id and m.id = i.membership_id and m.ended_at is null
      and not exists (select 1 from public.membership o join platform.account a on a.id = o.account_id
                      where o.account_id = m.account_id and o.federation_id <> i.federation_id and o.ended_at is null
                        and a.password_hash is not null)
    returning m.account_id into found_account;
  if found_account is null then return false; end if;
  update platform.account a set user_name = name, phone = phone_number, password_hash = new_password_hash, code_hash = new_code_hash
    where a.id = found_account;
  update platform.session s set revoked_at = now() where s.account_id = found_account and s.revoked_at is null;
  return true;
end $$;--> statement-breakpoint

-- Joins the membership of an invitation to an account that is signed in already. False when the invitation is not open.
create function app.join_by_invitation(token bytea, account uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare joined uuid;
begin
  perform set_config('app.platform', 'on', true);
  update public.invitation i set used_at = now()
    from public.membership m
    where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > now()
      and m.federation_id = i.federation_id and m.id = i.membership_id and m.ended_at is null
    returning m.id into joined;
  if joined is null then return null; end if;
  update public.membership m set account_id = account where m.id = joined;
  return joined;
end $$;--> statement-breakpoint

create function app.set_proofs(account uuid, new_password_hash text, new_code_hash text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ update platform.account a set password_hash = coalesce(new_password_hash, a.password_hash),
          code_hash = coalesce(new_code_hash, a.code_hash) where a.id = account $$;--> statement-breakpoint

-- Ends a person's sessions in this federation (a change of chair).
create function app.end_sessions_of_membership(membership uuid) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.membership_id = membership and s.federation_id = app.federation_id() and app.role() = 'officer' and s.revoked_at is null
          returning 1)
        select count(*)::integer from done $$;--> statement-breakpoint

-- Setting up ----------------------------------------------------------------------------------------------------------

create function app.any_federation() returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select exists (select 1 from public.federation) $$;--> statement-breakpoint

create function app.setup_code_open(code bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select 1 from platform.setup_code c where c.code_hash = code and c.used_at is null) $$;--> statement-breakpoint

-- Uses the one-time code and makes the federation and its first officer, or gives null if the code is not open (any more).
create function app.set_up(code bytea, federation jsonb, name text, phone_number text, officer_title text, new_password_hash text, new_code_hash text)
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
  insert into public.membership (federation_id, account_id, role, title) values (f, a, 'officer', officer_title) returning id into m;
  insert into public.audit_event (federation_id, account_id, membership_id, role, title, action, subject, after, request_id)
    values (f, a, m, 'officer', officer_title, 'federation.setUp', federation->>'name', federation, 'set-up');
  return query select f, a, m;
end $$;--> statement-breakpoint

-- Receipts ------------------------------------------------------------------------------------------------------------

create function app.next_receipt(number_prefix text, of_year integer) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into public.receipt_counter as c (federation_id, prefix, year, last)
        values (app.federation_id(), number_prefix, of_year, 1)
        on conflict (federation_id, prefix, year) do update set last = c.last + 1 returning last $$;--> statement-breakpoint

create function app.server_public_key() returns text
  language sql stable security definer set search_path = pg_catalog
  as $$ select k.public_key from platform.server_key k where k.current $$;--> statement-breakpoint

revoke execute on all functions in schema app from public;--> statement-breakpoint
grant execute on all functions in schema app to giaouoc_app;--> statement-breakpoint
alter default privileges in schema app revoke execute on functions from public;

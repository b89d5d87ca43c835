-- One-time codes of an authenticator app (A4), recovery codes on paper, and half sign-ins: the password was right, the code is
-- still to come. Set up and ended by the person of a session that is open; used by account, before there is a session.

-- What an account has set up: the sealed secret, since when, the last step used, and recovery codes left.
create or replace function app.totp_of(account uuid)
  returns table (secret bytea, confirmed_at timestamptz, last_step bigint, recovery_left integer)
  language sql stable security definer set search_path = pg_catalog
  as $$ select t.secret, t.confirmed_at, t.last_step,
          (select count(*)::integer from platform.recovery_code r where r.account_id = account and r.used_at is null)
        from platform.totp t where t.account_id = account $$;

-- Keeps a secret that is not confirmed yet, in place of an earlier one; false once it is on.
create or replace function app.begin_totp(token bytea, sealed bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with begun as (
          insert into platform.totp as t (account_id, secret)
          select own.id, sealed from app.account_of_session(token) as own (id) where own.id is not null
          on conflict (account_id) do update set secret = excluded.secret, last_step = 0 where t.confirmed_at is null
          returning 1)
        select exists (select 1 from begun) $$;

-- Turns the secret on. False when there is none, or it is on already.
create or replace function app.confirm_totp(token bytea, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.totp t set confirmed_at = now(), last_step = step
          where t.account_id = app.account_of_session(token) and t.confirmed_at is null returning 1)
        select exists (select 1 from done) $$;

-- Each step once, and never an earlier one after a later.
create or replace function app.use_totp_step(account uuid, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.totp t set last_step = step
          where t.account_id = account and t.confirmed_at is not null and t.last_step < step returning 1)
        select exists (select 1 from used) $$;

-- Replaces all recovery codes.
create or replace function app.set_recovery_codes(token bytea, hashes bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = app.account_of_session(token);
        insert into platform.recovery_code (account_id, code_hash)
        select own.id, unnest(hashes) from app.account_of_session(token) as own (id) where own.id is not null $$;

-- Uses a recovery code; false the second time.
create or replace function app.use_recovery_code(account uuid, hash bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.recovery_code r set used_at = now()
          where r.account_id = account and r.code_hash = hash and r.used_at is null returning 1)
        select exists (select 1 from used) $$;

-- Removes secret, recovery codes and half sign-ins. False when there was no secret.
create or replace function app.end_totp(token bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = app.account_of_session(token);
        delete from platform.half_sign_in h where h.account_id = app.account_of_session(token);
        with gone as (delete from platform.totp t where t.account_id = app.account_of_session(token) returning 1)
        select exists (select 1 from gone) $$;

-- Opens a half sign-in for whoever shows that the server itself has compared the password, and removes those that are over.
create or replace function app.begin_half_sign_in(token bytea, account uuid, lifetime interval, at_ms bigint, proof bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
begin
  if not app.is_proven_now(E'half\n' || account || E'\n' || encode(token, 'hex'), at_ms, proof) then
    raise insufficient_privilege using message = 'only the server opens half a sign-in';
  end if;
  delete from platform.half_sign_in h where h.expires_at < now();
  insert into platform.half_sign_in (token_hash, account_id, expires_at) values (token, account, now() + lifetime);
end $$;

-- Whose half sign-in this is, while it is open and the account is not disabled.
create or replace function app.half_sign_in(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select h.account_id from platform.half_sign_in h join platform.account a on a.id = h.account_id
        where h.token_hash = token and h.expires_at > now() and a.disabled_at is null $$;

-- Ends a half sign-in and says whose it was; null the second time.
create or replace function app.end_half_sign_in(token bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.half_sign_in h where h.token_hash = token and h.expires_at > now() returning h.account_id $$;

grant execute on function
  app.totp_of(uuid),
  app.begin_totp(bytea, bytea),
  app.confirm_totp(bytea, bigint),
  app.use_totp_step(uuid, bigint),
  app.set_recovery_codes(bytea, bytea[]),
  app.use_recovery_code(uuid, bytea),
  app.end_totp(bytea),
  app.begin_half_sign_in(bytea, uuid, interval, bigint, bytea),
  app.half_sign_in(bytea),
  app.end_half_sign_in(bytea)
  to giaouoc_app;

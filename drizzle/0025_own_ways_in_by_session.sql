-- Passkeys and one-time codes too belong to the person of a session that is open (0021): with an id alone nobody adds,
-- sees or takes away anything.

drop function app.passkeys_of(uuid);--> statement-breakpoint
create function app.passkeys_of(token bytea)
  returns table (id uuid, credential_id bytea, transports text[], name text, synced boolean, created_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select p.id, p.credential_id, p.transports, p.name, p.synced, p.created_at, p.used_at
        from platform.passkey p where p.account_id = app.account_of_session(token) order by p.created_at, p.id $$;--> statement-breakpoint

-- Null for a device that is registered already, with whomever, and when the person has as many as one may.
drop function app.add_passkey(uuid, bytea, bytea, bigint, text[], text, boolean, integer);--> statement-breakpoint
create function app.add_passkey(token bytea, credential bytea, key bytea, seen bigint, ways text[], device text, is_synced boolean, most integer)
  returns uuid language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, synced)
        select own.id, credential, key, seen, ways, device, is_synced
        from app.account_of_session(token) as own (id)
        where own.id is not null and (select count(*) from platform.passkey p where p.account_id = own.id) < most
        on conflict do nothing returning id $$;--> statement-breakpoint

-- The name of what was removed, null when there was nothing of this person.
drop function app.remove_passkey(uuid, uuid);--> statement-breakpoint
create function app.remove_passkey(token bytea, passkey uuid) returns text
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey p where p.id = passkey and p.account_id = app.account_of_session(token)
        returning p.name $$;--> statement-breakpoint

-- Keeps a secret that is not confirmed yet, in place of an earlier one; false once it is on.
drop function app.begin_totp(uuid, bytea);--> statement-breakpoint
create function app.begin_totp(token bytea, sealed bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with begun as (
          insert into platform.totp as t (account_id, secret)
          select own.id, sealed from app.account_of_session(token) as own (id) where own.id is not null
          on conflict (account_id) do update set secret = excluded.secret, last_step = 0 where t.confirmed_at is null
          returning 1)
        select exists (select 1 from begun) $$;--> statement-breakpoint

drop function app.confirm_totp(uuid, bigint);--> statement-breakpoint
create function app.confirm_totp(token bytea, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.totp t set confirmed_at = now(), last_step = step
          where t.account_id = app.account_of_session(token) and t.confirmed_at is null returning 1)
        select exists (select 1 from done) $$;--> statement-breakpoint

drop function app.set_recovery_codes(uuid, bytea[]);--> statement-breakpoint
create function app.set_recovery_codes(token bytea, hashes bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = app.account_of_session(token);
        insert into platform.recovery_code (account_id, code_hash)
        select own.id, unnest(hashes) from app.account_of_session(token) as own (id) where own.id is not null $$;--> statement-breakpoint

drop function app.end_totp(uuid);--> statement-breakpoint
create function app.end_totp(token bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = app.account_of_session(token);
        delete from platform.half_sign_in h where h.account_id = app.account_of_session(token);
        with gone as (delete from platform.totp t where t.account_id = app.account_of_session(token) returning 1)
        select exists (select 1 from gone) $$;--> statement-breakpoint

revoke execute on function
  app.passkeys_of(bytea),
  app.add_passkey(bytea, bytea, bytea, bigint, text[], text, boolean, integer),
  app.remove_passkey(bytea, uuid),
  app.begin_totp(bytea, bytea),
  app.confirm_totp(bytea, bigint),
  app.set_recovery_codes(bytea, bytea[]),
  app.end_totp(bytea)
  from public;--> statement-breakpoint
grant execute on function
  app.passkeys_of(bytea),
  app.add_passkey(bytea, bytea, bytea, bigint, text[], text, boolean, integer),
  app.remove_passkey(bytea, uuid),
  app.begin_totp(bytea, bytea),
  app.confirm_totp(bytea, bigint),
  app.set_recovery_codes(bytea, bytea[]),
  app.end_totp(bytea)
  to giaouoc_app;

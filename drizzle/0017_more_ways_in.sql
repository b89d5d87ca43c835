-- Passkeys and one-time codes (A4), reached as everything of the platform is: through named functions that each do one
-- thing. Short lives are counted by the clock of the database, as those of sessions are.

-- Passkeys ------------------------------------------------------------------------------------------------------------

create function app.passkeys_of(account uuid)
  returns table (id uuid, credential_id bytea, transports text[], name text, synced boolean, created_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select p.id, p.credential_id, p.transports, p.name, p.synced, p.created_at, p.used_at
        from platform.passkey p where p.account_id = account order by p.created_at, p.id $$;--> statement-breakpoint

-- Null for a device that is registered already, with whomever, and when the person has as many as one may.
create function app.add_passkey(account uuid, credential bytea, key bytea, seen bigint, ways text[], device text, is_synced boolean, most integer)
  returns uuid language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, synced)
        select account, credential, key, seen, ways, device, is_synced
        where (select count(*) from platform.passkey p where p.account_id = account) < most
        on conflict do nothing returning id $$;--> statement-breakpoint

-- The name of what was removed, null when there was nothing of this person.
create function app.remove_passkey(account uuid, passkey uuid) returns text
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey p where p.id = passkey and p.account_id = account returning p.name $$;--> statement-breakpoint

create function app.passkey_by_credential(credential bytea)
  returns table (id uuid, account_id uuid, public_key bytea, counter bigint, disabled boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select p.id, p.account_id, p.public_key, p.counter, a.disabled_at is not null
        from platform.passkey p join platform.account a on a.id = p.account_id where p.credential_id = credential $$;--> statement-breakpoint

-- Moves the counter on; false when somebody else moved it as far meanwhile.
create function app.use_passkey(passkey uuid, seen bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.passkey p set counter = seen, used_at = now()
          where p.id = passkey and (p.counter < seen or (p.counter = 0 and seen = 0)) returning 1)
        select exists (select 1 from used) $$;--> statement-breakpoint

create function app.ask_passkey(challenge bytea, asked_for text, account uuid, session uuid, bound_to text, lifetime interval) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey_challenge c where c.expires_at < now();
        insert into platform.passkey_challenge (challenge_hash, purpose, account_id, session_id, binding, expires_at)
        values (challenge, asked_for, account, session, bound_to, now() + lifetime) $$;--> statement-breakpoint

-- Whether this question was open for exactly this. Asked and answered, right or wrong, it is gone.
create function app.answer_passkey(challenge bytea, asked_for text, account uuid, session uuid, bound_to text) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with gone as (delete from platform.passkey_challenge c where c.challenge_hash = challenge returning c.*)
        select exists (select 1 from gone g where g.purpose = asked_for and g.expires_at > now()
          and g.account_id is not distinct from account and g.session_id is not distinct from session
          and g.binding is not distinct from bound_to) $$;--> statement-breakpoint

-- One-time codes of an authenticator app ------------------------------------------------------------------------------

create function app.totp_of(account uuid)
  returns table (secret bytea, confirmed_at timestamptz, last_step bigint, recovery_left integer)
  language sql stable security definer set search_path = pg_catalog
  as $$ select t.secret, t.confirmed_at, t.last_step,
          (select count(*)::integer from platform.recovery_code r where r.account_id = account and r.used_at is null)
        from platform.totp t where t.account_id = account $$;--> statement-breakpoint

-- Keeps a secret that is not confirmed yet, in place of an earlier one; false once it is on.
create function app.begin_totp(account uuid, sealed bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with begun as (
          insert into platform.totp as t (account_id, secret) values (account, sealed)
          on conflict (account_id) do update set secret = excluded.secret, last_step = 0 where t.confirmed_at is null
          returning 1)
        select exists (select 1 from begun) $$;--> statement-breakpoint

create function app.confirm_totp(account uuid, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.totp t set confirmed_at = now(), last_step = step
          where t.account_id = account and t.confirmed_at is null returning 1)
        select exists (select 1 from done) $$;--> statement-breakpoint

-- Each step once, and never an earlier one after a later.
create function app.use_totp_step(account uuid, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.totp t set last_step = step
          where t.account_id = account and t.confirmed_at is not null and t.last_step < step returning 1)
        select exists (select 1 from used) $$;--> statement-breakpoint

create function app.set_recovery_codes(account uuid, hashes bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = account;
        insert into platform.recovery_code (account_id, code_hash) select account, unnest(hashes) $$;--> statement-breakpoint

create function app.use_recovery_code(account uuid, hash bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.recovery_code r set used_at = now()
          where r.account_id = account and r.code_hash = hash and r.used_at is null returning 1)
        select exists (select 1 from used) $$;--> statement-breakpoint

create function app.end_totp(account uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.recovery_code r where r.account_id = account;
        delete from platform.half_sign_in h where h.account_id = account;
        with gone as (delete from platform.totp t where t.account_id = account returning 1)
        select exists (select 1 from gone) $$;--> statement-breakpoint

-- Half a sign-in: the password was right -------------------------------------------------------------------------------

create function app.begin_half_sign_in(token bytea, account uuid, lifetime interval) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.half_sign_in h where h.expires_at < now();
        insert into platform.half_sign_in (token_hash, account_id, expires_at) values (token, account, now() + lifetime) $$;--> statement-breakpoint

create function app.half_sign_in(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select h.account_id from platform.half_sign_in h join platform.account a on a.id = h.account_id
        where h.token_hash = token and h.expires_at > now() and a.disabled_at is null $$;--> statement-breakpoint

-- Whose it was; null the second time.
create function app.end_half_sign_in(token bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.half_sign_in h where h.token_hash = token and h.expires_at > now() returning h.account_id $$;--> statement-breakpoint

-- What was there before ------------------------------------------------------------------------------------------------

-- A new password ends the halves that the old one opened.
create or replace function app.set_proofs(account uuid, new_password_hash text, new_code_hash text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ update platform.account a set password_hash = coalesce(new_password_hash, a.password_hash),
          code_hash = coalesce(new_code_hash, a.code_hash) where a.id = account;
        delete from platform.half_sign_in h where h.account_id = account and new_password_hash is not null $$;--> statement-breakpoint

-- Uses an invitation once: sets the ways in and ends every older session of the account, and with them the passkeys and
-- the authenticator app: whoever holds a newer invitation starts anew, whatever was lost or taken. Null when it was not
-- open any more, and for an account that also works for another federation: nobody's officer may take over somebody
-- else's. Fails on a user name or phone that is taken; the invitation then stays open.
create or replace function app.use_invitation(token bytea, at timestamptz, name text, phone_number text, new_password_hash text,
                                   new_code_hash text, request text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare m record;
begin
  perform set_config('app.platform', 'on', true);
  update public.invitation i set used_at = at
    from public.membership p
    where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > at
      and p.federation_id = i.federation_id and p.id = i.membership_id and p.ended_at is null
      and not exists (select 1 from public.membership o join platform.account a on a.id = o.account_id
                      where o.account_id = p.account_id and o.federation_id <> i.federation_id and o.ended_at is null
                        and a.password_hash is not null)
    returning p.federation_id, p.id, p.account_id, p.role, p.title, p.unit_id into m;
  if m.id is null then return null; end if;
  update platform.account a set user_name = name, phone = phone_number, password_hash = new_password_hash, code_hash = new_code_hash
    where a.id = m.account_id;
  update platform.session s set revoked_at = now() where s.account_id = m.account_id and s.revoked_at is null;
  delete from platform.passkey k where k.account_id = m.account_id;
  delete from platform.passkey_challenge c where c.account_id = m.account_id;
  delete from platform.recovery_code r where r.account_id = m.account_id;
  delete from platform.half_sign_in h where h.account_id = m.account_id;
  delete from platform.totp t where t.account_id = m.account_id;
  insert into public.audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
    values (m.federation_id, m.account_id, m.id, m.role, m.title, m.unit_id, 'invitation.use', m.title, request);
  return m.account_id;
end $$;--> statement-breakpoint

revoke execute on function
  app.passkeys_of(uuid),
  app.add_passkey(uuid, bytea, bytea, bigint, text[], text, boolean, integer),
  app.remove_passkey(uuid, uuid),
  app.passkey_by_credential(bytea),
  app.use_passkey(uuid, bigint),
  app.ask_passkey(bytea, text, uuid, uuid, text, interval),
  app.answer_passkey(bytea, text, uuid, uuid, text),
  app.totp_of(uuid),
  app.begin_totp(uuid, bytea),
  app.confirm_totp(uuid, bigint),
  app.use_totp_step(uuid, bigint),
  app.set_recovery_codes(uuid, bytea[]),
  app.use_recovery_code(uuid, bytea),
  app.end_totp(uuid),
  app.begin_half_sign_in(bytea, uuid, interval),
  app.half_sign_in(bytea),
  app.end_half_sign_in(bytea)
  from public;--> statement-breakpoint
grant execute on function
  app.passkeys_of(uuid),
  app.add_passkey(uuid, bytea, bytea, bigint, text[], text, boolean, integer),
  app.remove_passkey(uuid, uuid),
  app.passkey_by_credential(bytea),
  app.use_passkey(uuid, bigint),
  app.ask_passkey(bytea, text, uuid, uuid, text, interval),
  app.answer_passkey(bytea, text, uuid, uuid, text),
  app.totp_of(uuid),
  app.begin_totp(uuid, bytea),
  app.confirm_totp(uuid, bigint),
  app.use_totp_step(uuid, bigint),
  app.set_recovery_codes(uuid, bytea[]),
  app.use_recovery_code(uuid, bytea),
  app.end_totp(uuid),
  app.begin_half_sign_in(bytea, uuid, interval),
  app.half_sign_in(bytea),
  app.end_half_sign_in(bytea)
  to giaouoc_app;

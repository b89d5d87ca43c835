-- Whose account it is follows from the session, not from what a procedure says: a slip that passes somebody else's id gets
-- nowhere, and neither does a statement that was smuggled in, for nobody can name the token of a session that is not theirs.

-- The account of a session that is open; called by the functions below, and not the application's to call.
create function app.account_of_session(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.account_id from platform.session s join platform.account a on a.id = s.account_id and a.disabled_at is null
        where s.token_hash = token and s.revoked_at is null and s.expires_at > now() $$;--> statement-breakpoint

drop function app.account_proofs(uuid);--> statement-breakpoint
create function app.account_proofs(token bytea) returns table (password_hash text, code_hash text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.password_hash, a.code_hash from platform.account a where a.id = app.account_of_session(token) $$;--> statement-breakpoint

drop function app.account_names(uuid);--> statement-breakpoint
create function app.account_names(token bytea) returns table (user_name text, phone text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.user_name, a.phone from platform.account a where a.id = app.account_of_session(token) $$;--> statement-breakpoint

-- False when there is no such session (any more). A new password ends the halves of sign-ins that the old one opened.
drop function app.set_proofs(uuid, text, text);--> statement-breakpoint
create function app.set_proofs(token bytea, new_password_hash text, new_code_hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare own uuid := app.account_of_session(token);
begin
  update platform.account a set password_hash = coalesce(new_password_hash, a.password_hash),
    code_hash = coalesce(new_code_hash, a.code_hash) where a.id = own;
  if not found then return false; end if;
  delete from platform.half_sign_in h where h.account_id = own and new_password_hash is not null;
  return true;
end $$;--> statement-breakpoint

drop function app.sessions_of(uuid);--> statement-breakpoint
create function app.sessions_of(token bytea) returns table (id uuid, device text, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.id, s.device, s.created_at, s.seen_at from platform.session s
        where s.account_id = app.account_of_session(token) and s.revoked_at is null and s.expires_at > now()
        order by s.seen_at desc $$;--> statement-breakpoint

drop function app.revoke_session(uuid, uuid);--> statement-breakpoint
create function app.revoke_session(token bytea, session uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.id = session and s.account_id = app.account_of_session(token) and s.revoked_at is null returning 1)
        select exists (select 1 from done) $$;--> statement-breakpoint

drop function app.revoke_other_sessions(uuid, uuid);--> statement-breakpoint
create function app.revoke_other_sessions(token bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.account_id = app.account_of_session(token) and s.token_hash <> token and s.revoked_at is null returning 1)
        select count(*)::integer from done $$;--> statement-breakpoint

-- As before, for a session that is still open; an expired one worked as somebody else no longer than the check before it.
create or replace function app.use_membership(token bytea, membership uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        with target as (
          select m.federation_id, m.id from public.membership m
          where m.account_id = app.account_of_session(token) and m.id = membership and m.ended_at is null)
        , changed as (
          update platform.session s set federation_id = t.federation_id, membership_id = t.id from target t
          where s.token_hash = token returning 1)
        select exists (select 1 from changed) $$;--> statement-breakpoint

-- Joins the membership of an invitation to the account of a session. Null when either is not open (any more).
drop function app.join_by_invitation(bytea, timestamptz, uuid, text);--> statement-breakpoint
create function app.join_by_invitation(token bytea, at timestamptz, by_session bytea, request text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare m record; account uuid := app.account_of_session(by_session);
begin
  if account is null then return null; end if;
  perform set_config('app.platform', 'on', true);
  update public.invitation i set used_at = at
    from public.membership p
    where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > at
      and p.federation_id = i.federation_id and p.id = i.membership_id and p.ended_at is null
    returning p.federation_id, p.id, p.account_id, p.role, p.title, p.unit_id into m;
  if m.id is null then return null; end if;
  update public.membership p set account_id = account where p.federation_id = m.federation_id and p.id = m.id;
  -- Whoever held the membership before leaves it at once.
  update platform.session s set revoked_at = now()
    where s.membership_id = m.id and s.account_id <> account and s.revoked_at is null;
  insert into public.audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
    values (m.federation_id, account, m.id, m.role, m.title, m.unit_id, 'invitation.join', m.title, request);
  return m.id;
end $$;--> statement-breakpoint

-- A session works as its own account's memberships only, and not for ever, whatever it is asked for.
create or replace function app.create_session(token bytea, account uuid, federation uuid, membership uuid, device text, lifetime interval)
  returns uuid language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        insert into platform.session (token_hash, account_id, federation_id, membership_id, device, expires_at)
        select token, a.id, m.federation_id, m.id, device, now() + least(lifetime, interval '31 days')
        from platform.account a
        left join public.membership m on m.federation_id = federation and m.id = membership and m.account_id = a.id and m.ended_at is null
        where a.id = account and a.disabled_at is null
        returning id $$;--> statement-breakpoint

-- Takes away what is over (M3): counted attempts a day after they stopped counting, sessions thirty days after their end,
-- questions and half sign-ins that nobody answered, and the remembered writes of more than half a year ago (R2: a phone
-- that was off that long finds its figures changed meanwhile, and is told so by their revisions). At most `most` rows of
-- each kind at a time. Only one process does it at once; what a killed one left, the next one finds. Nobody can take away
-- more by calling it, which is why the application may.
create function app.clean_up(most integer)
  returns table (attempts integer, sessions integer, questions integer, writes integer)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare more integer;
begin
  if not pg_try_advisory_xact_lock(7210913003) then return; end if;
  perform set_config('app.platform', 'on', true);
  delete from platform.attempt a where a.key in (
    select o.key from platform.attempt o
    where greatest(o.window_start, o.locked_until) < now() - interval '1 day' limit most);
  get diagnostics attempts = row_count;
  delete from platform.session s where s.id in (
    select o.id from platform.session o where least(o.expires_at, o.revoked_at) < now() - interval '30 days' limit most);
  get diagnostics sessions = row_count;
  delete from platform.passkey_challenge c where c.challenge_hash in (
    select o.challenge_hash from platform.passkey_challenge o where o.expires_at < now() - interval '1 day' limit most);
  get diagnostics questions = row_count;
  delete from platform.half_sign_in h where h.token_hash in (
    select o.token_hash from platform.half_sign_in o where o.expires_at < now() - interval '1 day' limit most);
  get diagnostics more = row_count;
  questions := questions + more;
  delete from public.write w where w.ctid = any (array(
    select o.ctid from public.write o where o.at < now() - interval '180 days' limit most));
  get diagnostics writes = row_count;
  return next;
end $$;--> statement-breakpoint

revoke execute on function app.account_of_session(bytea) from public;--> statement-breakpoint
revoke execute on function
  app.account_proofs(bytea),
  app.account_names(bytea),
  app.set_proofs(bytea, text, text),
  app.sessions_of(bytea),
  app.revoke_session(bytea, uuid),
  app.revoke_other_sessions(bytea),
  app.join_by_invitation(bytea, timestamptz, bytea, text),
  app.clean_up(integer)
  from public;--> statement-breakpoint
grant execute on function
  app.account_proofs(bytea),
  app.account_names(bytea),
  app.set_proofs(bytea, text, text),
  app.sessions_of(bytea),
  app.revoke_session(bytea, uuid),
  app.revoke_other_sessions(bytea),
  app.join_by_invitation(bytea, timestamptz, bytea, text),
  app.clean_up(integer)
  to giaouoc_app;

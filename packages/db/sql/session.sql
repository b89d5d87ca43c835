-- Of the named functions through which the application reaches what belongs to no federation. Each does one thing, runs as the
-- owner, and gives back no more than its caller needs. `app.platform` is set for the transaction (a function's own SET clause
-- would need a superuser); it opens nothing to the application's role.

-- Sessions. Whose account it is follows from the session, not from what a procedure says: a slip that passes somebody else's id gets
-- nowhere, and neither does a statement that was smuggled in, for nobody can name the token of a session that is not theirs.

-- Whether the server itself says this (packages/db/src/sign-in-key.ts): HMAC-SHA256 with a key that the application's role cannot
-- read. Compared by hashes, so that the time it takes tells nothing. Called by the functions below, and not the role's to call.
create or replace function app.is_proven(what text, proof bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select 1 from platform.sign_in_key k
          where sha256(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(what, 'UTF8')))) = sha256(proof)) $$;

-- The same for something that is to happen now: within five minutes, by the clock of the database.
create or replace function app.is_proven_now(what text, at_ms bigint, proof bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select abs(extract(epoch from clock_timestamp()) * 1000 - at_ms) < 300000
          and app.is_proven(what || E'\n' || at_ms, proof) $$;

-- The account of a session that is open; called by the functions below, and not the application's to call.
create or replace function app.account_of_session(token bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.account_id from platform.session s join platform.account a on a.id = s.account_id and a.disabled_at is null
        where s.token_hash = token and s.revoked_at is null and s.expires_at > now() $$;

-- Leaves trace of a session's beginning or end, as the membership it works as; nothing for one that works as none. Called by the
-- functions below.
create or replace function app.trace_session(session uuid, as_action text, what text, request text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into public.audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
        select m.federation_id, s.account_id, m.id, m.role, m.title, m.unit_id, as_action, what, request
        from platform.session s
        join public.membership m on m.federation_id = s.federation_id and m.id = s.membership_id and m.account_id = s.account_id
        where s.id = session $$;

-- Opens a session, for whoever shows that the server itself has checked the person: with the hash of the token, so that the proof of
-- one session opens no other. It works as its own account's memberships only, and not for ever, whatever it is asked for. Its device
-- is known from then on, the twenty last seen of each account.
create or replace function app.create_session(token bytea, account uuid, federation uuid, membership uuid, device text, lifetime interval,
    known_as bytea, request text, at_ms bigint, proof bytea)
  returns uuid language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare made uuid;
begin
  if not app.is_proven_now(E'session\n' || account || E'\n' || encode(token, 'hex'), at_ms, proof) then
    raise insufficient_privilege using message = 'only the server opens sessions';
  end if;
  perform set_config('app.platform', 'on', true);
  insert into platform.session (token_hash, account_id, federation_id, membership_id, device, expires_at)
    select token, a.id, m.federation_id, m.id, device, now() + least(lifetime, interval '31 days')
    from platform.account a
    left join public.membership m on m.federation_id = federation and m.id = membership and m.account_id = a.id and m.ended_at is null
    where a.id = account and a.disabled_at is null
    returning id into made;
  perform app.trace_session(made, 'session.signIn', device, request);
  if made is not null and known_as is not null then
    insert into platform.known_device (account_id, device_hash) values (account, known_as)
      on conflict (account_id, device_hash) do update set seen_at = now();
    delete from platform.known_device d where d.account_id = account and d.device_hash in (
      select o.device_hash from platform.known_device o where o.account_id = account order by o.seen_at desc offset 20);
  end if;
  return made;
end $$;

-- Who is asking, for several sessions at once: the hashes of their tokens as hex, separated by commas. No row for a session that
-- is unknown, revoked or expired; no membership where it has ended. A session that was not seen for five minutes is marked in
-- passing, which saves every other request an update.
create or replace function app.sessions_by_tokens(tokens text)
  returns table (token text, session_id uuid, account_id uuid, user_name text, federation_id uuid, federation_name text,
                 province_id uuid, membership_id uuid, role text, title text, unit_id uuid, unit_name text, demo boolean)
  language plpgsql volatile security definer set search_path = pg_catalog
  -- By their keys, however small the tables were when this was planned.
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  as $$
#variable_conflict use_column
declare stale boolean;
begin
  perform set_config('app.platform', 'on', true);
  for token, session_id, account_id, user_name, federation_id, federation_name, province_id, membership_id, role, title, unit_id,
      unit_name, demo, stale in
    select t.hex, s.id, a.id, a.user_name, m.federation_id, f.name, f.province_id, m.id, m.role, m.title, m.unit_id, u.name, f.demo,
      s.seen_at < now() - interval '5 minutes'
    from unnest(string_to_array(tokens, ',')) as t(hex)
    join platform.session s on s.token_hash = decode(t.hex, 'hex') and s.revoked_at is null and s.expires_at > now()
    join platform.account a on a.id = s.account_id and a.disabled_at is null
    left join public.membership m on m.federation_id = s.federation_id and m.id = s.membership_id
      and m.account_id = a.id and m.ended_at is null
    left join public.federation f on f.id = m.federation_id
    left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
  loop
    if stale then update platform.session s set seen_at = now() where s.id = session_id; end if;
    return next;
  end loop;
end $$;

-- The open sessions of the account of this session, last seen first.
create or replace function app.sessions_of(token bytea) returns table (id uuid, device text, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.id, s.device, s.created_at, s.seen_at from platform.session s
        where s.account_id = app.account_of_session(token) and s.revoked_at is null and s.expires_at > now()
        order by s.seen_at desc $$;

-- Lets an open session work as another membership of the same account. False when either is not there (any more).
create or replace function app.use_membership(token bytea, membership uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        with target as (
          select m.federation_id, m.id from public.membership m
          where m.account_id = app.account_of_session(token) and m.id = membership and m.ended_at is null)
        , changed as (
          update platform.session s set federation_id = t.federation_id, membership_id = t.id from target t
          where s.token_hash = token returning 1)
        select exists (select 1 from changed) $$;

-- Ends one session of the same account. False when there was none.
create or replace function app.revoke_session(token bytea, session uuid, request text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare ended record;
begin
  perform set_config('app.platform', 'on', true);
  update platform.session s set revoked_at = now()
    where s.id = session and s.account_id = app.account_of_session(token) and s.revoked_at is null
    returning s.id, s.device, s.token_hash = token as own into ended;
  if ended.id is null then return false; end if;
  perform app.trace_session(ended.id, case when ended.own then 'session.signOut' else 'session.end' end, ended.device, request);
  return true;
end $$;

-- Ends all sessions of the account but this one.
create or replace function app.revoke_other_sessions(token bytea, request text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare ended record; many integer := 0;
begin
  perform set_config('app.platform', 'on', true);
  for ended in update platform.session s set revoked_at = now()
      where s.account_id = app.account_of_session(token) and s.token_hash <> token and s.revoked_at is null
      returning s.id, s.device
  loop
    many := many + 1;
    perform app.trace_session(ended.id, 'session.end', ended.device, request);
  end loop;
  return many;
end $$;

-- Ends the sessions in which people of this federation work as one of these memberships (a change of chair).
create or replace function app.end_sessions_of_memberships(memberships uuid[]) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.membership_id = any(memberships) and s.federation_id = app.federation_id() and app.has('federation.people')
            and s.revoked_at is null
          returning 1)
        select count(*)::integer from done $$;

grant execute on function
  app.create_session(bytea, uuid, uuid, uuid, text, interval, bytea, text, bigint, bytea),
  app.sessions_by_tokens(text),
  app.sessions_of(bytea),
  app.use_membership(bytea, uuid),
  app.revoke_session(bytea, uuid, text),
  app.revoke_other_sessions(bytea, text),
  app.end_sessions_of_memberships(uuid[])
  to giaouoc_app;

-- Passkeys (A4). They belong to the person of a session that is open: with an id alone nobody adds, sees or removes one. Short
-- lives are counted by the clock of the database, as those of sessions are.

-- The passkeys of the person of this session, oldest first.
create or replace function app.passkeys_of(token bytea)
  returns table (id uuid, credential_id bytea, transports text[], name text, synced boolean, created_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select p.id, p.credential_id, p.transports, p.name, p.synced, p.created_at, p.used_at
        from platform.passkey p where p.account_id = app.account_of_session(token) order by p.created_at, p.id $$;

-- Null for a device that is registered already, with whomever, and when the person has as many as one may.
create or replace function app.add_passkey(token bytea, credential bytea, key bytea, seen bigint, ways text[], device text, is_synced boolean, most integer)
  returns uuid language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, synced)
        select own.id, credential, key, seen, ways, device, is_synced
        from app.account_of_session(token) as own (id)
        where own.id is not null and (select count(*) from platform.passkey p where p.account_id = own.id) < most
        on conflict do nothing returning id $$;

-- The name of what was removed; null when there was nothing of this person.
create or replace function app.remove_passkey(token bytea, passkey uuid) returns text
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey p where p.id = passkey and p.account_id = app.account_of_session(token)
        returning p.name $$;

-- The key that a device says it answers with.
create or replace function app.passkey_by_credential(credential bytea)
  returns table (id uuid, account_id uuid, public_key bytea, counter bigint, disabled boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select p.id, p.account_id, p.public_key, p.counter, a.disabled_at is not null
        from platform.passkey p join platform.account a on a.id = p.account_id where p.credential_id = credential $$;

-- Moves the counter on; false when somebody else moved it as far meanwhile.
create or replace function app.use_passkey(passkey uuid, seen bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with used as (update platform.passkey p set counter = seen, used_at = now()
          where p.id = passkey and (p.counter < seen or (p.counter = 0 and seen = 0)) returning 1)
        select exists (select 1 from used) $$;

-- Keeps the hash of a question for a device, and removes questions that are over.
create or replace function app.ask_passkey(challenge bytea, asked_for text, account uuid, session uuid, bound_to text, lifetime interval) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey_challenge c where c.expires_at < now();
        insert into platform.passkey_challenge (challenge_hash, purpose, account_id, session_id, binding, expires_at)
        values (challenge, asked_for, account, session, bound_to, now() + lifetime) $$;

-- Takes a question to whoever signs in, which the server knows again by its own seal, out of use: false when it was used before.
-- Nothing is kept of questions that nobody answers, so nobody can fill the table by asking.
create or replace function app.use_question(challenge bytea, until timestamptz) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.passkey_challenge c where c.expires_at < now();
        with used as (
          insert into platform.passkey_challenge (challenge_hash, purpose, expires_at) values (challenge, 'used', until)
          on conflict (challenge_hash) do nothing returning 1)
        select exists (select 1 from used) $$;

-- Whether this question was open for exactly this. Asked and answered, right or wrong, it is gone.
create or replace function app.answer_passkey(challenge bytea, asked_for text, account uuid, session uuid, bound_to text) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  as $$ with gone as (delete from platform.passkey_challenge c where c.challenge_hash = challenge returning c.*)
        select exists (select 1 from gone g where g.purpose = asked_for and g.expires_at > now()
          and g.account_id is not distinct from account and g.session_id is not distinct from session
          and g.binding is not distinct from bound_to) $$;

grant execute on function
  app.passkeys_of(bytea),
  app.add_passkey(bytea, bytea, bytea, bigint, text[], text, boolean, integer),
  app.remove_passkey(bytea, uuid),
  app.passkey_by_credential(bytea),
  app.use_passkey(uuid, bigint),
  app.ask_passkey(bytea, text, uuid, uuid, text, interval),
  app.answer_passkey(bytea, text, uuid, uuid, text),
  app.use_question(bytea, timestamptz)
  to giaouoc_app;

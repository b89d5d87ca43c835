-- Invitations by the clock of the server, with their trace (R5) in the same transaction, and without any hint whether somebody
-- has an account (A7): officers choose neither user names nor sign-in phones, the invited person does.
grant select, insert, update (revoked_at) on invitation to giaouoc_app;

-- What an invitation opens, and whether it is still open at `at`. The user name is the account's once there is a password, before
-- that the one the federation proposes.
create or replace function app.invitation_by_token(token bytea, at timestamptz)
  returns table (federation_id uuid, federation_name text, membership_id uuid, account_id uuid, user_name text, phone text,
                 role text, title text, unit_name text, activated boolean, elsewhere boolean, used boolean, revoked boolean,
                 expired boolean)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select i.federation_id, f.name, m.id, a.id,
          case when a.password_hash is not null then a.user_name else m.proposed_name end, coalesce(a.phone, m.phone), m.role, m.title, u.name,
          a.password_hash is not null,
          a.password_hash is not null and exists (
            select 1 from public.membership o
            where o.account_id = a.id and o.ended_at is null and o.federation_id <> i.federation_id),
          i.used_at is not null, i.revoked_at is not null or m.ended_at is not null, i.expires_at <= at
        from public.invitation i
        join public.membership m on m.federation_id = i.federation_id and m.id = i.membership_id
        join public.federation f on f.id = i.federation_id
        join platform.account a on a.id = m.account_id
        left join public.unit u on u.federation_id = m.federation_id and u.id = m.unit_id
        where i.token_hash = token $$;

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
end $$;

-- Joins the membership of an invitation to the account of a session. Null when either is not open (any more).
create or replace function app.join_by_invitation(token bytea, at timestamptz, by_session bytea, request text) returns uuid
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
end $$;

grant execute on function
  app.invitation_by_token(bytea, timestamptz),
  app.use_invitation(bytea, timestamptz, text, text, text, text, text),
  app.join_by_invitation(bytea, timestamptz, bytea, text)
  to giaouoc_app;

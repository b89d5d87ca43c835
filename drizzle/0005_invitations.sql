-- Invitations by the clock of the server, with their trace (R5) in the same transaction, and without any hint whether
-- somebody has an account (A7): officers no longer choose user names or sign-in phones, the invited person does.

drop function app.create_account(text, text);--> statement-breakpoint
drop function app.user_name_taken(text[]);--> statement-breakpoint
drop function app.invitation_by_token(bytea);--> statement-breakpoint
drop function app.use_invitation(bytea, text, text, text, text);--> statement-breakpoint
drop function app.join_by_invitation(bytea, uuid);--> statement-breakpoint
drop function app.end_sessions_of_membership(uuid);--> statement-breakpoint

-- Accounts without any way in and without a name anyone chose: one for each person an officer adds.
create function app.new_accounts(how_many integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.account (user_name)
        select 'cho-' || gen_random_uuid() from generate_series(1, how_many)
        where app.role() = 'officer' and app.federation_id() is not null and how_many <= 10000
        returning id $$;--> statement-breakpoint

create function app.invitation_by_token(token bytea, at timestamptz)
  returns table (federation_id uuid, federation_name text, membership_id uuid, account_id uuid, user_name text, phone text,
                 role text, title text, unit_name text, activated boolean, elsewhere boolean, used boolean, revoked boolean,
                 expired boolean)
  language sql volatile security definer set search_path = pg_catalog
  as $$ select set_config('app.platform', 'on', true);
        select i.federation_id, f.name, m.id, a.id,
          case when a.password_hash is not null then a.user_name end, coalesce(a.phone, m.phone), m.role, m.title, u.name,
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
        where i.token_hash = token $$;--> statement-breakpoint

-- Uses an invitation once: sets the ways in and ends every older session of the account. Null when it was not open any
-- more, and for an account that also works for another federation: nobody's officer may take over somebody else's.
-- Fails on a user name or phone that is taken; the invitation then stays open.
create function app.use_invitation(token bytea, at timestamptz, name text, phone_number text, new_password_hash text,
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
  insert into public.audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id)
    values (m.federation_id, m.account_id, m.id, m.role, m.title, m.unit_id, 'invitation.use', m.title, request);
  return m.account_id;
end $$;--> statement-breakpoint

-- Joins the membership of an invitation to an account that is signed in already. Null when the invitation is not open.
create function app.join_by_invitation(token bytea, at timestamptz, account uuid, request text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare m record;
begin
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

-- Ends the sessions in which people of this federation work as one of these memberships (a change of chair).
create function app.end_sessions_of_memberships(memberships uuid[]) returns integer
  language sql volatile security definer set search_path = pg_catalog
  as $$ with done as (update platform.session s set revoked_at = now()
          where s.membership_id = any(memberships) and s.federation_id = app.federation_id() and app.role() = 'officer'
            and s.revoked_at is null
          returning 1)
        select count(*)::integer from done $$;--> statement-breakpoint

revoke execute on all functions in schema app from public;--> statement-breakpoint
grant execute on all functions in schema app to giaouoc_app;

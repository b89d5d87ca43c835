-- The invitation also tells the user name the federation proposes.
drop function app.invitation_by_token(bytea, timestamptz);--> statement-breakpoint

create function app.invitation_by_token(token bytea, at timestamptz)
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
        where i.token_hash = token $$;--> statement-breakpoint

revoke execute on function app.invitation_by_token(bytea, timestamptz) from public;--> statement-breakpoint
grant execute on function app.invitation_by_token(bytea, timestamptz) to giaouoc_app;

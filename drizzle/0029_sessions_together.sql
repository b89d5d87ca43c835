-- Who asks, for several at once: the same as before (0003) for each of the hashes, given as hex, one after a comma. A session
-- that was not seen for a while is marked; looking for such ones was a statement of its own on every request.
create function app.sessions_by_tokens(tokens text)
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
end $$;--> statement-breakpoint
revoke execute on function app.sessions_by_tokens(text) from public;--> statement-breakpoint
grant execute on function app.sessions_by_tokens(text) to giaouoc_app;--> statement-breakpoint
drop function app.session_by_token(bytea);

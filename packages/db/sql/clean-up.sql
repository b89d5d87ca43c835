-- Takes away what is over (M3): counted attempts two hours after they stopped counting, devices not seen for 400 days, sessions thirty days after their end,
-- questions and half sign-ins that nobody answered, and the remembered writes of more than half a year ago (R2: a phone
-- that was off that long finds its figures changed meanwhile, and is told so by their revisions). At most `most` rows of
-- each kind at a time. Only one process does it at once; what a killed one left, the next one finds. Nobody can take away
-- more by calling it, which is why the application may.
create or replace function app.clean_up(most integer)
  returns table (attempts integer, sessions integer, questions integer, writes integer)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
declare more integer;
begin
  if not pg_try_advisory_xact_lock(7210913003) then return; end if;
  perform set_config('app.platform', 'on', true);
  delete from platform.attempt a where a.key in (
    select o.key from platform.attempt o
    where greatest(o.window_start, o.locked_until) < now() - interval '2 hours' limit most);
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
  delete from platform.known_device d where d.ctid = any (array(
    select o.ctid from platform.known_device o where o.seen_at < now() - interval '400 days' limit most));
  return next;
end $$;

grant execute on function app.clean_up(integer) to giaouoc_app;

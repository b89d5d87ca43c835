-- Limits (A7), counted before the secret is looked at: of many attempts at one moment no more than the allowed number are
-- ever compared. `admitted` says whether this one may be; while a key is locked, more attempts neither count nor prolong.
create or replace function app.count_attempt(attempt_key text, allowed integer, attempt_window interval, lock_for interval,
    out admitted boolean, out locked_until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
#variable_conflict use_column
declare was platform.attempt;
begin
  insert into platform.attempt (key, failures, window_start) values (attempt_key, 0, now()) on conflict (key) do nothing;
  select a.* into was from platform.attempt a where a.key = attempt_key for update;
  if was.locked_until > now() then
    admitted := false;
    locked_until := was.locked_until;
    return;
  end if;
  -- A lock that has passed, like a window that has, begins anew.
  if was.locked_until is not null or was.window_start < now() - attempt_window then
    was.failures := 0;
    was.window_start := now();
  end if;
  admitted := true;
  locked_until := case when was.failures + 1 >= allowed then now() + lock_for end;
  update platform.attempt a set failures = was.failures + 1, window_start = was.window_start, locked_until = count_attempt.locked_until
    where a.key = attempt_key;
end $$;

-- Forgets what was counted: the secret was right.
create or replace function app.forget_failures(attempt_key text) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$ delete from platform.attempt where key = attempt_key $$;

-- Until when a key is locked; null when it is not.
create or replace function app.locked_until(attempt_key text) returns timestamptz
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.locked_until from platform.attempt a where a.key = attempt_key and a.locked_until > now() $$;

-- Counts a failure after the fact: within a window, a key that failed too often is locked for a while.
create or replace function app.record_failure(attempt_key text, allowed integer, attempt_window interval, lock_for interval) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog
  as $$ insert into platform.attempt as a (key, failures, window_start) values (attempt_key, 1, now())
        on conflict (key) do update set
          failures = case when a.window_start < now() - attempt_window then 1 else a.failures + 1 end,
          window_start = case when a.window_start < now() - attempt_window then now() else a.window_start end,
          locked_until = case when a.window_start >= now() - attempt_window and a.failures + 1 >= allowed then now() + lock_for
                         else null end
        returning locked_until $$;

grant execute on function
  app.count_attempt(text, integer, interval, interval),
  app.forget_failures(text),
  app.locked_until(text),
  app.record_failure(text, integer, interval, interval)
  to giaouoc_app;

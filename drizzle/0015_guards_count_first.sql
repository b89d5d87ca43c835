-- Limits (A7), counted before the secret is looked at: of many attempts at one moment no more than the allowed number are
-- ever compared. `admitted` says whether this one may be; while a key is locked, more attempts neither count nor prolong.
create function app.count_attempt(attempt_key text, allowed integer, attempt_window interval, lock_for interval,
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
end $$;--> statement-breakpoint
revoke execute on function app.count_attempt(text, integer, interval, interval) from public;--> statement-breakpoint
grant execute on function app.count_attempt(text, integer, interval, interval) to giaouoc_app;--> statement-breakpoint

-- What the federation has settled is the federation's: the unit's people do not touch the row any more.
create or replace function app.guard_figure() returns trigger language plpgsql as $$
begin
  -- An upsert of a row that is there comes by here twice; the second time, as an update, is the one that counts.
  if tg_op = 'INSERT' and exists (select 1 from figure f where f.federation_id = new.federation_id and f.year_id = new.year_id
      and f.unit_id = new.unit_id and f.line_code = new.line_code and f.period_code = new.period_code) then
    return new;
  end if;
  if app.is_unit() then
    if tg_op = 'UPDATE' and old.status in ('accepted', 'adjusted') then
      raise insufficient_privilege using message = 'a unit does not change what the federation has settled';
    end if;
    if new.settled is distinct from (case when tg_op = 'UPDATE' then old.settled end) then
      raise insufficient_privilege using message = 'a unit does not settle its own figures';
    end if;
    -- Taking back an answer to a returned line makes it a returned line again; that is all a unit can do about it.
    if new.status in ('accepted', 'adjusted', 'returned') and (tg_op = 'INSERT' or new.status is distinct from old.status)
       and not (tg_op = 'UPDATE' and old.status = 'resubmitted' and new.status = 'returned') then
      raise insufficient_privilege using message = 'a unit does not judge its own figures';
    end if;
    if new.entered_for then
      raise insufficient_privilege using message = 'only the federation enters for a unit';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint

-- Whoever signs, signs for themselves, in the capacity of their own membership, under the content that is frozen or about
-- to be; only ink on paper is entered by the officer for others, and says so.
create or replace function app.guard_signature() returns trigger language plpgsql as $$
begin
  -- Outside a scope there is only the owner: restoring a backup.
  if app.role() is null then return new; end if;
  if new.account_id is distinct from app.account_id()
     or not exists (select 1 from membership m where m.federation_id = new.federation_id and m.id = new.membership_id
                    and m.account_id = app.account_id() and m.role = app.role() and m.ended_at is null) then
    raise insufficient_privilege using message = 'everyone signs for themselves';
  end if;
  if app.is_unit() then
    if new.party = 'federation' or new.method = 'paper' or new.confirmed_by is not null then
      raise insufficient_privilege using message = 'everyone signs for themselves';
    end if;
    if new.capacity is distinct from app.role() then
      raise insufficient_privilege using message = 'everyone signs in their own capacity';
    end if;
  elsif new.party <> 'federation' and (new.method <> 'paper' or new.confirmed_by is distinct from new.membership_id) then
    raise insufficient_privilege using message = 'the federation enters for others only what is signed on paper';
  end if;
  return new;
end $$;--> statement-breakpoint

-- A decided sheet stays decided; another one takes its place.
create or replace function app.guard_paper_signature() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (new.state <> 'waiting' or new.decided_by is not null or (tg_op = 'UPDATE' and old.state <> 'waiting')) then
    raise insufficient_privilege using message = 'the officer decides on a paper signature';
  end if;
  return new;
end $$;--> statement-breakpoint

-- Trace is of the person and the moment: as a membership they have, a unit's people about their own unit only, at the time
-- of the database. Runs as the owner, since not every role may read memberships.
create function app.guard_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Outside a scope there is only the owner: invitations, setting up, restoring a backup.
  if app.role() is null then return new; end if;
  if app.is_unit() and new.unit_id is distinct from app.unit_id() then
    raise insufficient_privilege using message = 'a unit leaves trace about itself only';
  end if;
  if not exists (select 1 from public.membership m where m.federation_id = new.federation_id and m.id = new.membership_id
                 and m.account_id = app.account_id() and m.role = app.role()) then
    raise insufficient_privilege using message = 'everyone leaves trace as themselves';
  end if;
  new.at := now();
  return new;
end $$;--> statement-breakpoint
create trigger guard_audit before insert on audit_event for each row execute function app.guard_audit();

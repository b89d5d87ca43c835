-- Rights of the application's role, table by table, and the reasons for each one that is missing.
-- No table may be deleted from, except where a row is only a choice that can be taken back.

-- The owner is bound by the policies as well.
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r'
  loop
    execute format('alter table public.%I force row level security', t.relname);
  end loop;
end $$;--> statement-breakpoint

grant usage on schema public to giaouoc_app;--> statement-breakpoint

-- Settings and working data: may be added and changed.
-- federation: not inserted, /setup does that through a named function.
grant select, update on federation to giaouoc_app;--> statement-breakpoint
grant select, insert, update on membership, invitation, unit, year, year_unit, plan_draft, unit_target, pledge,
  paper_signature, report, figure, figure_evidence, unit_score, unit_progress, reminder to giaouoc_app;--> statement-breakpoint
-- Blocks, clusters and a discarded draft hold nothing of their own; foreign keys keep those that are used.
grant select, insert, update, delete on block, cluster to giaouoc_app;--> statement-breakpoint
grant delete on plan_draft, unit_target to giaouoc_app;--> statement-breakpoint

-- Never edited (R6, R7): added and read only. A submission may be marked withdrawn, a judgement undone.
grant select, insert on plan_version, plan_line, signature, submission, evidence, assessment, snapshot, audit_event to giaouoc_app;--> statement-breakpoint
grant update (withdrawn_at, withdrawn_by) on submission to giaouoc_app;--> statement-breakpoint
grant update (undone_at, undone_by) on assessment to giaouoc_app;--> statement-breakpoint
-- A line's title and place may follow a new version; its code and kind may not.
grant update (title, position) on plan_line to giaouoc_app;--> statement-breakpoint
grant select, insert on write to giaouoc_app;--> statement-breakpoint
-- receipt_counter: only through app.next_receipt, so that numbers are neither skipped nor chosen.

-- Row-level security knows rows, not columns. What a unit's people may not write in their own rows is held here.
create function app.is_unit() returns boolean language sql stable
  as $$ select app.role() in ('chair', 'deputy', 'principal') $$;--> statement-breakpoint

create function app.guard_figure() returns trigger language plpgsql as $$
begin
  -- An upsert of a row that is there comes by here twice; the second time, as an update, is the one that counts.
  if tg_op = 'INSERT' and exists (select 1 from figure f where f.federation_id = new.federation_id and f.year_id = new.year_id
      and f.unit_id = new.unit_id and f.line_code = new.line_code and f.period_code = new.period_code) then
    return new;
  end if;
  if app.is_unit() then
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
create trigger guard_figure before insert or update on figure for each row execute function app.guard_figure();--> statement-breakpoint

create function app.guard_report() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (
    new.due_at is distinct from (case when tg_op = 'UPDATE' then old.due_at end)
    or (new.state = 'settled' and (tg_op = 'INSERT' or old.state is distinct from 'settled'))
  ) then
    raise insufficient_privilege using message = 'a unit does not move its own deadline or settle its own report';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_report before insert or update on report for each row execute function app.guard_report();--> statement-breakpoint

create function app.guard_target() returns trigger language plpgsql as $$
begin
  if app.is_unit() and new.assigned is distinct from (case when tg_op = 'UPDATE' then old.assigned else true end) then
    raise insufficient_privilege using message = 'a unit does not take lines off itself';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_target before insert or update on unit_target for each row execute function app.guard_target();--> statement-breakpoint

create function app.guard_pledge() returns trigger language plpgsql as $$
begin
  -- Frozen content stays as it was signed, for everyone.
  if tg_op = 'UPDATE' and old.hash is not null and (new.hash is distinct from old.hash or new.content is distinct from old.content) then
    raise insufficient_privilege using message = 'a signed pledge is never edited';
  end if;
  if app.is_unit() then
    if tg_op = 'INSERT' then
      raise insufficient_privilege using message = 'the federation offers the pledge';
    end if;
    if new.state is distinct from old.state and new.state = 'countersigned'
       and not exists (select 1 from signature s where s.federation_id = new.federation_id and s.year_id = new.year_id
                       and s.unit_id = new.unit_id and s.version = new.version and s.party = 'federation') then
      raise insufficient_privilege using message = 'only the federation countersigns';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_pledge before insert or update on pledge for each row execute function app.guard_pledge();--> statement-breakpoint

create function app.guard_signature() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (new.party = 'federation' or new.method = 'paper' or new.confirmed_by is not null
                        or new.account_id is distinct from app.account_id()) then
    raise insufficient_privilege using message = 'everyone signs for themselves';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_signature before insert on signature for each row execute function app.guard_signature();--> statement-breakpoint

create function app.guard_paper_signature() returns trigger language plpgsql as $$
begin
  if app.is_unit() and (new.state <> 'waiting' or new.decided_by is not null) then
    raise insufficient_privilege using message = 'the officer decides on a paper signature';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger guard_paper_signature before insert or update on paper_signature for each row execute function app.guard_paper_signature();--> statement-breakpoint

-- Plan versions: one federation, growing by one; the row cannot be touched afterwards by anyone but the owner of the database.
create function app.guard_plan_version() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'a published plan version is never edited';
end $$;--> statement-breakpoint
create trigger guard_plan_version before update or delete on plan_version for each row execute function app.guard_plan_version();
